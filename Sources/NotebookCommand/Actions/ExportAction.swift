import NotebookCore
import NotebookExport

/// Writes notebooks for other programs, from what their last runs have kept.
struct ExportAction: CommandAction {
    let format: ExportFormat
    let outputFolder: String
    let loading: NotebookLoading
    let data: DataSelection
    let cache: CacheLocation
    let isQuiet: Bool

    var reporter: any CommandReporter { loading.reporter }

    func perform() async throws(CommandProblem) -> CommandStatus {
        let session = loading.session
        let kept = try KeptRuns(data: data, cache: cache, session: session, reporter: reporter)
        guard let notebooks = loading.load() else { return .invalidNotebook }
        var exports: [(notebook: String, files: [(file: OutputFile, content: ExportedFile)])] = []
        for (source, notebook) in notebooks {
            let run = try await kept.run(notebook, from: source)
            let name = source.url.deletingPathExtension().lastPathComponent
            let directory = OutputFile(path: outputFolder.asFolderPrefix + name, in: session.folder).url
                .deletingLastPathComponent()
            let files = format.files(
                of: run, named: name, baseDirectory: source.folder, outputDirectory: directory
            ).map { content in
                (OutputFile(path: outputFolder.asFolderPrefix + content.path, in: session.folder), content)
            }
            exports.append((source.file, files))
        }
        try OutputDestination.checkDistinct(exports.map { ($0.notebook, $0.files.map(\.file)) }, in: session.folder)
        let files = exports.flatMap(\.files)
        try FileReplacement.prepare(files.map(\.file))
        try FileReplacement.write(files.map { ($0.file, $0.content.data) })
        for export in exports where !isQuiet {
            guard let main = export.files.first?.file.path else { continue }
            let count = export.files.count - 1
            let images = count == 0 ? "" : " and \(count) \(count == 1 ? "image" : "images")"
            session.standardOutput.write("\(export.notebook): \(main)\(images)\n")
        }
        return .success
    }
}
