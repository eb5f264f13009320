package import Foundation
package import NotebookCore

/// What a command works with: the vocabulary, where it was started, and whom it tells.
package struct Session: Sendable {
    package var vocabulary: Vocabulary
    /// The folder to which paths of the command line are relative.
    package var folder: URL
    /// Environment variables.
    package var environment: [String: String]
    package var host: HostEnvironment
    package var standardOutput: TextOutput
    package var standardError: TextOutput
    /// Nil where signals are another's concern.
    package var signals: SignalWatch?

    package init(
        vocabulary: Vocabulary, folder: URL, environment: [String: String], host: HostEnvironment,
        standardOutput: TextOutput, standardError: TextOutput, signals: SignalWatch? = nil
    ) {
        self.vocabulary = vocabulary
        self.folder = folder
        self.environment = environment
        self.host = host
        self.standardOutput = standardOutput
        self.standardError = standardError
        self.signals = signals
    }

    /// The session of this process.
    package init(vocabulary: Vocabulary, signals: SignalWatch) {
        let environment = ProcessInfo.processInfo.environment
        self.init(
            vocabulary: vocabulary,
            folder: URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true),
            environment: environment, host: .current(),
            standardOutput: TextOutput(descriptor: STDOUT_FILENO, environment: environment),
            standardError: TextOutput(descriptor: STDERR_FILENO, environment: environment), signals: signals)
    }
}
