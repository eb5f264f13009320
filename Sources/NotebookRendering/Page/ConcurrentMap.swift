import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What becomes of each element, in order; elements are worked on side by side, on as many cores as there are.
    func concurrentMap<Mapped: Sendable>(_ transform: @Sendable (Element) -> Mapped) -> [Mapped] {
        let mapped = Mutex([Mapped?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = transform(self[index])
            mapped.withLock { $0[index] = result }
        }
        return mapped.withLock { $0.compactMap(\.self) }
    }
}
