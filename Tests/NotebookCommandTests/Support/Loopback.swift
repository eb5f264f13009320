import FlyingSocks
import Foundation

/// A connection to a server on this machine, on which a test says what it likes.
final class Loopback {
    private let socket: AsyncSocket
    private var unread = ""

    init(port: UInt16) async throws {
        socket = try await .connected(to: .inet(ip4: "127.0.0.1", port: port), timeout: 60)
    }

    deinit { try? socket.close() }

    /// Sends a request without a body, with exactly these headers.
    func send(_ requestLine: String, _ headers: [String]) async throws {
        let lines = ["\(requestLine) HTTP/1.1"] + headers + ["", ""]
        try await socket.write(Data(lines.joined(separator: "\r\n").utf8))
    }

    /// Everything up to and with `mark`, which what comes next follows.
    func text(through mark: String) async throws -> String {
        while true {
            if let range = unread.range(of: mark) {
                defer { unread = String(unread[range.upperBound...]) }
                return String(unread[..<range.upperBound])
            }
            unread += String(decoding: try await socket.read(atMost: 1 << 16), as: UTF8.self)
        }
    }

    /// Everything up to the end of the connection.
    func rest() async -> String {
        while let bytes = try? await socket.read(atMost: 1 << 16), !bytes.isEmpty {
            unread += String(decoding: bytes, as: UTF8.self)
        }
        return unread
    }

    /// The whole response to a request for `path`.
    static func get(_ path: String, port: UInt16, _ headers: [String]? = nil) async throws -> String {
        let connection = try await Loopback(port: port)
        try await connection.send("GET \(path)", headers ?? ["Host: 127.0.0.1:\(port)", "Connection: close"])
        return await connection.rest()
    }
}
