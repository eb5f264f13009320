import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One GET request, its answer and body as a stream of events that ends by itself when the server falls silent.
struct HTTPTransfer: Sendable {
    enum Event: Sendable {
        /// The head of the answer: status, and the first byte's offset where the server honours a range.
        case answer(status: Int, rangeStart: Int?)
        /// The next piece of the body.
        case body(Data)
    }

    let url: URL
    /// First byte wanted; 0 for the whole file.
    let offset: Int
    let timeouts: DownloadTimeouts

    /// Events in order; the stream throws a `MirrorFailure.Reason`. Whoever stops listening ends the transfer.
    ///
    /// A connection that breaks inside the body ends the stream without an error.
    func events() -> AsyncThrowingStream<Event, any Error> {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Event.self)
        let delegate = TransferDelegate(continuation)
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        // The watch below is stricter; these only must not come before it.
        configuration.timeoutIntervalForRequest = 3600
        configuration.timeoutIntervalForResource = 24 * 3600
        let session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
        let watch = Task {
            while let deadline = delegate.deadline(timeouts) {
                try await Task.sleep(until: deadline, clock: .continuous)
                if let silence = delegate.silence(timeouts) {
                    continuation.finish(throwing: silence)
                    return
                }
            }
        }
        continuation.onTermination = { _ in
            watch.cancel()
            session.invalidateAndCancel()
        }
        session.dataTask(with: request).resume()
        return stream
    }

    private var request: URLRequest {
        var request = URLRequest(url: url)
        // The bytes as they were published, or their digest cannot agree.
        request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
        request.setValue("notebook", forHTTPHeaderField: "User-Agent")
        if offset > 0 { request.setValue("bytes=\(offset)-", forHTTPHeaderField: "Range") }
        return request
    }
}

/// Passes on what URLSession reports, and remembers when that was.
private final class TransferDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private struct Activity {
        var last = ContinuousClock.now
        var hasAnswer = false
        var received = 0
        var isFinished = false
    }

    private let continuation: AsyncThrowingStream<HTTPTransfer.Event, any Error>.Continuation
    private let activity = Mutex(Activity())

    init(_ continuation: AsyncThrowingStream<HTTPTransfer.Event, any Error>.Continuation) {
        self.continuation = continuation
    }

    /// When the server's silence becomes too long; nil after the end.
    func deadline(_ timeouts: DownloadTimeouts) -> ContinuousClock.Instant? {
        activity.withLock { activity in
            if activity.isFinished { return nil }
            return activity.last + (activity.hasAnswer ? timeouts.stall : timeouts.answer)
        }
    }

    /// The failure to report where the deadline has passed.
    func silence(_ timeouts: DownloadTimeouts) -> MirrorFailure.Reason? {
        guard let deadline = deadline(timeouts), deadline <= .now else { return nil }
        return activity.withLock { activity in
            activity.hasAnswer
                ? .stalled(received: activity.received, after: timeouts.stall) : .noAnswer(after: timeouts.answer)
        }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        activity.withLock { activity in
            activity.last = .now
            activity.hasAnswer = true
        }
        let response = response as? HTTPURLResponse
        continuation.yield(
            .answer(
                status: response?.statusCode ?? 0,
                rangeStart: response?.value(forHTTPHeaderField: "Content-Range").flatMap(Self.rangeStart)))
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        activity.withLock { activity in
            activity.last = .now
            activity.received += data.count
        }
        continuation.yield(.body(data))
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let hasAnswer = activity.withLock { activity in
            activity.isFinished = true
            return activity.hasAnswer
        }
        // A body that breaks off just ends: the receiver knows the length it expects.
        continuation.finish(throwing: hasAnswer ? nil : error.map(Self.reason))
    }

    /// The offset in `bytes 100-199/200` (RFC 9110, section 14.4).
    private static func rangeStart(_ header: String) -> Int? {
        guard header.hasPrefix("bytes ") else { return nil }
        return Int(header.dropFirst(6).prefix { $0 != "-" })
    }

    private static func reason(_ error: any Error) -> MirrorFailure.Reason {
        guard let error = error as? URLError else { return .other(error.localizedDescription) }
        return switch error.code {
        case .badURL, .unsupportedURL: .invalidAddress
        case .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet: .hostNotFound
        case .cannotConnectToHost: .connectionFailed
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected:
            .insecure(error.localizedDescription)
        default: .other(error.localizedDescription)
        }
    }
}
