package import NotebookCore

/// What the command line says instead of a notebook's front matter.
package struct NotebookOverrides: Hashable, Sendable {
    /// Values of parameters that the notebook declares; of several for one parameter the last counts.
    package var parameters: [ParameterSetting]
    package var seed: UInt64?

    package init(parameters: [ParameterSetting] = [], seed: UInt64? = nil) {
        self.parameters = parameters
        self.seed = seed
    }
}

/// A value for a parameter from outside the notebook.
package struct ParameterSetting: Hashable, Sendable {
    /// Who says it, for messages about it.
    package enum Origin: Hashable, Sendable {
        /// `-P name=text`
        case commandLine
        /// One of the values of `--sweep name=text,text`.
        case sweep(values: [String])
        /// A line of the file that `--params` names.
        case file(name: SourceLocation, value: SourceLocation)
    }

    package var name: String
    package var text: String
    package var origin: Origin

    package init(_ name: String, _ text: String, origin: Origin = .commandLine) {
        self.name = name
        self.text = text
        self.origin = origin
    }
}
