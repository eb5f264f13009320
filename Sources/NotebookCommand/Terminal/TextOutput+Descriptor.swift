import Foundation
import Synchronization

extension TextOutput {
    /// An open file, pipe or terminal. Colours obey `NO_COLOR` (no-color.org) and `TERM=dumb`.
    package init(descriptor: Int32, environment: [String: String]) {
        let isTerminal = isatty(descriptor) == 1
        let isCapable = isTerminal && environment["TERM"].map { $0 != "dumb" } ?? false
        let writer = DescriptorWriter(descriptor: descriptor)
        self.init(
            write: { writer.write($0) },
            columns: { isTerminal ? Self.columns(of: descriptor) : nil },
            usesColor: isCapable && (environment["NO_COLOR"] ?? "").isEmpty,
            redrawsLines: isCapable)
    }

    /// The terminal's width; 80 where it does not say.
    private static func columns(of descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}

/// Writes whole texts to a descriptor, one after the other, until its reader goes away.
private final class DescriptorWriter: Sendable {
    private let descriptor: Int32
    private let isOpen = Mutex(true)

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    func write(_ text: String) {
        isOpen.withLock { isOpen in
            var text = text
            guard isOpen else { return }
            isOpen = text.withUTF8 { writeAll($0) }
        }
    }

    /// False once nobody reads any more.
    private func writeAll(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = Foundation.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if count >= 0 {
                written += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&poller, 1, -1)
            default: return false
            }
        }
        return true
    }
}
