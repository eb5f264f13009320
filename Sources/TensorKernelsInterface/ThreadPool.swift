/// A fixed set of threads that shares out numbered tasks.
package final class ThreadPool: Sendable {
    /// Threads that work, the caller's included; at least 1.
    package let threadCount: Int

    package init(threads: Int) {
        threadCount = max(1, threads)
    }

    /// Calls `body` once for each index in `0..<count` and returns when all calls have returned.
    package func run(_ count: Int, _ body: (Int) -> Void) {
        for index in 0..<count { body(index) }
    }
}
