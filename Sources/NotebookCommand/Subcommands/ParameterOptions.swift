import ArgumentParser
import NotebookSyntax

/// The options that take the place of what a notebook's front matter says.
struct ParameterOptions: ParsableArguments {
    @Option(
        name: .customShort("P"),
        help: ArgumentHelp("A value for a parameter that the notebook declares; repeatable.", valueName: "name=value"),
        transform: ParameterAssignment.init)
    var assignments: [ParameterAssignment] = []

    @Option(
        help: ArgumentHelp(
            "A YAML file with values of parameters, one `name: value` a line; -P wins over it.", valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var params: String?

    @Option(help: ArgumentHelp("The seed of all random numbers.", valueName: "number"))
    var seed: UInt64?

    func validate() throws {
        var names: Set<String> = []
        for assignment in assignments where !names.insert(assignment.name).inserted {
            throw ValidationError("-P \(assignment.name)=… is given twice: give it once.")
        }
    }

    func loading(
        _ files: [String], in session: Session, tellingOf reporter: any CommandReporter
    ) -> NotebookLoading {
        NotebookLoading(
            files: files, parameterFile: params,
            overrides: NotebookOverrides(
                parameters: assignments.map { ParameterSetting($0.name, $0.value) }, seed: seed),
            session: session, reporter: reporter)
    }
}

/// `name=value`
struct ParameterAssignment: Hashable, Sendable {
    var name: String
    var value: String

    init(_ text: String) throws {
        guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
            throw ValidationError("write a name, an equals sign and a value: -P epochs=5")
        }
        name = String(text[..<sign])
        value = String(text[text.index(after: sign)...])
    }
}
