import Foundation
import Synchronization

/// Takes the first SIGINT or SIGTERM in an orderly way; the second ends the program at once.
///
/// The signals are blocked in every thread and awaited by one of their own. After the first they have their usual
/// effect again, so that a program that hangs can still be ended from the keyboard.
package final class SignalWatch: Sendable {
    /// The signal with which other programs ask this one to end.
    package static let termination = SIGTERM

    private let handler = Mutex<(@Sendable (Int32) -> Void)?>(nil)

    /// Begins to watch; to be called from the main thread before there is any other.
    ///
    /// Signals that the parent process chose to ignore, as shells do for jobs in the background, stay ignored.
    package init() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM] where !Self.isIgnored(signal) { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let watched = signals
        Thread.detachNewThread { [self] in
            var watched = watched
            var signal: Int32 = 0
            guard sigwait(&watched, &signal) == 0 else { return }
            pthread_sigmask(SIG_UNBLOCK, &watched, nil)
            if let handler = handler.withLock(\.self) {
                handler(signal)
            } else {
                // Nothing has to be put in order: the program ends as if it had not been watched.
                kill(getpid(), signal)
            }
        }
    }

    /// Runs `work`; the first signal cancels it, after `onSignal`. Tells which signal it was, if any.
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

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
