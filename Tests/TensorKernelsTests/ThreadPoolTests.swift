import Synchronization
import TensorKernels
import Testing

@Suite struct ThreadPoolTests {
    @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 1000])
    func callsEachIndexOnce(threads: Int, count: Int) {
        let pool = ThreadPool(threads: threads)
        let calls = AlignedBuffer<Int>(repeating: 0, count: count)
        // Many jobs in quick succession, so that threads meet the next job while they leave the last.
        for _ in 0..<200 {
            pool.run(count) { calls.pointer[$0] += 1 }
        }
        #expect(calls.elements == Array(repeating: 200, count: count))
    }

    @Test(arguments: [1, 2, 3])
    func runsTwoKindsOfTasksAsOneJob(threads: Int) {
        let pool = ThreadPool(threads: threads)
        let firsts = AlignedBuffer<Int>(repeating: 0, count: 5)
        let seconds = AlignedBuffer<Int>(repeating: 0, count: 13)
        for _ in 0..<200 {
            pool.run(5, then: 13) { index, _ in
                firsts.pointer[index] += 1
            } second: { index, _ in
                seconds.pointer[index] += 1
            }
        }
        #expect(firsts.elements == Array(repeating: 200, count: 5))
        #expect(seconds.elements == Array(repeating: 200, count: 13))
    }

    @Test(arguments: [1, 2, 4])
    func beginsNoTaskOfTheSecondKindBeforeAllOfTheFirst(threads: Int) {
        let pool = ThreadPool(threads: threads)
        let begun = Atomic(0)
        let leastBegun = Atomic(Int.max)
        for _ in 0..<200 {
            begun.store(0, ordering: .relaxed)
            pool.run(9, then: 7) { _, _ in
                begun.add(1, ordering: .sequentiallyConsistent)
            } second: { _, _ in
                leastBegun.min(begun.load(ordering: .sequentiallyConsistent), ordering: .sequentiallyConsistent)
            }
        }
        // Each other worker may have claimed one that it has not told of yet.
        #expect(leastBegun.load(ordering: .relaxed) >= 9 - (threads - 1))
    }

    @Test func neverGivesOneWorkerToTwoTasksAtOnce() {
        let pool = ThreadPool(threads: 4)
        let isBusy = (0..<4).map { _ in Flag() }
        let collisions = Atomic(0)
        pool.run(500) { _, worker in
            if isBusy[worker].raise() { collisions.add(1, ordering: .relaxed) }
            var sum = 0.0
            for number in 1...2000 { sum += 1 / Double(number) }
            if sum == 0 { collisions.add(1, ordering: .relaxed) }
            isBusy[worker].lower()
        }
        #expect(collisions.load(ordering: .relaxed) == 0)
    }

    @Test func wakesThreadsThatHaveGoneToSleep() async throws {
        let pool = ThreadPool(threads: 3)
        for _ in 0..<5 {
            try await Task.sleep(for: .milliseconds(20))
            let calls = Atomic(0)
            pool.run(64) { _ in calls.add(1, ordering: .relaxed) }
            #expect(calls.load(ordering: .relaxed) == 64)
        }
    }

    @Test func runsNestedCallsWithoutDeadlock() {
        let pool = ThreadPool(threads: 3)
        let calls = Atomic(0)
        pool.run(10) { _ in
            pool.run(10) { _ in
                pool.run(10) { _ in calls.add(1, ordering: .relaxed) }
            }
        }
        #expect(calls.load(ordering: .relaxed) == 1000)
    }

    @Test func servesConcurrentCallersWithoutDeadlock() async {
        let pool = ThreadPool(threads: 2)
        let sums = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let calls = Atomic(0)
                    for _ in 0..<500 {
                        pool.run(20) { _ in calls.add(1, ordering: .relaxed) }
                    }
                    return calls.load(ordering: .relaxed)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sums == [10_000, 10_000, 10_000, 10_000])
    }

    @Test func lendsScratchThatBorrowersDoNotShare() {
        let pool = ThreadPool(threads: 2)
        pool.withScratch(100) { outer in
            outer.update(repeating: 1, count: 100)
            pool.withScratch(100) { inner in
                inner.update(repeating: 2, count: 100)
            }
            #expect((0..<100).allSatisfy { outer[$0] == 1 })
        }
    }

    @Test func givesAWorkerTheSameMemoryInEveryCall() {
        let pool = ThreadPool(threads: 3)
        func addresses(_ count: Int) -> [Int] {
            pool.withWorkerMemory(count) { workers in (0..<3).map { Int(bitPattern: workers[$0]) } }
        }
        _ = addresses(100)
        let largest = addresses(5_000)
        #expect(addresses(3) == largest)
        #expect(addresses(5_000) == largest)
        for (worker, next) in zip(largest, largest.dropFirst()) {
            #expect(next - worker >= 5_000 * MemoryLayout<Float>.stride)
        }
    }

    @Test func lendsWorkerMemoryThatBorrowersDoNotShare() {
        let pool = ThreadPool(threads: 2)
        pool.withScratch(10, perWorker: 100) { shared, outer in
            shared.update(repeating: 0, count: 10)
            for worker in 0..<2 { outer[worker].update(repeating: Float(1 + worker), count: 100) }
            pool.withWorkerMemory(100) { inner in
                for worker in 0..<2 { inner[worker].update(repeating: 3, count: 100) }
            }
            #expect((0..<10).allSatisfy { shared[$0] == 0 })
            #expect((0..<100).allSatisfy { outer[0][$0] == 1 && outer[1][$0] == 2 })
        }
    }

    @Test func reportsAtLeastOneThread() {
        #expect(ThreadPool(threads: 0).threadCount == 1)
        #expect(ThreadPool(threads: 5).threadCount == 5)
    }

    /// A flag that says whether it was up already.
    private final class Flag: Sendable {
        private let isUp = Atomic(false)

        func raise() -> Bool { isUp.exchange(true, ordering: .acquiringAndReleasing) }
        func lower() { isUp.store(false, ordering: .releasing) }
    }
}
