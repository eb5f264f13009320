/// Why a download did not succeed.
enum DownloadError: Error, Hashable, Sendable {
    /// No mirror delivered a file; one failure for each mirror that was asked.
    case mirrorsFailed([MirrorFailure])
    /// The file cannot be written here; the mirrors have no part in it.
    case cannotStore(path: String, reason: String)
}

/// What went wrong with one mirror.
struct MirrorFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Address of the file that was asked for.
    let url: String
    let reason: Reason

    enum Reason: Error, Hashable, Sendable {
        case invalidAddress
        case hostNotFound
        case connectionFailed
        case noAnswer(after: Duration)
        case insecure(String)
        case status(Int)
        case stalled(received: Int, after: Duration)
        case cutOff(received: Int, expected: Int)
        case tooLong(expected: Int)
        case wrongDigest(found: FileDigest, expected: FileDigest)
        case other(String)

        /// Whether the server itself does not respond, so that asking it for another file is a waste of time.
        var isAboutServer: Bool {
            switch self {
            case .invalidAddress, .hostNotFound, .connectionFailed, .noAnswer, .insecure, .stalled: true
            case .status, .cutOff, .tooLong, .wrongDigest, .other: false
            }
        }
    }

    /// One line: the address and what is wrong.
    var description: String { "\(url): \(cause)" }

    private var cause: String {
        switch reason {
        case .invalidAddress: "no valid address"
        case .hostNotFound: "the host's name cannot be resolved (no network?)"
        case .connectionFailed: "no connection"
        case .noAnswer(let duration): "no answer within \(seconds(duration))"
        case .insecure(let reason): "no secure connection: \(reason)"
        case .status(let status): "the server answers with status \(status)"
        case .stalled(let received, let duration):
            "nothing more for \(seconds(duration)) after \(received) bytes"
        case .cutOff(let received, let expected): "the connection ended after \(received) of \(expected) bytes"
        case .tooLong(let expected): "the server sends more than the published \(expected) bytes"
        case .wrongDigest(let found, let expected):
            "SHA-256 is \(found.abbreviated)… instead of the published \(expected.abbreviated)…"
        case .other(let reason): reason
        }
    }

    private func seconds(_ duration: Duration) -> String {
        let seconds = duration / .seconds(1)
        return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
    }
}
