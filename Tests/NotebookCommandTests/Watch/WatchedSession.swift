import Foundation
import NotebookCommand
import TemporaryFolders
import Testing

/// `notebook watch a.md` in a folder of its own, with a browser that listens.
final class WatchedSession {
    let session: TestSession
    let port: UInt16
    private let watching: Task<CommandStatus, Never>
    private let events: Loopback

    init(_ notebook: String, _ arguments: String..., prepare: (TemporaryFolder) throws -> Void = { _ in }) async throws
    {
        let session = try TestSession()
        self.session = session
        try session.folder.write(notebook, to: "a.md")
        try prepare(session.folder)
        watching = Task { await session.execute(["watch", "a.md", "--no-browser", "--port", "0"] + arguments) }
        let told = try await Self.wait(for: /http:\/\/127\.0\.0\.1:([0-9]+)\//, in: session.standardError)
        port = try #require(UInt16(told.1))
        events = try await Loopback(port: port)
        try await events.send("GET /events", ["Host: 127.0.0.1:\(port)"])
    }

    deinit { watching.cancel() }

    private static func wait<Output>(for pattern: Regex<Output>, in text: CapturedText) async throws -> Output {
        while true {
            if let match = try pattern.firstMatch(in: text.text) { return match.output }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Saves the notebook.
    func save(_ notebook: String) throws { try session.folder.write(notebook, to: "a.md") }

    /// Waits until standard error holds `text`.
    func waitUntilToldOf(_ text: String) async throws {
        while !session.standardError.text.contains(text) { try await Task.sleep(for: .milliseconds(5)) }
    }

    /// The data of the next event of that name which holds `text`.
    func event(_ name: String, holding text: String = "") async throws -> String {
        while true {
            let event = try await events.text(through: "\n\n")
            if event.contains("event: \(name)\n"), text.isEmpty || event.contains(text) { return event }
        }
    }

    /// The page, once it holds `text`.
    func page(holding text: String) async throws -> String {
        while true {
            let page = try await Loopback.get("/", port: port)
            if page.contains(text) { return page }
            _ = try await event("page")
        }
    }

    /// Ends the program as a signal would.
    func end() async -> CommandStatus {
        watching.cancel()
        return await watching.value
    }
}
