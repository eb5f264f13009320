import NeuralNetwork
import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

@testable import DigitDirectives

/// Same input, same results: whole notebooks through the engine.
struct ReproducibilityTests {
    private static let notebook = """
        ```dataset digits
        validation: 20%
        ```

        ```model small
        blocks: [4, 6]
        dense: 12
        dropout: 0.3
        ```

        ```train first
        model: small
        data: digits
        epochs: 2
        batch-size: 24
        ```

        ```evaluate
        run: first
        split: [train, validation, test]
        ```

        ```plot-confidence
        run: first
        ```
        """

    private static let unrelated = """
        ```dataset others
        validation: 10%
        ```

        ```model wide
        hidden: [20]
        dropout: 0.5
        ```

        ```train second
        model: wide
        data: others
        epochs: 1
        ```

        """

    private struct Outcome: Equatable {
        let weights: Weights
        let values: [ValuePath: Value]
    }

    private func run(_ text: String, threads: Int = 2, seed: UInt64 = 1) async throws -> Outcome {
        let reading = NotebookReader(vocabulary: DigitDirectives.vocabulary).read(text, file: "test.md")
        let notebook = try #require(reading.notebook, "\(reading.diagnostics)")
        let environment = RunEnvironment(
            version: "", operatingSystem: "", processor: "", kernels: "", threads: threads, seed: seed, parameters: [:])
        let run = await Runner(
            settings: RunSettings(dataDirectory: TinyDigits.folder, threads: threads), environment: environment
        ).run(notebook)
        try #require(run.status == .succeeded, "\(run.cells.compactMap(\.failure))")
        let trained = try #require(
            run.cells.first { $0.cell.id == "first" }?.result?.product as? TrainedRun)
        return Outcome(
            weights: trained.weights,
            values: run.values.filter { $0.key.parts.first != "second" && $0.key.parts.first != "others" }
                .filter { $0.key.parts.first != "wide" }.mapValues(\.value))
    }

    @Test(arguments: [1, 2, 3, 8])
    func givesTheSameBitsOnAnyNumberOfThreads(threads: Int) async throws {
        #expect(try await run(Self.notebook, threads: threads) == run(Self.notebook))
    }

    @Test func changesNothingWhereAnUnrelatedCellIsInserted() async throws {
        let plain = try await run(Self.notebook)
        #expect(try await run(Self.unrelated + Self.notebook) == plain)
    }

    @Test func changesWithTheSeed() async throws {
        #expect(try await run(Self.notebook, seed: 2).weights != run(Self.notebook).weights)
    }
}
