package import Foundation
import NeuralNetwork

/// What `notebook bench` has measured; its names are the keys of the JSON, in snake case.
package struct SpeedReport: Encodable, Sendable {
    /// Version of this layout.
    package let schema = 1
    package var environment: Environment
    /// Greatest speed of the kernels in use, all threads together.
    package var peakGflops: Double
    /// Greatest speed of every kernel variant that the machine runs.
    package var peaks: [Peak]
    /// How many times as fast as one thread all of them multiply and add, in turn with it; nil where there is but one.
    package var multiplyAddSpeedupOverOneThread: Double?
    package var train: Training
    /// The parts of one training step.
    package var layers: [Layer]
    package var infer: Inference
    /// Most memory in use at one time until now.
    package var peakRssBytes: Int

    /// The machine and the program.
    package struct Environment: Encodable, Sendable {
        package var version: String
        package var operatingSystem: String
        package var processor: String
        package var cores: Int
        /// The kernel variant in use.
        package var kernels: String
        package var threads: Int
        /// Where the images come from.
        package var data: String
    }

    /// How fast one kernel variant multiplies and adds, in operations a nanosecond.
    package struct Peak: Encodable, Sendable {
        package var kernels: String
        package var oneThreadGflops: Double
        package var gflops: Double
    }

    /// How fast the network is trained.
    package struct Training: Encodable, Sendable {
        package var batchSize: Int
        package var imagesPerRound: Int
        /// Images a second of each round.
        package var rounds: [Double]
        /// The median of the rounds.
        package var imagesPerSecond: Double
        /// How many times as fast as one thread all of them train, in turn with it; nil where there is but one.
        package var speedupOverOneThread: Double?
    }

    /// One part of a training step.
    package struct Layer: Encodable, Sendable {
        package var name: String
        package var output: String?
        package var forward: Work
        package var backward: Work?
    }

    /// What one pass takes in one part, for a whole batch.
    package struct Work: Encodable, Sendable {
        package var microseconds: Double
        /// By the arithmetic of the direct algorithm; nil for parts without convolution or matrix product.
        package var gflops: Double?
        package var shareOfPeak: Double?
    }

    /// How fast the network classifies, by the size of the batch.
    package struct Inference: Encodable, Sendable {
        package var b1: Batch
        package var b32: Batch
        package var b500: Batch
    }

    /// How fast batches of one size are classified; percentiles of the time that one takes.
    package struct Batch: Encodable, Sendable {
        package var imagesPerSecond: Double
        package var p50Microseconds: Double
        package var p95Microseconds: Double
        package var p99Microseconds: Double
    }

    /// The report as one JSON object that people can read too.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

extension SpeedReport.Peak {
    init(_ peak: ArithmeticPeak) {
        kernels = peak.variant.rawValue
        oneThreadGflops = peak.singleThreadGigaflops
        gflops = peak.gigaflops
    }
}

extension SpeedReport.Batch {
    init(_ times: Percentiles, batchSize: Int) {
        imagesPerSecond = Double(batchSize) / times.median
        p50Microseconds = times.median * 1e6
        p95Microseconds = times.percentile95 * 1e6
        p99Microseconds = times.percentile99 * 1e6
    }
}

extension SpeedReport.Layer {
    init(_ part: StepProfile.Part, peak: Double) {
        name = part.name
        output = part.output
        forward = SpeedReport.Work(part.forward, peak: peak)
        backward = part.backward.map { SpeedReport.Work($0, peak: peak) }
    }
}

extension SpeedReport.Work {
    init(_ work: StepProfile.Work, peak: Double) {
        microseconds = work.seconds * 1e6
        gflops = work.gigaflops
        shareOfPeak = work.gigaflops.map { $0 / peak }
    }
}
