internal import Synchronization

/// Memory that is lent to one borrower at a time and kept for the next.
///
/// A second borrower at the same time gets memory of its own, which is freed when it is given back.
final class ScratchMemory: @unchecked Sendable {
    // Unchecked: only the one who turned `isLent` from false to true touches `kept`.
    private let isLent = Atomic(false)
    private var kept = AlignedBuffer<Float>(repeating: 0, count: 0)

    /// Lends `count` floats or more: as many as the largest loan so far, so that they can always be cut alike.
    func lend<Result>(_ count: Int, _ body: (_ first: UnsafeMutablePointer<Float>, _ capacity: Int) -> Result) -> Result
    {
        guard !isLent.exchange(true, ordering: .acquiring) else {
            let own = AlignedBuffer<Float>(repeating: 0, count: count)
            return withExtendedLifetime(own) { body(own.pointer, count) }
        }
        defer { isLent.store(false, ordering: .releasing) }
        if kept.count < count {
            kept = AlignedBuffer(repeating: 0, count: count)
        }
        return body(kept.pointer, kept.count)
    }
}
