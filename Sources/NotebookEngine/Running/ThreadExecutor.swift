import Foundation

/// Runs tasks on threads of its own, so that computations of minutes leave Swift's few shared threads to others.
package final class ThreadExecutor: TaskExecutor, @unchecked Sendable {
    // Guarded by `condition`.
    private var jobs: [UnownedJob] = []
    private var isClosed = false
    private let condition = NSCondition()

    /// - Parameter threads: At least 1.
    package init(threads: Int) {
        precondition(threads > 0, "somebody has to do the work")
        for _ in 0..<threads {
            let thread = Thread { [self] in
                while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
            }
            // As much as a main thread has; a page's tree may be deep.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.withLock {
            jobs.append(job)
            condition.signal()
        }
    }

    /// Lets the threads end once nothing is left to do.
    package func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }

    private func next() -> UnownedJob? {
        condition.withLock {
            while jobs.isEmpty {
                if isClosed { return nil }
                condition.wait()
            }
            return jobs.removeFirst()
        }
    }
}
