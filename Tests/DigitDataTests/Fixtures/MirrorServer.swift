import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A mirror on loopback that serves files in a way that a test chooses.
final class MirrorServer: Sendable {
    /// How the server answers a request for a file.
    enum Manner: Sendable {
        /// As asked: a range as 206, else the whole as 200.
        case proper
        /// Always the whole file.
        case ignoringRanges
        /// Announces the whole file, sends so many bytes of it and then nothing more.
        case stallingAfter(Int)
        /// Announces the whole file and closes the connection after so many bytes.
        case closingAfter(Int)
        /// Never answers.
        case silent
        case status(Int)
    }

    private let files: [String: [UInt8]]
    private let manner: Manner
    private let log = Mutex<[String]>([])
    private let server: HTTPServer
    private let port: UInt16

    /// Path and range of every request so far, as in `train-images-idx3-ubyte.gz bytes=10-`.
    var requests: [String] { log.withLock { $0 } }

    /// Base address, with a slash at its end.
    var address: String { "http://127.0.0.1:\(port)/mirror/" }

    /// Serves `files` under their compressed names while `body` runs.
    static func serving(
        _ files: [String: [UInt8]], _ manner: Manner = .proper, body: (MirrorServer) async throws -> Void
    ) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
        let running = Task { try await server.run() }
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            throw URLError(.cannotConnectToHost)
        }
        let mirror = MirrorServer(files: files, manner: manner, server: server, port: port)
        await server.appendRoute("GET /mirror/*") { request in try await mirror.answer(request) }
        do {
            try await body(mirror)
        } catch {
            running.cancel()
            throw error
        }
        running.cancel()
    }

    private init(files: [String: [UInt8]], manner: Manner, server: HTTPServer, port: UInt16) {
        self.files = files
        self.manner = manner
        self.server = server
        self.port = port
    }

    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        let name = String(request.path.dropFirst("/mirror/".count))
        let range = request.headers[HTTPHeader("Range")]
        log.withLock { $0.append(range.map { "\(name) \($0)" } ?? name) }
        guard let file = files[name] else { return HTTPResponse(statusCode: .notFound) }
        switch manner {
        case .proper:
            guard let start = range.flatMap({ Int($0.dropFirst("bytes=".count).dropLast()) }) else {
                return HTTPResponse(statusCode: .ok, body: Data(file))
            }
            guard start < file.count else {
                return HTTPResponse(statusCode: HTTPStatusCode(416, phrase: "Range Not Satisfiable"))
            }
            return HTTPResponse(
                statusCode: .partialContent,
                headers: [HTTPHeader("Content-Range"): "bytes \(start)-\(file.count - 1)/\(file.count)"],
                body: Data(file[start...]))
        case .ignoringRanges:
            return HTTPResponse(statusCode: .ok, body: Data(file))
        case .stallingAfter(let count):
            return announcing(file, sending: count, staysOpen: true)
        case .closingAfter(let count):
            return announcing(file, sending: count, staysOpen: false)
        case .silent:
            try await Task.sleep(for: .seconds(60))
            return HTTPResponse(statusCode: .ok)
        case .status(let code):
            return HTTPResponse(statusCode: HTTPStatusCode(code, phrase: "As the test asks"))
        }
    }

    private func announcing(_ file: [UInt8], sending count: Int, staysOpen: Bool) -> HTTPResponse {
        let beginning = InterruptedBytes(bytes: Array(file.prefix(count)), staysOpen: staysOpen)
        return HTTPResponse(statusCode: .ok, body: HTTPBodySequence(from: beginning, count: file.count))
    }
}

/// Bytes after which nothing comes for a minute, or an error.
private struct InterruptedBytes: AsyncBufferedSequence {
    typealias Element = UInt8

    let bytes: [UInt8]
    let staysOpen: Bool

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes, staysOpen: staysOpen) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: [UInt8]
        let staysOpen: Bool

        mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            if !rest.isEmpty {
                defer { rest = Array(rest.dropFirst(count)) }
                return Array(rest.prefix(count))
            }
            if staysOpen { try await Task.sleep(for: .seconds(60)) }
            throw URLError(.networkConnectionLost)
        }
    }
}
