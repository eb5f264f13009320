/// Memory of each worker of a pool, at the same place in every job.
///
/// What a worker leaves there, only it writes again. Where one worker's memory is what another one's was in the job
/// before, each of its lines has to come from the other's cache first.
package struct WorkerMemory {
    private let first: UnsafeMutablePointer<Float>
    private let stride: Int

    /// Parts are multiples of so many floats, a page of memory.
    private static let pageCount = 1024

    /// Cuts `capacity` floats at `first`, as many as `capacity(_:workers:)` asks for, into equal parts for `workers` workers.
    init(_ first: UnsafeMutablePointer<Float>, capacity: Int, workers: Int) {
        self.first = first
        stride = capacity / workers
    }

    /// Floats from which each of `workers` workers gets at least `count`.
    static func capacity(_ count: Int, workers: Int) -> Int {
        (count + pageCount - 1) / pageCount * pageCount * workers
    }

    /// The memory of worker `worker`.
    package subscript(worker: Int) -> UnsafeMutablePointer<Float> { first + worker * stride }
}
