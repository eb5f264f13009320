internal import CProcessors

/// The processors of this machine, as its system numbers them.
package enum Processors {
    /// Those that the calling thread may run on; none where the system lets nobody choose (macOS).
    package static var permitted: [Int32] {
        Array(unsafeUninitializedCapacity: 1024) { numbers, count in
            count = permitted_processors(numbers.baseAddress, numbers.count)
        }
    }

    /// Runs `body` with the calling thread on `processor` alone, where the system allows it.
    package static func run<Result>(on processor: Int32, _ body: () throws -> Result) rethrows -> Result {
        let before = permitted
        permit_processors([processor], 1)
        defer { permit_processors(before, before.count) }
        return try body()
    }
}
