import Foundation
import LongWork
import NotebookCore
import NotebookEngine
import NotebookSyntax
import Synchronization
import Testing

@testable import DigitDirectives

/// A training that was interrupted, or that is given more epochs, ends as one that ran through: bit for bit.
@Suite(.serialized) struct ResumptionTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "resumption-\(UUID().uuidString)")

    private struct Outcome {
        let status: RunStatus
        let values: [ValuePath: Value]
        let outputs: [CellOutput]
        /// Numbers of the epochs that were trained.
        let epochs: [Int]
    }

    private static func text(epochs: Int, options: String) -> String {
        """
        ```dataset digits
        validation: 20%
        ```

        ```model small
        blocks: [4, 6]
        dense: 12
        dropout: 0.3
        ```

        ```train run
        model: small
        data: digits
        epochs: \(epochs)
        batch-size: 24
        \(options)
        ```
        """
    }

    /// - Parameters:
    ///   - store: The store's name; nil for none.
    ///   - epoch: The epoch after which the run is interrupted.
    private func run(
        epochs: Int, options: String = "", keptIn store: String?, interruptedAfter epoch: Int? = nil, threads: Int = 2
    ) async throws -> Outcome {
        let reading = NotebookReader(vocabulary: DigitDirectives.vocabulary)
            .read(Self.text(epochs: epochs, options: options), file: "test.md")
        let notebook = try #require(reading.notebook, "\(reading.diagnostics)")
        let trained = Mutex<[Int]>([])
        let runner = Runner(
            settings: RunSettings(dataDirectory: TinyDigits.folder, threads: threads),
            environment: RunEnvironment(
                version: "", operatingSystem: "", processor: "", kernels: "", threads: threads, seed: 1, parameters: [:]
            ),
            cache: store.map { name in
                RunCache(
                    store: ResultStore(folder: folder.appendingPathComponent(name).path), notebook: "/test.md")
            }
        ) { event in
            guard case .cellReported(_, .milestone(let line)) = event,
                let number = line.firstMatch(of: /^epoch (\d+) of/).flatMap({ Int($0.output.1) })
            else { return }
            trained.withLock { $0.append(number) }
            if number == epoch { withUnsafeCurrentTask { $0?.cancel() } }
        }
        // A child task, which alone is to be cancelled.
        async let running = onThreadsOfItsOwn { await runner.run(notebook) }
        let run = try await running
        let cell = try #require(run.cells.last)
        return Outcome(
            status: run.status, values: cell.result?.values ?? [:], outputs: cell.result?.outputs ?? [],
            epochs: trained.withLock(\.self))
    }

    @Test(arguments: ["", "optimizer: sgd\nlearning-rate: 0.05", "patience: 2"])
    func interruptedTrainingEndsAsOneThatRanThrough(options: String) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try await run(epochs: 4, options: options, keptIn: nil)
        for epoch in [1, 3] {
            let store = "after-\(epoch)"
            let cut = try await run(epochs: 4, options: options, keptIn: store, interruptedAfter: epoch)
            #expect(cut.status == .interrupted)
            // On another number of threads, which changes no bit.
            let rest = try await run(epochs: 4, options: options, keptIn: store, threads: 1)
            #expect(rest.epochs == Array((epoch + 1)...4))
            #expect(rest.values == whole.values)
            #expect(rest.values["run.weights-digest"] != nil)
            #expect(rest.outputs.withoutMeasurements == whole.outputs.withoutMeasurements)
        }
    }

    @Test func moreEpochsGoOnFromTheLast() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try await run(epochs: 4, keptIn: nil)
        _ = try await run(epochs: 2, keptIn: "store")
        let more = try await run(epochs: 4, keptIn: "store")
        #expect(more.epochs == [3, 4])
        #expect(more.values == whole.values)
        #expect(more.outputs.withoutMeasurements == whole.outputs.withoutMeasurements)
    }

    @Test func fewerEpochsDoNotTakeWeightsFromLaterOnes() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try await run(epochs: 1, keptIn: nil)
        _ = try await run(epochs: 3, keptIn: "store")
        #expect(try await run(epochs: 1, keptIn: "store").values == whole.values)
    }

    /// Patience decides when to end, and nothing of the way there.
    @Test(arguments: [("learning-rate: 0.002", [1, 2]), ("optimizer: sgd", [1, 2]), ("patience: 2", [2])])
    func onlyTheSameTrainingGoesOn(option: String, epochs: [Int]) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try await run(epochs: 2, keptIn: "store", interruptedAfter: 1)
        #expect(try await run(epochs: 2, options: option, keptIn: "store").epochs == epochs)
    }
}
