import Foundation
import Synchronization

/// Takes the first SIGINT or SIGTERM in an orderly way; the second ends the program at once.
///
/// The signal's handler does nothing but wake a thread through a pipe, because little else is allowed there. It is
/// taken off by the first signal, so that a program that hangs can still be ended from the keyboard.
package final class SignalWatch: Sendable {
    /// The signal with which other programs ask this one to end.
    package static let termination = SIGTERM

    private let handler = Mutex<(@Sendable (Int32) -> Void)?>(nil)

    /// Begins to watch; once in a process.
    ///
    /// Signals that the parent process chose to ignore, as shells do for jobs in the background, stay ignored.
    package init() {
        let wakeup = Pipe()
        wakeupDescriptor = wakeup.fileHandleForWriting.fileDescriptor
        Thread.detachNewThread { [self] in
            while let signal = wakeup.fileHandleForReading.readData(ofLength: 1).first { receive(Int32(signal)) }
        }
        for signal in [SIGINT, SIGTERM] where !Self.isIgnored(signal) {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in
                let error = errno
                var byte = UInt8(truncatingIfNeeded: signal)
                _ = write(wakeupDescriptor, &byte, 1)
                errno = error
            }
            action.sa_flags = SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND))
            sigaction(signal, &action, nil)
        }
    }

    /// Runs `work`; the first signal cancels it, before `onSignal`. Tells which signal it was, if any.
    package func run<Result: Sendable>(
        _ work: @escaping @Sendable () async -> Result, onSignal: @escaping @Sendable () -> Void
    ) async -> (Result, signal: Int32?) {
        let received = Mutex<Int32?>(nil)
        let task = Task { await work() }
        handler.withLock {
            $0 = { signal in
                received.withLock { $0 = signal }
                task.cancel()
                onSignal()
            }
        }
        let result = await task.value
        handler.withLock { $0 = nil }
        return (result, received.withLock(\.self))
    }

    private func receive(_ signal: Int32) {
        let handler = handler.withLock { handler in
            defer { handler = nil }
            return handler
        }
        if let handler {
            handler(signal)
        } else {
            // Nothing has to be put in order, or not again.
            kill(getpid(), signal)
        }
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}

/// Where the handler writes. A plain global, initialised before the program runs: a handler must not wait for a lock.
private nonisolated(unsafe) var wakeupDescriptor: Int32 = -1
