internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The threads behind a `ThreadPool`: they wait for a job, claim its tasks one by one, and wait again.
///
/// Each worker begins with a share of its own, one after the other, and then helps out with those of others. Where jobs
/// are cut alike, what a worker wrote in one of them is thus still in its own cache when the next one reads it. All tasks of
/// a job's first kind are claimed before one of its second.
///
/// A waiting thread first spins for a few microseconds, then offers its processor to others, then sleeps. Hand-off
/// thus costs about a microsecond within a computation, and an idle crew costs nothing.
final class ThreadCrew: @unchecked Sendable {
    // Unchecked: what is not atomic is written in `init` alone, or guarded by the lock.

    /// The tasks of one kind.
    private struct Tasks {
        let count: Int
        let body: (Int, Int) -> Void
    }
    /// A job as long as it runs, its first kind of tasks and then its second; it lives on the stack of `perform`.
    private typealias Job = InlineArray<2, Tasks>

    /// Number of threads.
    var size: Int { threads.count }
    private var threads: [pthread_t] = []

    /// The unclaimed tasks of each kind.
    private let shares: InlineArray<2, TaskShares>
    /// Number of the latest job.
    private let jobNumber = Atomic<UInt64>(0)
    private let job = Atomic<UnsafePointer<Job>?>(nil)
    private let completedTasks = Atomic<Int>(0)
    private let isDismissed = Atomic(false)

    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let jobArrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let jobCompleted = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let sleepingWorkers = Atomic<Int>(0)
    private let callerSleeps = Atomic(false)

    /// Starts up to `size` threads: fewer, where the system refuses.
    init(size: Int) {
        shares = InlineArray { _ in TaskShares(count: size + 1) }
        pthread_mutex_init(lock, nil)
        pthread_cond_init(jobArrived, nil)
        pthread_cond_init(jobCompleted, nil)
        for worker in 0..<size {
            // Worker 0 is whoever calls `perform`.
            guard let thread = startThread(worker: worker + 1) else { break }
            threads.append(thread)
        }
    }

    deinit {
        pthread_cond_destroy(jobCompleted)
        pthread_cond_destroy(jobArrived)
        pthread_mutex_destroy(lock)
        jobCompleted.deallocate()
        jobArrived.deallocate()
        lock.deallocate()
    }

    /// Ends the threads and waits until they have ended; nothing may be under way.
    func dismiss() {
        isDismissed.store(true, ordering: .sequentiallyConsistent)
        wakeWorkers()
        for thread in threads { pthread_join(thread, nil) }
    }

    /// Calls `first(index, worker)` for each index in `0..<firstCount` and `second(index, worker)` for each in
    /// `0..<secondCount`; one call of `perform` at a time.
    func perform(
        _ firstCount: Int, _ first: (Int, Int) -> Void, then secondCount: Int, _ second: (Int, Int) -> Void
    ) {
        precondition(max(firstCount, secondCount) <= Int(UInt32.max), "a job has up to 2³² − 1 tasks of a kind")
        withoutActuallyEscaping(first) { first in
            withoutActuallyEscaping(second) { second in
                perform([Tasks(count: firstCount, body: first), Tasks(count: secondCount, body: second)])
            }
        }
    }

    private func perform(_ tasks: Job) {
        withUnsafePointer(to: tasks) { pointer in
            completedTasks.store(0, ordering: .relaxed)
            job.store(pointer, ordering: .relaxed)
            let number = jobNumber.load(ordering: .relaxed) &+ 1
            for kind in tasks.indices { shares[kind].distribute(tasks[kind].count, ofJob: number) }
            jobNumber.store(number, ordering: .sequentiallyConsistent)
            if sleepingWorkers.load(ordering: .sequentiallyConsistent) > 0 { wakeWorkers() }
            claimTasks(worker: 0)
            waitForCompletion(of: tasks[0].count + tasks[1].count)
        }
    }
}

// MARK: - Workers

extension ThreadCrew {
    /// What a new thread is told.
    private final class Orders {
        let crew: ThreadCrew
        let worker: Int

        init(crew: ThreadCrew, worker: Int) {
            self.crew = crew
            self.worker = worker
        }
    }

    private func startThread(worker: Int) -> pthread_t? {
        let orders = Unmanaged.passRetained(Orders(crew: self, worker: worker))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let orders = Unmanaged<Orders>.fromOpaque(argument).takeRetainedValue()
                orders.crew.work(as: orders.worker)
                return nil
            }, orders.toOpaque())
        guard status == 0 else {
            orders.release()
            return nil
        }
        return thread
    }

    private func work(as worker: Int) {
        var latest: UInt64 = 0
        while true {
            waitForJob(after: latest)
            if isDismissed.load(ordering: .acquiring) { return }
            latest = jobNumber.load(ordering: .acquiring)
            claimTasks(worker: worker)
        }
    }

    private func claimTasks(worker: Int) {
        for kind in shares.indices {
            for distance in 0..<shares[kind].count {
                let share = (worker + distance) % shares[kind].count
                while true {
                    let ticket = shares[kind].ticket(ofShare: share)
                    guard ticket.isOpen, let pointer = job.load(ordering: .relaxed) else { break }
                    guard shares[kind].claim(ticket, ofShare: share) else { continue }
                    // The claim holds the job open, so that the pointer stays valid until the task is completed.
                    let index = shares[kind].index(of: ticket, ofShare: share, tasks: pointer.pointee[kind].count)
                    let count = pointer.pointee[0].count + pointer.pointee[1].count
                    ThreadCrew.call(pointer, kind: kind, index: index, worker: worker)
                    complete(of: count)
                }
            }
        }
    }

    /// Not inlined, so that nothing of the job's closure outlives the call: the job may end right after it.
    @inline(never)
    private static func call(_ job: UnsafePointer<Job>, kind: Int, index: Int, worker: Int) {
        job.pointee[kind].body(index, worker)
    }

    private func complete(of count: Int) {
        let (_, completed) = completedTasks.add(1, ordering: .sequentiallyConsistent)
        guard completed == count, callerSleeps.load(ordering: .sequentiallyConsistent) else { return }
        pthread_mutex_lock(lock)
        pthread_cond_signal(jobCompleted)
        pthread_mutex_unlock(lock)
    }
}

// MARK: - Waiting

extension ThreadCrew {
    private func hasNews(after latest: UInt64) -> Bool {
        jobNumber.load(ordering: .sequentiallyConsistent) != latest
            || isDismissed.load(ordering: .sequentiallyConsistent)
    }

    /// Spins, then yields, until `condition` holds; false when it is time to sleep.
    private func spin(until condition: () -> Bool) -> Bool {
        for _ in 0..<2_000 where condition() { return true }
        // Yielding keeps the processor free for others while this thread is awake: some 50 µs in all.
        for _ in 0..<100 {
            sched_yield()
            if condition() { return true }
        }
        return false
    }

    private func waitForJob(after latest: UInt64) {
        if spin(until: { hasNews(after: latest) }) { return }
        pthread_mutex_lock(lock)
        sleepingWorkers.add(1, ordering: .sequentiallyConsistent)
        while !hasNews(after: latest) { pthread_cond_wait(jobArrived, lock) }
        sleepingWorkers.subtract(1, ordering: .sequentiallyConsistent)
        pthread_mutex_unlock(lock)
    }

    private func wakeWorkers() {
        pthread_mutex_lock(lock)
        pthread_cond_broadcast(jobArrived)
        pthread_mutex_unlock(lock)
    }

    private func waitForCompletion(of count: Int) {
        let isCompleted = { self.completedTasks.load(ordering: .sequentiallyConsistent) == count }
        if spin(until: isCompleted) { return }
        pthread_mutex_lock(lock)
        callerSleeps.store(true, ordering: .sequentiallyConsistent)
        while !isCompleted() { pthread_cond_wait(jobCompleted, lock) }
        callerSleeps.store(false, ordering: .sequentiallyConsistent)
        pthread_mutex_unlock(lock)
    }
}
