internal import Synchronization

/// The unclaimed tasks of a job, in a share for each worker.
///
/// Tasks lie in their order in the shares, each of which is claimed from its first task on.
struct TaskShares: ~Copyable {
    /// A share at some moment: number of the job in the upper half, its unclaimed tasks in the lower.
    ///
    /// Both change together, so that a thread that was held up between looking and claiming cannot claim a task of
    /// another job than it looked at.
    struct Ticket {
        fileprivate let value: UInt64

        /// Tasks that nobody has claimed.
        fileprivate var unclaimed: Int { Int(value & 0xFFFF_FFFF) }
        /// Whether there is something to claim.
        var isOpen: Bool { unclaimed > 0 }
    }

    /// Number of shares.
    let count: Int
    private let tickets: UnsafeMutablePointer<Atomic<UInt64>>
    /// Tickets are two cache lines apart, so that claiming from one share delays nobody at another.
    private static let stride = 16

    init(count: Int) {
        self.count = count
        tickets = .allocate(capacity: count * TaskShares.stride)
        for index in 0..<count * TaskShares.stride { (tickets + index).initialize(to: Atomic(0)) }
    }

    deinit {
        tickets.deinitialize(count: count * TaskShares.stride)
        tickets.deallocate()
    }

    /// Shares out the tasks of a new job, whose number differs from the last one's; no task of that may be unclaimed.
    func distribute(_ tasks: Int, ofJob number: UInt64) {
        for share in 0..<count {
            let range = range(ofShare: share, tasks: tasks)
            self[share].pointee.store(number << 32 | UInt64(range.count), ordering: .sequentiallyConsistent)
        }
    }

    /// How a share stands.
    func ticket(ofShare share: Int) -> Ticket {
        Ticket(value: self[share].pointee.load(ordering: .acquiring))
    }

    /// Claims a task, unless the share does not stand any more as `ticket` says.
    func claim(_ ticket: Ticket, ofShare share: Int) -> Bool {
        self[share].pointee.weakCompareExchange(
            expected: ticket.value, desired: ticket.value - 1, ordering: .acquiringAndReleasing
        ).exchanged
    }

    /// The task that was claimed with `ticket`, of a job of `tasks` tasks.
    func index(of ticket: Ticket, ofShare share: Int, tasks: Int) -> Int {
        range(ofShare: share, tasks: tasks).upperBound - ticket.unclaimed
    }

    private func range(ofShare share: Int, tasks: Int) -> Range<Int> {
        tasks * share / count..<tasks * (share + 1) / count
    }

    private subscript(share: Int) -> UnsafeMutablePointer<Atomic<UInt64>> { tickets + share * TaskShares.stride }
}
