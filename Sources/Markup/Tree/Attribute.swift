/// An attribute of an element. Its value is escaped when it is written.
package struct Attribute: Sendable, Equatable {
    /// The name as it is written: `href`, `viewBox`, `aria-label`.
    package let name: String
    /// The value, not escaped; nil for an attribute that is true by being there.
    package let value: String?

    private init(checking name: String, value: String?) {
        precondition(
            !name.isEmpty
                && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Self.delimiters.contains($0) },
            "\"\(name)\" is no name of an attribute")
        self.name = name
        self.value = value
    }

    private static let delimiters = Array("\"'<>/=".utf8)

    /// An attribute with a text.
    package init(_ name: String, _ value: String) {
        self.init(checking: name, value: value)
    }

    /// An attribute with a whole number.
    package init(_ name: String, _ value: Int) {
        self.init(checking: name, value: String(value))
    }

    /// An attribute with a number, rounded as `SVGNumber` does; nil, and so left out, where it is not finite.
    package init?(_ name: String, _ value: Double) {
        guard let number = SVGNumber(value) else { return nil }
        self.init(checking: name, value: number.text)
    }

    /// An attribute that is true by being there, such as `open`; nil, and so left out, where it is false.
    package static func flag(_ name: String, _ isSet: Bool = true) -> Attribute? {
        isSet ? Attribute(checking: name, value: nil) : nil
    }
}
