/// How many times as fast as one thread a device is.
package struct ThreadSpeedup: Hashable, Sendable {
    /// At training.
    package let training: Double
    /// At multiplying and adding in registers, where threads share nothing but the processor: more than that no
    /// algorithm can reach.
    package let multiplyAdd: Double
}

extension TrainingBenchmark {
    /// Compares `device` with one of its threads: medians over `pairs` of epochs, one on each, and of measurements of
    /// multiply-add beside them.
    ///
    /// The two take turns, so that a machine that becomes slower or faster does so for both; an epoch of each before does
    /// not count. `peakSeconds` is about a third of the time of a measurement of multiply-add. Throws as
    /// `imagesPerSecond` does.
    package func speedupOverOneThread(
        training images: LabeledImages, pairs: Int, peakSeconds: Double, on device: ComputeDevice
    ) throws -> ThreadSpeedup {
        let one = try Contestant(of: self, on: ComputeDevice(threads: 1, variant: device.variant), images: images)
        let all = try Contestant(of: self, on: device, images: images)
        var ratios: [ThreadSpeedup] = []
        for pair in 0...pairs {
            func speed(_ contestant: Contestant) throws -> Contestant.Speed {
                try contestant.speed(epoch: pair + 1, on: images, peakSeconds: peakSeconds)
            }
            // Each begins as often as the other.
            let first = try speed(pair % 2 == 0 ? one : all)
            let second = try speed(pair % 2 == 0 ? all : one)
            ratios.append(pair % 2 == 0 ? second / first : first / second)
        }
        func median(_ speedup: KeyPath<ThreadSpeedup, Double>) -> Double {
            Percentiles(ratios.dropFirst().map { $0[keyPath: speedup] }).median
        }
        return ThreadSpeedup(training: median(\.training), multiplyAdd: median(\.multiplyAdd))
    }
}

/// A device in the middle of a training of its own.
private struct Contestant {
    private let device: ComputeDevice
    private let session: TrainingSession

    struct Speed {
        let imagesPerSecond: Double
        let gigaflops: Double

        static func / (left: Speed, right: Speed) -> ThreadSpeedup {
            ThreadSpeedup(
                training: left.imagesPerSecond / right.imagesPerSecond, multiplyAdd: left.gigaflops / right.gigaflops)
        }
    }

    init(of benchmark: TrainingBenchmark, on device: ComputeDevice, images: LabeledImages) throws {
        self.device = device
        session = try benchmark.session(on: device, images: images)
    }

    func speed(epoch: Int, on images: LabeledImages, peakSeconds: Double) throws -> Speed {
        let report = try session.runEpoch(epoch, on: images) { _ in }
        return Speed(
            imagesPerSecond: report.imagesPerSecond,
            gigaflops: ArithmeticPeak.gigaflops(device.kernels, pool: device.pool, seconds: peakSeconds))
    }
}
