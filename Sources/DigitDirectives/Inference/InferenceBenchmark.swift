import NeuralNetwork

/// Times how fast a network reads images.
struct InferenceBenchmark: Sendable {
    /// Times of single images in seconds.
    struct Latency: Hashable, Sendable {
        let median: Double
        let percentile95: Double

        /// Sums up one time or more; percentiles by the nearest rank.
        init(_ seconds: [Double]) {
            precondition(!seconds.isEmpty, "nothing was timed")
            let sorted = seconds.sorted()
            func percentile(_ share: Double) -> Double {
                sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
            }
            median = percentile(0.5)
            percentile95 = percentile(0.95)
        }
    }

    static let batchSize = 500
    private static let warmUps = 10
    /// Passes over a batch whose median counts.
    private static let batches = 8

    let architecture: Architecture
    /// Nil for initial weights.
    let weights: Weights?
    /// Single images to time.
    let repetitions: Int

    /// Times single images, one after another.
    func latency(on device: ComputeDevice) throws -> Latency {
        let network = try network(on: device, batchCapacity: 1)
        let images = noise(count: 16)
        let single = (0..<images.count).map { images.subset([$0]) }
        for index in 0..<Self.warmUps { _ = try network.predict(single[index % single.count]) }
        return Latency(
            try (0..<repetitions).map { index in
                try seconds { _ = try network.predict(single[index % single.count]) }
            })
    }

    /// Images a second in batches of 500, the median of several.
    func imagesPerSecond(on device: ComputeDevice) throws -> Double {
        let network = try network(on: device, batchCapacity: Self.batchSize)
        let images = noise(count: Self.batchSize)
        _ = try network.predict(images, batchSize: Self.batchSize)
        let times = try (0..<Self.batches).map { _ in
            try seconds { _ = try network.predict(images, batchSize: Self.batchSize) }
        }
        return Double(Self.batchSize) / Latency(times).median
    }

    private func network(on device: ComputeDevice, batchCapacity: Int) throws -> Network {
        let network = try Network(architecture, device: device, batchCapacity: batchCapacity)
        if let weights { network.weights = weights } else { network.initialize(key: 0) }
        return network
    }

    private func noise(count: Int) -> LabeledImages {
        var stream = RandomStream(key: 0)
        let pixels = (0..<count * architecture.input.count).map { _ in UInt8(truncatingIfNeeded: stream.next()) }
        return LabeledImages(
            shape: architecture.input, pixels: pixels, labels: [UInt8](repeating: 0, count: count))
    }

    private func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
