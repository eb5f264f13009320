import NotebookCore

/// A notebook with every directive, run once for all tests that look at its results.
enum TinyNotebook {
    static let text = """
        ```dataset digits
        validation: 20%
        ```

        ```explore-data
        data: digits
        samples: 2
        ```

        ```model cnn
        blocks: [4, 8]
        dense: 16
        dropout: 0.2
        ```

        ```model mlp
        hidden: 16
        ```

        ```train baseline
        model: cnn
        data: digits
        epochs: 4
        learning-rate: 0.005
        patience: 4
        ```

        ```train plain
        model: mlp
        data: digits
        optimizer: sgd
        learning-rate: 0.05
        epochs: 3
        stream: baseline
        ```

        ```evaluate
        run: baseline
        split: [train, validation, test]
        ```

        ```evaluate
        run: plain
        by-digit: no
        ```

        ```plot-training
        runs: [baseline, plain]
        ```

        ```plot-classes
        run: baseline
        ```

        ```plot-confusion
        run: baseline
        ```

        ```confused-pairs
        run: baseline
        limit: 3
        ```

        ```show-failures
        run: baseline
        pair: 5-3
        limit: 2
        ```

        ```plot-confidence
        run: baseline
        ```

        ```plot-robustness
        runs: [baseline, plain]
        shift: 2
        limit: 50
        ```

        ```compare
        runs: [baseline, plain]
        ```

        ```measure-cost
        run: baseline
        repetitions: 5
        ```

        ```measure-cost
        model: mlp
        repetitions: 5
        ```
        """

    private static let run = Task { try await Bench().run(text) }

    static var outcomes: [String: Bench.Outcome] {
        get async throws { try await run.value }
    }

    static func outcome(_ id: String) async throws -> Bench.Outcome {
        guard let outcome = try await outcomes[id] else { throw NoSuchCell(id: id) }
        return outcome
    }

    struct NoSuchCell: Error {
        let id: String
    }
}
