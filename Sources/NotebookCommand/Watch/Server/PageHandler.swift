import FlyingFox
import Foundation
import Synchronization

/// Answers requests for a live page: `/` is the page, `/events` what happens to it.
final class PageHandler: HTTPHandler {
    private let page: LivePage
    private let requestGuard = Mutex<RequestGuard?>(nil)

    init(page: LivePage) {
        self.page = page
    }

    /// Answers from now on, at that port.
    func open(port: UInt16) {
        requestGuard.withLock { $0 = RequestGuard(port: port) }
    }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard let requestGuard = requestGuard.withLock(\.self) else {
            return Self.refusal(.serviceUnavailable, "The server is about to begin.")
        }
        guard requestGuard.permits(request) else {
            return Self.refusal(.forbidden, "This page is for browsers of this machine, at http://127.0.0.1.")
        }
        guard request.method == .GET else {
            return Self.refusal(.methodNotAllowed, "There is nothing here but to read.", [HTTPHeader("Allow"): "GET"])
        }
        switch request.path {
        case "/":
            guard let page = page.page else {
                return Self.refusal(.serviceUnavailable, "The page is about to be made.")
            }
            return HTTPResponse(
                statusCode: .ok, headers: Self.headers("text/html; charset=utf-8", [.eTag: "\"\(page.version)\""]),
                body: HTTPBodySequence(data: page.html, suggestedBufferSize: 1 << 18))
        case "/events":
            return HTTPResponse(
                statusCode: .ok, headers: Self.headers("text/event-stream"),
                body: HTTPBodySequence(from: EventBytes(page: page)))
        default:
            return Self.refusal(.notFound, "There is no such page.")
        }
    }

    private static func refusal(
        _ status: HTTPStatusCode, _ text: String, _ headers: [HTTPHeader: String] = [:]
    ) -> HTTPResponse {
        HTTPResponse(
            statusCode: status, headers: self.headers("text/plain; charset=utf-8", headers),
            body: Data((text + "\n").utf8))
    }

    /// Headers that keep the page out of caches and out of other sites.
    private static func headers(_ type: String, _ others: [HTTPHeader: String] = [:]) -> HTTPHeaders {
        HTTPHeaders(
            others.merging([
                .contentType: type, .cacheControl: "no-store",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
                HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
                HTTPHeader("X-Frame-Options"): "DENY",
            ]) { first, _ in first })
    }
}
