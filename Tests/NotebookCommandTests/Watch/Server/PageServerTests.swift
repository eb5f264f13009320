import Foundation
import NotebookCommand
import Testing

struct PageServerTests {
    private let page = LivePage()

    private func serving(_ body: (PageServer) async throws -> Void) async throws {
        page.show(LivePage.Page(version: "v1", html: Data("<!doctype html>the page".utf8)))
        let server = try await PageServer.start(at: 0, serving: page)
        defer { server.stop() }
        try await body(server)
    }

    @Test func servesThePageWithItsVersion() async throws {
        try await serving { server in
            let response = try await Loopback.get("/", port: server.port)
            #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(response.contains("\r\nETag: \"v1\"\r\n"))
            #expect(response.contains("\r\nCache-Control: no-store\r\n"))
            #expect(response.hasSuffix("\r\n\r\n<!doctype html>the page"))
        }
    }

    @Test func acceptsBothNamesOfTheMachine() async throws {
        try await serving { server in
            for name in ["127.0.0.1", "localhost", "LOCALHOST"] {
                let headers = [
                    "Host: \(name):\(server.port)", "Origin: http://\(name):\(server.port)", "Connection: close",
                ]
                let response = try await Loopback.get("/", port: server.port, headers)
                #expect(response.hasPrefix("HTTP/1.1 200 "), "\(name)")
            }
        }
    }

    @Test(arguments: [
        ["Host: evil.example"], ["Host: evil.example:PORT"], ["Host: 127.0.0.1"], ["Host: 127.0.0.1:1"],
        ["Host: 127.0.0.1:PORT.evil.example"], ["Host: 127.0.0.1:PORT", "Host: evil.example"], [],
        ["Host: 127.0.0.1:PORT", "Origin: http://evil.example"], ["Host: 127.0.0.1:PORT", "Origin: null"],
        ["Host: 127.0.0.1:PORT", "Origin: https://127.0.0.1:PORT"],
        ["Host: localhost:PORT", "Origin: http://localhost"],
    ])
    func refusesRequestsThatAnotherSiteMayHaveBroughtAbout(headers: [String]) async throws {
        try await serving { server in
            let headers = headers.map { $0.replacing("PORT", with: String(server.port)) } + ["Connection: close"]
            for path in ["/", "/events"] {
                let response = try await Loopback.get(path, port: server.port, headers)
                #expect(response.hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
                #expect(!response.contains("the page"))
            }
        }
    }

    @Test func answersNothingButReading() async throws {
        try await serving { server in
            let connection = try await Loopback(port: server.port)
            try await connection.send(
                "POST /", ["Host: 127.0.0.1:\(server.port)", "Content-Length: 0", "Connection: close"])
            #expect(await connection.rest().hasPrefix("HTTP/1.1 405 "))
            #expect(try await Loopback.get("/etc/passwd", port: server.port).hasPrefix("HTTP/1.1 404 "))
        }
    }

    @Test func tellsFollowersOfChanges() async throws {
        try await serving { server in
            let events = try await Loopback(port: server.port)
            try await events.send("GET /events", ["Host: 127.0.0.1:\(server.port)"])
            #expect(try await events.text(through: "\r\n\r\n").contains("\r\nContent-Type: text/event-stream\r\n"))
            #expect(try await events.text(through: "\n\n").contains("event: page\ndata: {\"version\":\"v1\"}\n\n"))
            page.show(notice: "<p>wrong</p>\n")
            #expect(
                try await events.text(through: "\n\n").contains(
                    "event: notice\ndata: {\"html\":\"<p>wrong</p>\\n\"}\n\n"))
            page.show(LivePage.Page(version: "v2", html: Data()))
            #expect(try await events.text(through: "\n\n").contains("event: page\ndata: {\"version\":\"v2\"}\n\n"))
        }
    }

    @Test func takesAFreePortWhereTheOneAskedForIsTaken() async throws {
        try await serving { first in
            let second = try await PageServer.start(at: first.port, serving: LivePage())
            defer { second.stop() }
            #expect(second.port != first.port && second.port != 0)
            // The first goes on.
            #expect(try await Loopback.get("/", port: first.port).hasPrefix("HTTP/1.1 200 "))
        }
    }
}
