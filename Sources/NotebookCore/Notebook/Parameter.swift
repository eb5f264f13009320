/// A parameter that a notebook declares under `params:` and uses as `$name`.
package struct Parameter: Hashable, Sendable {
    /// What a parameter holds; the default's spelling decides.
    package enum Kind: String, Hashable, Sendable {
        case integer = "whole number"
        case number
        case boolean = "yes or no"
        case text
    }

    package var name: String
    package var kind: Kind
    /// The raw text that stands for `$name` in this run.
    package var text: String
    package var location: SourceLocation

    package init(name: String, kind: Kind, text: String, location: SourceLocation) {
        self.name = name
        self.kind = kind
        self.text = text
        self.location = location
    }
}
