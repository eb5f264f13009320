import Foundation
import NotebookComparison
import NotebookEngine
import NotebookSyntax

/// Finds the runs that a user names: by a record, or by a notebook whose run left a record or kept its results.
struct RecordSources: Sendable {
    /// Where the records of notebooks are looked for.
    let recordFolder: String
    let data: DataSelection
    let cache: CacheLocation
    let session: Session
    let reporter: any CommandReporter

    /// The run that `file` names; nil where it is an invalid notebook, which has been told.
    func run(named file: String) async throws(CommandProblem) -> RecordedRun? {
        guard !file.lowercased().hasSuffix(".json") else { return try record(file) }
        // Of a page the record beside it.
        if file.lowercased().hasSuffix(".html") { return try record(file.dropLast(5) + ".json") }
        let files = try OutputDestination.folder(recordFolder).files(for: [file], in: session.folder)[0]
        if files.record.exists { return try record(files.record.path) }
        let loading = NotebookLoading(
            files: [file], parameterFile: nil, overrides: NotebookOverrides(), session: session, reporter: reporter)
        guard let (source, notebook) = loading.load()?.first else { return nil }
        let kept = try KeptRuns(data: data, cache: cache, session: session, reporter: reporter)
        let record = RunRecord(try await kept.run(notebook, from: source))
        return try run(named: file, record: record.json(), answers: record.predictions())
    }

    private func record(_ file: String) throws(CommandProblem) -> RecordedRun {
        let url = OutputFile(path: file, in: session.folder).url
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            let isMissing = !FileManager.default.fileExists(atPath: url.path)
            throw CommandProblem(
                "`\(file)` cannot be read: \(isMissing ? "there is no such file" : "it is no file that you may read")",
                remedy: "Name a record, such as `output/report.json`, or a notebook.", status: .invalidNotebook)
        }
        let answers = OutputFiles.predictionsURL(besides: url)
        return try run(named: file, record: data, answers: try? Data(contentsOf: answers))
    }

    private func run(named name: String, record: Data, answers: Data?) throws(CommandProblem) -> RecordedRun {
        do throws(RecordError) {
            return try RecordedRun(named: name, record: record, answers: answers)
        } catch {
            throw CommandProblem(
                error.problem(of: name), remedy: "Run the notebook again, which writes it anew.",
                status: .invalidNotebook)
        }
    }
}

extension RecordError {
    fileprivate func problem(of name: String) -> String {
        switch self {
        case .form(.record): "`\(name)` is no record of a run"
        case .form(.answers): "the predictions beside `\(name)` cannot be read"
        case .schema(let version): "`\(name)` has version \(version) of the record's form, which is not known here"
        }
    }
}
