/// How many times as fast as one thread a device is, where the one thread runs on each of the processors in turn.
///
/// Processors of one machine differ, those of a virtual one by half within a second. Where the system puts the one
/// thread is chance; on the fastest, two threads are less than twice as fast at the best.
package struct ThreadSpeedup: Hashable, Sendable {
    /// At training.
    package let training: Double
    /// At multiplying and adding in registers, where threads share nothing but the processor: more than that no
    /// algorithm can reach.
    package let multiplyAdd: Double
}

extension TrainingBenchmark {
    /// Compares `device` with one of its threads: over `pairs` of epochs, one on each, and of measurements of
    /// multiply-add beside them.
    ///
    /// The two take turns, so that a machine that becomes slower or faster does so for both; an epoch of each before does
    /// not count. The figures are harmonic means, over processors, of the median ratio on each: what all threads do,
    /// by what one does on the average processor. `peakSeconds` is about a third of the time of a measurement of
    /// multiply-add. Throws as `imagesPerSecond` does.
    package func speedupOverOneThread(
        training images: LabeledImages, pairs: Int, peakSeconds: Double, on device: ComputeDevice
    ) throws -> ThreadSpeedup {
        let one = try Contestant(of: self, on: ComputeDevice(threads: 1, variant: device.variant), images: images)
        let all = try Contestant(of: self, on: device, images: images)
        let processors = Processors.permitted
        var ratios: [Int32?: [ThreadSpeedup]] = [:]
        for pair in 0...pairs {
            // Two pairs on each, so that each of the contestants begins one of them.
            let processor = processors.isEmpty ? nil : processors[(pair + 1) / 2 % processors.count]
            func speedOfOne() throws -> Contestant.Speed {
                func speed() throws -> Contestant.Speed {
                    try one.speed(epoch: pair + 1, on: images, peakSeconds: peakSeconds)
                }
                return if let processor { try Processors.run(on: processor, speed) } else { try speed() }
            }
            func speedOfAll() throws -> Contestant.Speed {
                try all.speed(epoch: pair + 1, on: images, peakSeconds: peakSeconds)
            }
            let ratio: ThreadSpeedup
            if pair % 2 == 0 {
                let before = try speedOfOne()
                ratio = try speedOfAll() / before
            } else {
                let before = try speedOfAll()
                ratio = try before / speedOfOne()
            }
            if pair > 0 { ratios[processor, default: []].append(ratio) }
        }
        func mean(_ speedup: KeyPath<ThreadSpeedup, Double>) -> Double {
            let medians = ratios.values.map { Percentiles($0.map { $0[keyPath: speedup] }).median }
            return Double(medians.count) / medians.reduce(0) { $0 + 1 / $1 }
        }
        return ThreadSpeedup(training: mean(\.training), multiplyAdd: mean(\.multiplyAdd))
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
