import FlyingFox
import FlyingSocks
import Foundation

/// Serves a live page to browsers on this machine, on the loopback interface alone.
package struct PageServer: Sendable {
    package let port: UInt16
    private let running: Task<Void, Never>

    /// Serves on that port, or on a free one where another program has it; 0 for any free one.
    package static func start(
        at port: UInt16, serving page: LivePage
    ) async throws(CommandProblem) -> PageServer {
        do {
            return try await listen(at: port, page)
        } catch SocketError.failed(_, EADDRINUSE, _) where port != 0 {
            return try await start(at: 0, serving: page)
        } catch SocketError.failed(_, let code, _) {
            throw CommandProblem(
                "port \(port) cannot be served: \(systemMessage(code))",
                remedy: code == EACCES ? "Ports from 1024 on are for everybody." : nil, status: .failed)
        } catch {
            throw CommandProblem("port \(port) cannot be served: \(error.localizedDescription)", status: .failed)
        }
    }

    /// Where the page is.
    package var address: String { "http://127.0.0.1:\(port)/" }

    package func stop() { running.cancel() }

    /// How long browsers may be gone before their connections are closed.
    private static let pulse = Duration.seconds(20)

    private static func listen(at port: UInt16, _ page: LivePage) async throws -> PageServer {
        let handler = PageHandler(page: page)
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled, handler: handler)
        let (outcomes, outcome) = AsyncStream<Result<UInt16, any Error>>.makeStream()
        let running = Task {
            await withTaskGroup { group in
                group.addTask {
                    do {
                        try await server.run()
                    } catch {
                        outcome.yield(.failure(error))
                    }
                }
                group.addTask {
                    while (try? await Task.sleep(for: pulse)) != nil { page.touch() }
                }
            }
        }
        let waiting = Task {
            guard (try? await server.waitUntilListening(timeout: 60)) != nil,
                case .ip4(_, let port)? = await server.listeningAddress
            else { return }
            handler.open(port: port)
            outcome.yield(.success(port))
        }
        defer { waiting.cancel() }
        do {
            let port = try await outcomes.first { _ in true }?.get()
            guard let port else { throw CancellationError() }
            return PageServer(port: port, running: running)
        } catch {
            running.cancel()
            throw error
        }
    }
}
