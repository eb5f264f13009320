import NotebookCore

/// Gives declared parameters the values that come from outside the notebook.
struct ParameterOverriding {
    private(set) var parameters: [Parameter]
    /// What is wrong with the command line, in places of the notebook.
    private(set) var diagnostics: [Diagnostic] = []
    /// What is wrong with the parameter file, in places of that file.
    private(set) var fileDiagnostics: [Diagnostic] = []

    private let file: String
    private let location: SourceLocation

    /// - Parameters:
    ///   - file: The notebook's path, for messages.
    ///   - location: The place of `params:` in the notebook.
    init(
        _ parameters: [Parameter], with settings: [ParameterSetting], file: String, location: SourceLocation
    ) {
        self.parameters = parameters
        self.file = file
        self.location = location
        for setting in settings { apply(setting) }
    }

    private mutating func apply(_ setting: ParameterSetting) {
        guard let index = parameters.firstIndex(where: { $0.name == setting.name }) else {
            refuseUndeclared(setting)
            return
        }
        guard parameters[index].kind.accepts(setting.text) else {
            refuse(setting, for: parameters[index])
            return
        }
        parameters[index].text = setting.text
        parameters[index].isSet = true
    }

    private mutating func refuseUndeclared(_ setting: ParameterSetting) {
        let names = parameters.map(\.name)
        let meant = Suggestion.closest(to: setting.name, among: names)
        let known =
            names.isEmpty
            ? "It declares none; add `params:` to its front matter."
            : "It declares \(names.map { "`\($0)`" }.joined(separator: ", "))."
        func report(_ argument: String, suggestion: String?) {
            diagnostics.append(
                Diagnostic(
                    at: location, "`\(argument)` sets a parameter that the notebook does not declare",
                    remedy: suggestion.map { "Did you mean `\($0)`?" } ?? known))
        }
        switch setting.origin {
        case .commandLine: report("-P \(setting.name)=\(setting.text)", suggestion: meant.map { "-P \($0)=…" })
        case .sweep(let values):
            report(
                "--sweep \(setting.name)=\(values.joined(separator: ","))",
                suggestion: meant.map { "--sweep \($0)=…" })
        case .file(let name, _):
            fileDiagnostics.append(
                Diagnostic(
                    at: name, "`\(file)` declares no parameter `\(setting.name)`",
                    remedy: meant.map { "Did you mean `\($0)`?" } ?? known))
        }
    }

    private mutating func refuse(_ setting: ParameterSetting, for parameter: Parameter) {
        let requirement = "is not \(parameter.kind.wording), as `\(parameter.name)` has to be"
        let allowsNumbers =
            parameter.kind == .integer && Parameter.Kind.number.accepts(setting.text)
            ? "The notebook could allow it: `\(parameter.name): {type: number, default: \(parameter.text)}`." : nil
        switch setting.origin {
        case .commandLine:
            diagnostics.append(
                Diagnostic(
                    at: parameter.location, "`-P \(setting.name)=\(setting.text)` \(requirement)",
                    remedy: allowsNumbers))
        case .sweep(let values):
            diagnostics.append(
                Diagnostic(
                    at: parameter.location,
                    "`--sweep \(setting.name)=\(values.joined(separator: ","))`: ‘\(setting.text)’ \(requirement)",
                    remedy: allowsNumbers))
        case .file(_, let value):
            fileDiagnostics.append(
                Diagnostic(at: value, "‘\(setting.text)’ \(requirement)", remedy: allowsNumbers))
        }
    }
}
