import Foundation
import NotebookCommand
import NotebookCore
import TemporaryFolders

/// The program in a folder of its own, with directives that need no data.
struct TestSession {
    let folder: TemporaryFolder
    let standardOutput = CapturedText()
    let standardError = CapturedText()

    init() throws {
        folder = try TemporaryFolder()
    }

    static let vocabulary = Vocabulary([
        ClaimsDirective.self, TotalDirective.self, FailDirective.self, WaitDirective.self,
    ])

    /// Runs the program with `arguments`, as a shell would in the folder.
    func execute(_ arguments: String...) async -> CommandStatus { await execute(arguments) }

    func execute(_ arguments: [String]) async -> CommandStatus {
        await NotebookCommand.execute(
            arguments,
            in: Session(
                vocabulary: Self.vocabulary, folder: folder.url, environment: [:],
                host: HostEnvironment(operatingSystem: "Test OS", processor: "Test processor", cores: 2),
                standardOutput: standardOutput.plainOutput, standardError: standardError.plainOutput))
    }
}
