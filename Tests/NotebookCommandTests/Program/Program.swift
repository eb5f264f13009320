import Foundation
import TemporaryFolders
import Testing

/// The built program, run as a process of its own.
struct Program {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What a process left behind.
    struct Outcome: Equatable {
        var code: Int32
        var standardOutput: String
        var standardError: String
    }

    /// The executable beside the test bundle.
    static var executable: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("notebook")
    }

    /// Runs the program with `arguments` in the folder.
    ///
    /// - Parameters:
    ///   - command: What a shell is to run instead, with the program as `$0` and its arguments as `"$@"`.
    ///   - signal: A signal to send once standard error holds `text`.
    func run(
        _ arguments: [String], command: String? = nil, sending signal: Int32? = nil, onceItSays text: String = ""
    ) throws -> Outcome {
        let process = Process()
        if let command {
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            process.arguments = ["-c", command, Self.executable.path] + arguments
        } else {
            process.executableURL = Self.executable
            process.arguments = arguments
        }
        process.currentDirectoryURL = folder.url
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.url.path]
        process.standardInput = FileHandle.nullDevice
        // Files rather than pipes: neither stream can fill up while the other is read.
        let output = folder.url.appendingPathComponent(".stdout")
        let error = folder.url.appendingPathComponent(".stderr")
        for url in [output, error] { #expect(FileManager.default.createFile(atPath: url.path, contents: nil)) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.run()
        if let signal {
            while process.isRunning, folder.text(".stderr")?.contains(text) != true { usleep(10_000) }
            if process.isRunning { kill(process.processIdentifier, signal) }
        }
        process.waitUntilExit()
        #expect(process.terminationReason == .exit, "the program ended by a signal")
        let outcome = Outcome(
            code: process.terminationStatus, standardOutput: folder.text(".stdout") ?? "",
            standardError: folder.text(".stderr") ?? "")
        for url in [output, error] { try FileManager.default.removeItem(at: url) }
        return outcome
    }
}
