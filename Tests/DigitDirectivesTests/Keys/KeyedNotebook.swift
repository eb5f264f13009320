import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

@testable import DigitDirectives

/// A notebook of which each cell can be changed, to see whose keys change with it.
struct KeyedNotebook {
    struct CellText {
        var directive: String
        var label: String
        var options: [(name: String, text: String)]

        init(_ directive: String, _ label: String, _ options: KeyValuePairs<String, String>) {
            self.directive = directive
            self.label = label
            self.options = options.map { ($0.key, $0.value) }
        }

        var text: String {
            let lines = options.map { "\($0.name): \($0.text)\n" }.joined()
            return "```\(directive) \(label)\n\(lines)```\n"
        }
    }

    var parameters: [(name: String, text: String)] = []
    var cells: [CellText]
    /// Stands before every cell.
    var prose = ""
    var seed: UInt64 = 1
    var kernels = "plain"
    var settings = RunSettings(dataDirectory: TinyDigits.folder)
    var overrides: [ParameterSetting] = []

    /// Writes an option of the cell with that label, in place of what stands there.
    mutating func set(_ option: String, _ text: String, of label: String) throws {
        let cell = try #require(cells.firstIndex { $0.label == label })
        if let index = cells[cell].options.firstIndex(where: { $0.name == option }) {
            cells[cell].options[index].text = text
        } else {
            cells[cell].options.append((option, text))
        }
    }

    /// The notebook with "renamed" in place of a label, wherever it is mentioned.
    func renaming(_ label: String) throws -> KeyedNotebook {
        var renamed = self
        let word = try Regex("\\b\(label)\\b").wordBoundaryKind(.simple)
        for cell in cells.indices {
            if cells[cell].label == label { renamed.cells[cell].label = "renamed" }
            for option in cells[cell].options.indices {
                renamed.cells[cell].options[option].text.replace(word, with: "renamed")
            }
        }
        return renamed
    }

    var text: String {
        let head = ["seed: \(seed)", "params:"] + parameters.map { "  \($0.name): \($0.text)" }
        return "---\n" + head.joined(separator: "\n") + "\n---\n" + cells.map { "\(prose)\n\n\($0.text)" }.joined()
    }

    var notebook: Notebook {
        get throws {
            let reading = NotebookReader(vocabulary: DigitDirectives.vocabulary)
                .read(text, file: "test.md", overrides: NotebookOverrides(parameters: overrides))
            return try #require(reading.notebook, "\(reading.diagnostics)")
        }
    }

    func runner(cache: RunCache? = nil) -> Runner {
        Runner(
            settings: settings,
            environment: RunEnvironment(
                version: "1", operatingSystem: "an operating system", processor: "a processor", kernels: kernels,
                threads: settings.threads ?? 2, seed: seed, parameters: [:]),
            cache: cache)
    }

    /// The keys of all cells, by label.
    var keys: [String: CellKey] {
        get async throws {
            let keys = await runner().keys(of: try notebook)
            try #require(keys.count == cells.count, "some cell has no key")
            return keys
        }
    }

    /// Labels of the cells that would be computed if a notebook with these keys, or else `every`, had been run before.
    func computed(after others: [String: CellKey]? = nil) async throws -> Set<String> {
        let before =
            if let others { others } else { try await Self.keysOfEvery.value }
        let kept = Set(before.values.map(\.digest))
        return Set(try await keys.filter { !kept.contains($0.value.digest) }.keys)
    }

    private static let keysOfEvery = Task { try await every.keys }
}

extension KeyedNotebook {
    /// Every directive at least once, and beside it a chain of cells that has nothing to do with the rest.
    static let every = KeyedNotebook(
        parameters: [("epochs", "2"), ("shift", "1"), ("unused", "1")],
        cells: [
            CellText("dataset", "digits", ["validation": "20%"]),
            CellText(
                "dataset", "drawn",
                ["source": "synthetic", "training-limit": "100", "validation-limit": "20", "test-limit": "20"]),
            CellText("explore-data", "explore", ["data": "digits"]),
            CellText("model", "cnn", ["blocks": "[4, 6]", "dense": "12"]),
            CellText("model", "mlp", ["hidden": "16"]),
            CellText("train", "baseline", ["model": "cnn", "data": "digits", "epochs": "$epochs"]),
            CellText("train", "plain", ["model": "mlp", "data": "digits", "epochs": "1", "optimizer": "sgd"]),
            CellText("train", "shared", ["model": "mlp", "data": "digits", "epochs": "1", "stream": "baseline"]),
            CellText("evaluate", "eval", ["run": "baseline"]),
            CellText("plot-training", "curves", ["runs": "[baseline, plain]"]),
            CellText("plot-classes", "classes", ["run": "baseline"]),
            CellText("plot-confusion", "confusion", ["run": "baseline"]),
            CellText("confused-pairs", "pairs", ["run": "baseline"]),
            CellText("show-failures", "failures", ["run": "baseline"]),
            CellText("plot-confidence", "confidence", ["run": "baseline"]),
            CellText("plot-robustness", "robustness", ["runs": "baseline", "shift": "$shift"]),
            CellText("compare", "comparison", ["runs": "[baseline, plain]"]),
            CellText("measure-cost", "cost", ["run": "baseline", "repetitions": "3"]),
            CellText("measure-cost", "model-cost", ["model": "mlp", "repetitions": "3"]),
            CellText("claims", "claim-accuracy", ["claims": "[{claim: x, measured: baseline.test.accuracy}]"]),
            CellText("claims", "claim-size", ["claims": "[{claim: y, measured: mlp.parameters}]"]),
            CellText("claims", "claim-reason", ["claims": "[{claim: z, reason: none}]"]),
            CellText(
                "dataset", "apart",
                ["source": "synthetic", "training-limit": "60", "validation-limit": "20", "test-limit": "20"]),
            CellText("model", "apart-model", ["hidden": "8"]),
            CellText("train", "apart-run", ["model": "apart-model", "data": "apart", "epochs": "1"]),
            CellText("evaluate", "apart-eval", ["run": "apart-run"]),
        ])

    /// Cells that need each of these, with the cell itself.
    enum Needing {
        static let accuracy: Set = ["eval", "claim-accuracy"]
        static let baseline: Set = accuracy.union([
            "baseline", "curves", "classes", "confusion", "pairs", "failures", "confidence", "robustness",
            "comparison", "cost",
        ])
        static let plain: Set = ["plain", "curves", "comparison"]
        static let digits = baseline.union(plain).union(["digits", "explore", "shared"])
        static let cnn = baseline.union(["cnn"])
        static let mlp = plain.union(["mlp", "shared", "model-cost", "claim-size"])
        static let apart: Set = ["apart", "apart-run", "apart-eval"]
        /// All that draw random numbers, and what needs them.
        static let seed = digits.union(apart).union(["drawn"])
    }
}
