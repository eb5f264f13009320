import DigitData
import DigitDirectives
import Foundation
import NeuralNetwork
import NotebookCore
import TensorKernels

/// Measures how fast this machine trains and classifies, and writes what came of it to standard output.
package struct BenchAction: Sendable {
    /// How the result is written.
    package enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    private let dataFolder: String?
    private let threads: Int?
    private let format: Format
    private let workload: BenchWorkload
    private let session: Session

    /// - Parameter dataFolder: The folder of IDX files to train on; nil for digits that the program draws.
    package init(
        dataFolder: String?, threads: Int?, format: Format, workload: BenchWorkload = .standard, session: Session
    ) {
        self.dataFolder = dataFolder
        self.threads = threads
        self.format = format
        self.workload = workload
        self.session = session
    }

    private static let batchSize = 32

    /// Does it all; whatever goes wrong is told on standard error.
    package func perform() async -> CommandStatus {
        do {
            let report = try await measure()
            switch format {
            case .text: session.standardOutput.write(report.text(session.standardOutput.style))
            case .json: session.standardOutput.write(String(decoding: try report.json(), as: UTF8.self) + "\n")
            }
            return .success
        } catch is CancellationError {
            return .interrupted
        } catch {
            let problem = CommandProblem(bench: error)
            TerminalReporter(output: session.standardError).receive(.problem(problem))
            return problem.status
        }
    }

    private func measure() async throws -> SpeedReport {
        let variant = try KernelVariant.preferred(environment: session.environment)
        let device = try ComputeDevice(threads: threads ?? session.host.cores, variant: variant)
        let (all, source) = try await images(threads: device.threads)
        let images = all.subset(Array(0..<min(workload.trainingImages, all.count)))
        let architecture = try Architecture.convolutional(
            input: images.shape, blocks: workload.blocks, dense: [workload.dense], dropout: 0.5, classes: 10)

        tell("measuring the peak of multiply-add")
        let peaks = try KernelVariant.available.map { variant in
            try Task.checkCancellation()
            return ArithmeticPeak(
                of: try ComputeDevice(threads: device.threads, variant: variant), seconds: workload.peakSeconds)
        }
        let peak = peaks.first { $0.variant == variant }?.gigaflops ?? 0

        let training = TrainingBenchmark(architecture: architecture, batchSize: Self.batchSize)
        let rounds = try training.imagesPerSecond(
            training: images, rounds: workload.trainingRounds, on: device
        ) { round, speed in
            tell(
                "training, " + (round == 0 ? "warm-up" : "round \(round) of \(workload.trainingRounds)")
                    + ": \(NumberFormat.integer.text(for: speed)) images/s")
        }
        var speedup: ThreadSpeedup?
        if device.threads > 1 {
            tell("training on one thread and on \(device.threads) in turn")
            speedup = try training.speedupOverOneThread(
                training: images.subset(Array(0..<min(workload.comparedImages, images.count))),
                pairs: workload.comparedRounds, peakSeconds: workload.peakSeconds / 10, on: device)
        }
        tell("timing the layers")
        let profile = try StepProfile(
            architecture, images: images, batchSize: min(Self.batchSize, images.count),
            repetitions: workload.profiledSteps, on: device)
        let inference = InferenceBenchmark(architecture: architecture)
        func batch(of size: Int, times: Int) throws -> SpeedReport.Batch {
            tell("classifying \(size == 1 ? "single images" : "batches of \(size)")")
            return SpeedReport.Batch(
                try inference.latency(batchSize: size, repetitions: times, on: device), batchSize: size)
        }
        return SpeedReport(
            environment: SpeedReport.Environment(
                version: programVersion, operatingSystem: session.host.operatingSystem,
                processor: session.host.processor, cores: session.host.cores, kernels: variant.rawValue,
                threads: device.threads, data: source),
            peakGflops: peak, peaks: peaks.map(SpeedReport.Peak.init),
            multiplyAddSpeedupOverOneThread: speedup?.multiplyAdd,
            train: SpeedReport.Training(
                batchSize: Self.batchSize, imagesPerRound: images.count,
                rounds: rounds, imagesPerSecond: Percentiles(rounds).median, speedupOverOneThread: speedup?.training),
            layers: profile.parts.map { SpeedReport.Layer($0, peak: peak) },
            infer: SpeedReport.Inference(
                b1: try batch(of: 1, times: workload.singleImages),
                b32: try batch(of: 32, times: workload.batchesOf32),
                b500: try batch(of: 500, times: workload.batchesOf500)),
            peakRssBytes: peakResidentBytes())
    }

    /// The images to train on, and where they come from.
    private func images(threads: Int) async throws -> (LabeledImages, source: String) {
        guard let dataFolder else {
            let count = workload.trainingImages
            let digits = SyntheticDigits(seed: 0)
                .images(.training, at: Array(0..<count), of: SyntheticDigits.Part.training.count, threads: threads)
            return (LabeledImages(digits), "\(NumberFormat.integer.text(for: Double(count))) synthetic digits")
        }
        tell("reading \(dataFolder)")
        let located = try await DatasetLocator(dataFolder: dataFolder, environment: [:], home: "").locate()
        return (LabeledImages(try located.load().training), located.origin.summary)
    }

    private func tell(_ text: String) {
        session.standardError.write(text.withoutControls + "\n")
    }
}

extension CommandProblem {
    /// What kept speeds from being measured.
    fileprivate init(bench error: any Error) {
        switch error {
        case let error as KernelVariantError: self.init(error.description, status: .usage)
        case let error as DatasetError:
            self.init("\(error.place): \(error.cause)", remedy: error.remedy + ".", status: .failed)
        case let error as ArchitectureError:
            self.init(
                "the network does not take these images: \(error.description)",
                remedy: "Name a folder with images of 28×28 pixels, or leave --data out.", status: .failed)
        default: self.init("\(error)", status: .failed)
        }
    }
}
