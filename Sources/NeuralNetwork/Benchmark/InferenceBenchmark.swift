/// Times how fast a network reads images, by the same call that evaluates it.
package struct InferenceBenchmark: Sendable {
    /// The network's shape.
    package let architecture: Architecture
    /// Nil for initial weights.
    package let weights: Weights?

    /// Batches that are read before the clock runs.
    private static let warmUps = 3

    /// Times a network with `weights`, or with initial ones.
    package init(architecture: Architecture, weights: Weights? = nil) {
        self.architecture = architecture
        self.weights = weights
    }

    /// Times batches of `batchSize` images of noise, one after another, `repetitions` times.
    ///
    /// Throws `NetworkError.insufficientMemory`, and `CancellationError` where the task is cancelled.
    package func latency(batchSize: Int, repetitions: Int, on device: ComputeDevice) throws -> Percentiles {
        let network = try Network(architecture, device: device, batchCapacity: batchSize)
        if let weights { network.weights = weights } else { network.initialize(key: 0) }
        // Different images, so that no branch learns them by heart.
        let batches = (0..<(batchSize == 1 ? 16 : 1)).map { noise(count: batchSize, key: UInt64($0)) }
        for index in 0..<Self.warmUps {
            _ = try network.predict(batches[index % batches.count], batchSize: batchSize)
        }
        return Percentiles(
            try (0..<repetitions).map { index in
                try seconds { _ = try network.predict(batches[index % batches.count], batchSize: batchSize) }
            })
    }

    private func noise(count: Int, key: UInt64) -> LabeledImages {
        var stream = RandomStream(key: key)
        let pixels = (0..<count * architecture.input.count).map { _ in UInt8(truncatingIfNeeded: stream.next()) }
        return LabeledImages(
            shape: architecture.input, pixels: pixels, labels: [UInt8](repeating: 0, count: count))
    }
}
