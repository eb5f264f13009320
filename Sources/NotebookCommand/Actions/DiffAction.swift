import Foundation
import NotebookComparison
import NotebookRendering

/// Compares two runs and writes what differs.
struct DiffAction: CommandAction {
    enum Format: String, CaseIterable {
        case text, json, html
    }

    let first: String
    let second: String
    let includesMeasurements: Bool
    let format: Format
    /// Nil for standard output.
    let output: String?
    let sources: RecordSources

    var reporter: any CommandReporter { sources.reporter }

    func perform() async throws(CommandProblem) -> CommandStatus {
        let session = sources.session
        let file = output.map { OutputFile(path: $0, in: session.folder) }
        for input in [first, second] where OutputFile(path: input, in: session.folder).url == file?.url {
            throw CommandProblem(
                "the comparison would replace `\(input)`", remedy: "Name another file with `--output`.", status: .usage)
        }
        guard let firstRun = try await sources.run(named: first), let secondRun = try await sources.run(named: second)
        else { return .invalidNotebook }
        let comparison = RunComparison(firstRun, secondRun, includesMeasurements: includesMeasurements)
        let text =
            switch format {
            case .text: ComparisonText(comparison).text
            case .json: String(decoding: ComparisonRecord(comparison).json(), as: UTF8.self)
            case .html:
                PageRenderer(
                    run: ComparisonReport(comparison, version: programVersion).run, baseDirectory: nil,
                    showsColophon: false
                ).html().html
            }
        guard let file else {
            session.standardOutput.write(text)
            return .success
        }
        try FileReplacement.prepare([file])
        try FileReplacement.write([(file, Data(text.utf8))])
        session.standardOutput.write("\(file.path): \(first) compared with \(second)\n")
        return .success
    }
}
