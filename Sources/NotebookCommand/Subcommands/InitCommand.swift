import ArgumentParser

/// `notebook init NAME`
struct InitCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Writes a small notebook to start from.",
        discussion: """
            The notebook draws digits, trains a small network and runs in seconds. A file that is there already is \
            left as it is.
            """)

    @Argument(help: ArgumentHelp("The notebook to write; .md is added where it is missing.", valueName: "name"))
    var name: String

    func run(in session: Session) throws(CommandProblem) -> CommandStatus {
        let file = try StarterNotebook(named: name).write(in: session.folder)
        session.standardOutput.write("\(file): written; run it with `notebook run \(file.quotedForShell)`\n")
        return .success
    }
}

extension String {
    /// The text as one word of a shell's command line.
    var quotedForShell: String {
        let isPlain = !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._/-".contains($0)) }
        return isPlain && !hasPrefix("-") ? self : "'" + replacing("'", with: #"'\''"#) + "'"
    }
}
