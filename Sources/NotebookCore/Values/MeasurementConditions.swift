/// What durations and speeds were measured with, which they tell as much of as of the work.
package struct MeasurementConditions: Hashable, Sendable, Codable {
    /// Threads that computed.
    package var threads: Int
    package var processor: String
    /// The instruction set whose kernels computed.
    package var kernels: String

    package init(threads: Int, processor: String, kernels: String) {
        self.threads = threads
        self.processor = processor
        self.kernels = kernels
    }

    /// "with 2 threads"
    package var threadsText: String { threads == 1 ? "with 1 thread" : "with \(threads) threads" }
    /// "with 2 threads on a processor, v4 kernels"
    package var text: String { "\(threadsText) on \(processor), \(kernels) kernels" }
}
