import Foundation
import NotebookCommand
import TemporaryFolders
import Testing

struct BenchTests {
    private static let tiny = BenchWorkload(
        blocks: [8, 16], dense: 16, peakSeconds: 0.001, trainingImages: 40, trainingRounds: 2, comparedImages: 33,
        comparedRounds: 2, profiledSteps: 1, singleImages: 4, batchesOf32: 1, batchesOf500: 1)
    private let output = CapturedText()
    private let progress = CapturedText()
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func bench(
        data: String? = nil, threads: Int = 2, format: BenchAction.Format = .json,
        environment: [String: String] = [:]
    ) async -> CommandStatus {
        await BenchAction(
            dataFolder: data, threads: threads, format: format, workload: Self.tiny,
            session: Session(
                vocabulary: TestSession.vocabulary, folder: folder.url, environment: environment,
                host: HostEnvironment(operatingSystem: "Test OS", processor: "Test processor", cores: 2),
                standardOutput: output.plainOutput, standardError: progress.plainOutput)
        ).perform()
    }

    private func report() throws -> BenchReport {
        try JSONDecoder().decode(BenchReport.self, from: Data(output.text.utf8))
    }

    @Test func jsonHoldsEveryFigure() async throws {
        #expect(await bench(environment: ["NOTEBOOK_KERNELS": "baseline"]) == .success)
        let report = try report()
        #expect(report.environment.version == programVersion)
        #expect(report.environment.processor == "Test processor")
        #expect(report.environment.kernels == "baseline")
        #expect(report.environment.threads == 2)
        #expect(report.environment.data == "40 synthetic digits")
        #expect(report.peak_gflops == report.peaks.first { $0.kernels == "baseline" }?.gflops)
        #expect(report.peaks.allSatisfy { $0.one_thread_gflops > 0 && $0.gflops > 0 })
        #expect(report.train.batch_size == 32)
        #expect(report.train.images_per_round == 40)
        #expect(report.train.rounds.count == 2)
        #expect(report.train.rounds.contains(report.train.images_per_second))
        #expect(try #require(report.train.speedup_over_one_thread) > 0)
        #expect(try #require(report.multiply_add_speedup_over_one_thread) > 0)
        #expect(Set(report.infer.keys) == ["b1", "b32", "b500"])
        for batch in report.infer.values {
            #expect(batch.images_per_second > 0)
            #expect(batch.p50_microseconds <= batch.p95_microseconds)
            #expect(batch.p95_microseconds <= batch.p99_microseconds)
        }
        // A process with Swift's runtime and the network's workspace holds some megabytes.
        #expect(report.peak_rss_bytes > 1 << 20)
    }

    @Test func oneThreadIsComparedWithNothing() async throws {
        #expect(await bench(threads: 1) == .success)
        #expect(try report().train.speedup_over_one_thread == nil)
        #expect(try report().multiply_add_speedup_over_one_thread == nil)
    }

    @Test func layersTellTheirShareOfThePeak() async throws {
        #expect(await bench() == .success)
        let report = try report()
        #expect(report.layers.first?.name == "Batch assembly")
        #expect(report.layers.last?.name == "Adam")
        let convolutions = report.layers.filter { $0.name.hasPrefix("Convolution 3×3") }
        #expect(convolutions.map(\.output) == ["14×14×8", "14×14×16"])
        for work in convolutions.flatMap({ [$0.forward, $0.backward].compactMap(\.self) }) {
            let gflops = try #require(work.gflops)
            let share = try #require(work.share_of_peak)
            #expect(work.microseconds > 0)
            // Both follow from one duration; what is left is the rounding of JSON's decimals.
            #expect(abs(share * report.peak_gflops - gflops) < 1e-9 * gflops)
        }
        // 14·14·16 outputs of 3·3·8 multiply-adds, two operations each, for 32 images; as much for each gradient.
        let multiplyAdds = 14 * 14 * 16 * 3 * 3 * 8
        let operations = Double(2 * multiplyAdds * 32)
        let second = try #require(convolutions.last)
        let forward = try #require(second.forward.operations)
        let backward = try #require(second.backward?.operations)
        #expect(abs(forward / operations - 1) < 1e-9)
        #expect(abs(backward / operations - 2) < 1e-9)
        #expect(report.layers.first { $0.name == "ReLU" }?.forward.gflops == nil)
    }

    @Test func textHasTheSameFiguresInTables() async throws {
        #expect(await bench(format: .text) == .success)
        #expect(output.text.hasPrefix("notebook \(programVersion), 2 threads, kernels "))
        for line in [
            "Training, batch 32", "Inference, batch 500", "Inference, batch 32", "Inference, single images",
            "kernels", "baseline", "Convolution 3×3", "Batch normalisation", "Max pooling 2×2", "Dense", "Adam", "Sum",
            "In turn with one thread, 2 threads train ", "Most memory in use: ",
        ] {
            #expect(output.text.contains(line))
        }
        #expect(!output.text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    }

    @Test func progressGoesToStandardError() async throws {
        #expect(await bench() == .success)
        #expect(progress.text.contains("training, round 2 of 2: "))
        #expect(!output.text.contains("training, round"))
    }

    @Test func trainsOnTheFolderThatIsNamed() async throws {
        try TinyDigits(trainingCount: 33).write(to: "mnist", in: folder)
        #expect(await bench(data: folder.url.appendingPathComponent("mnist").path) == .success)
        let report = try report()
        #expect(report.train.images_per_round == 33)
        #expect(report.environment.data.hasPrefix("MNIST-format data from a folder"))
    }

    @Test func missingFolderIsAnError() async throws {
        let path = folder.url.appendingPathComponent("missing").path
        #expect(await bench(data: path) == .failed)
        #expect(progress.text.contains("error: --data \(path): no such folder\n"))
        #expect(output.text.isEmpty)
    }

    @Test func folderWithoutImagesIsAnError() async throws {
        try TinyDigits(trainingCount: 0).write(to: "mnist", in: folder)
        #expect(await bench(data: folder.url.appendingPathComponent("mnist").path) == .failed)
        #expect(progress.text.contains("error: "))
        #expect(output.text.isEmpty)
    }

    @Test func unknownKernelsAreWrongUsage() async throws {
        #expect(await bench(environment: ["NOTEBOOK_KERNELS": "v9"]) == .usage)
        #expect(progress.text.contains("NOTEBOOK_KERNELS is “v9”"))
    }

    @Test func cancellationEndsItAsInterrupted() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await bench()
        }
        #expect(await task.value == .interrupted)
        #expect(output.text.isEmpty)
    }

    @Test(arguments: [
        (["bench", "--threads", "0"], "--threads takes a number from 1 to 1024."),
        (["bench", "--threads", "two"], "The value 'two' is invalid for '--threads <count>'"),
        (["bench", "--format", "xml"], "The value 'xml' is invalid for '--format <format>'"),
        (["bench", "extra"], "Unexpected argument 'extra'"),
    ])
    func wrongOptionsAreWrongUsage(arguments: [String], message: String) async throws {
        let session = try TestSession()
        #expect(await session.execute(arguments) == .usage)
        #expect(session.standardError.text.contains(message))
        #expect(session.standardOutput.text.isEmpty)
    }
}
