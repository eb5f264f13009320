internal import Synchronization

/// A fixed set of threads that shares out numbered tasks.
///
/// The calling thread works too. Tasks are handed to whichever thread is free, so that a result must not depend on
/// who computes what. A call that comes while another one is under way, from inside a task or from another thread,
/// runs its tasks on the calling thread: nothing waits for anything, nothing can deadlock.
package final class ThreadPool: Sendable {
    /// Threads that work, the caller's included; at least 1.
    package let threadCount: Int

    private let crew: ThreadCrew
    private let isRunning = Atomic(false)
    private let scratch = ScratchMemory()
    private let workerMemory = ScratchMemory()

    /// Starts `threads` − 1 threads, fewer where the system grants no more. They end with the pool.
    package init(threads: Int) {
        crew = ThreadCrew(size: max(1, threads) - 1)
        threadCount = crew.size + 1
    }

    deinit {
        crew.dismiss()
    }

    /// Calls `body` once for each index in `0..<count` and returns when all calls have returned.
    package func run(_ count: Int, _ body: (Int) -> Void) {
        run(count) { index, _ in body(index) }
    }

    /// Like `run`, but tells `body` as well which worker, in `0..<threadCount`, calls it.
    ///
    /// Two calls at one time never have the same worker, which lets each worker have memory of its own.
    package func run(_ count: Int, _ body: (_ index: Int, _ worker: Int) -> Void) {
        run(count, then: 0, first: body, second: { _, _ in })
    }

    /// Runs two kinds of tasks as one job, with no wait between them: neither kind may need what the other does.
    ///
    /// No task of the second kind is begun before all of the first are. Short tasks are best put second: they fill the
    /// time in which a worker would wait for the last long task of another.
    package func run(
        _ firstCount: Int, then secondCount: Int, first: (_ index: Int, _ worker: Int) -> Void,
        second: (_ index: Int, _ worker: Int) -> Void
    ) {
        guard firstCount + secondCount > 1, threadCount > 1, !isRunning.exchange(true, ordering: .acquiring) else {
            for index in 0..<firstCount { first(index, 0) }
            for index in 0..<secondCount { second(index, 0) }
            return
        }
        crew.perform(firstCount, first, then: secondCount, second)
        isRunning.store(false, ordering: .releasing)
    }

    /// Lends `count` floats of uninitialised memory, aligned to 64 bytes, for the time of `body`.
    ///
    /// The pool keeps the memory for the next call, so that repeated calls allocate nothing.
    package func withScratch<Result>(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Result) -> Result {
        scratch.lend(count) { first, _ in body(first) }
    }

    /// Lends each worker `count` floats of uninitialised memory of its own, aligned to 64 bytes, for the time of `body`.
    ///
    /// A worker has the same memory in every call, mostly in the cache of the core that it runs on.
    package func withWorkerMemory<Result>(_ count: Int, _ body: (WorkerMemory) -> Result) -> Result {
        workerMemory.lend(WorkerMemory.capacity(count, workers: threadCount)) { first, capacity in
            body(WorkerMemory(first, capacity: capacity, workers: threadCount))
        }
    }

    /// Lends `count` floats that all workers share, and each worker `workerCount` floats of its own.
    package func withScratch<Result>(
        _ count: Int, perWorker workerCount: Int,
        _ body: (_ shared: UnsafeMutablePointer<Float>, _ workers: WorkerMemory) -> Result
    ) -> Result {
        withScratch(count) { shared in withWorkerMemory(workerCount) { body(shared, $0) } }
    }
}
