import Foundation
import LongWork
import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

@testable import DigitDirectives

/// For every change of a notebook or of what it is run with: exactly the expected cells are computed.
@Suite(.serialized) struct MutationTests {
    private typealias Needing = KeyedNotebook.Needing

    /// One option of one cell, with another value than in `KeyedNotebook.every`.
    struct Mutation: CustomTestStringConvertible, Sendable {
        let label: String
        let option: String
        let text: String
        let computed: Set<String>

        init(_ label: String, _ option: String, _ text: String, _ computed: Set<String>) {
            self.label = label
            self.option = option
            self.text = text
            self.computed = computed
        }

        var testDescription: String { "\(label), \(option): \(text)" }
    }

    static let options: [String: [Mutation]] = [
        "dataset": [
            // Digits that the program draws are drawn for an author who asks for them or who does without MNIST; the page
            // of the second says so.
            Mutation("drawn", "source", "mnist", ["drawn"]),
            // What is found decides, not what would have been done otherwise.
            Mutation("digits", "fallback", "synthetic", []),
            Mutation("digits", "validation", "0.25", Needing.digits),
            Mutation("digits", "training-limit", "150", Needing.digits),
            Mutation("digits", "validation-limit", "40", Needing.digits),
            Mutation("digits", "test-limit", "60", Needing.digits),
        ],
        "explore-data": [
            Mutation("explore", "data", "drawn", ["explore"]),
            Mutation("explore", "split", "test", ["explore"]),
            Mutation("explore", "samples", "2", ["explore"]),
        ],
        "model": [
            Mutation("cnn", "input", "28x28x2", Needing.cnn),
            Mutation("cnn", "blocks", "[4, 8]", Needing.cnn),
            Mutation("cnn", "kernel", "5", Needing.cnn),
            Mutation("cnn", "padding", "valid", Needing.cnn),
            Mutation("cnn", "batch-normalization", "no", Needing.cnn),
            Mutation("cnn", "pooling", "no", Needing.cnn),
            Mutation("cnn", "dense", "[12, 12]", Needing.cnn),
            Mutation("mlp", "hidden", "17", Needing.mlp),
            Mutation("mlp", "dropout", "10%", Needing.mlp),
        ],
        "train": [
            Mutation("baseline", "model", "mlp", Needing.baseline),
            Mutation("baseline", "data", "drawn", Needing.baseline),
            Mutation("baseline", "optimizer", "sgd", Needing.baseline),
            Mutation("baseline", "learning-rate", "2e-3", Needing.baseline),
            Mutation("plain", "momentum", "0", Needing.plain),
            Mutation("baseline", "batch-size", "31", Needing.baseline),
            Mutation("baseline", "epochs", "3", Needing.baseline),
            Mutation("baseline", "patience", "1", Needing.baseline),
            Mutation("plain", "stream", "shared", Needing.plain),
        ],
        "evaluate": [
            Mutation("apart-eval", "run", "plain", ["apart-eval"]),
            Mutation("eval", "split", "[test, train]", Needing.accuracy),
            Mutation("eval", "by-digit", "no", Needing.accuracy),
        ],
        "plot-training": [
            Mutation("curves", "runs", "[plain, baseline]", ["curves"]),
            Mutation("curves", "metric", "loss", ["curves"]),
        ],
        "plot-classes": [
            Mutation("classes", "run", "plain", ["classes"]),
            Mutation("classes", "split", "train", ["classes"]),
        ],
        "plot-confusion": [
            Mutation("confusion", "run", "plain", ["confusion"]),
            Mutation("confusion", "split", "train", ["confusion"]),
        ],
        "confused-pairs": [
            Mutation("pairs", "run", "plain", ["pairs"]),
            Mutation("pairs", "split", "train", ["pairs"]),
            Mutation("pairs", "limit", "2", ["pairs"]),
        ],
        "show-failures": [
            Mutation("failures", "run", "plain", ["failures"]),
            Mutation("failures", "split", "train", ["failures"]),
            Mutation("failures", "pair", "5-3", ["failures"]),
            Mutation("failures", "both-directions", "yes", ["failures"]),
            Mutation("failures", "digit", "5", ["failures"]),
            Mutation("failures", "confidence", "50%-70%", ["failures"]),
            Mutation("failures", "order", "stored", ["failures"]),
            Mutation("failures", "near", "60%", ["failures"]),
            Mutation("failures", "limit", "3", ["failures"]),
        ],
        "plot-confidence": [
            Mutation("confidence", "run", "plain", ["confidence"]),
            Mutation("confidence", "split", "train", ["confidence"]),
            Mutation("confidence", "range", "40%-60%", ["confidence"]),
        ],
        "plot-robustness": [
            Mutation("robustness", "runs", "[baseline, plain]", ["robustness"]),
            Mutation("robustness", "split", "train", ["robustness"]),
            Mutation("robustness", "shift", "2", ["robustness"]),
            Mutation("robustness", "limit", "30", ["robustness"]),
        ],
        "compare": [
            Mutation("comparison", "runs", "[plain, baseline]", ["comparison"]),
            Mutation("comparison", "split", "train", ["comparison"]),
        ],
        "measure-cost": [
            Mutation("cost", "run", "plain", ["cost"]),
            Mutation("model-cost", "model", "cnn", ["model-cost"]),
            Mutation("cost", "repetitions", "4", ["cost"]),
        ],
        "claims": [
            Mutation("claim-reason", "claims", "[{claim: z, measured: mlp.parameters}]", ["claim-reason"])
        ],
    ]

    @Test(arguments: options.values.joined()) func optionTouches(_ mutation: Mutation) async throws {
        var notebook = try Self.notebook(for: mutation.option)
        let keys = try await notebook.keys
        try notebook.set(mutation.option, mutation.text, of: mutation.label)
        #expect(try await notebook.computed(after: keys) == mutation.computed)
    }

    /// The notebook with what an option is refused without.
    private static func notebook(for option: String) throws -> KeyedNotebook {
        var notebook = KeyedNotebook.every
        if option == "both-directions" { try notebook.set("pair", "5-3", of: "failures") }
        return notebook
    }

    @Test(arguments: DigitDirectives.vocabulary.names) func everyOptionHasARow(name: String) throws {
        let directive = try #require(DigitDirectives.vocabulary[name: name])
        let rows = Self.options[name] ?? []
        #expect(Set(rows.map(\.option)) == Set(directive.options.map(\.name)))
        let labels = Set(KeyedNotebook.every.cells.filter { $0.directive == name }.map(\.label))
        #expect(labels.isSuperset(of: rows.map(\.label)), "a row is about a cell of another directive")
    }

    /// Another value of each option that changes only how outputs are shown.
    static let presentation = [
        "caption": "Other words", "alt": "Other words", "echo": "no", "fold": "no", "output": "no",
        "width": "50%",
    ]

    @Test func everyPresentationOptionIsTried() {
        #expect(Set(Self.presentation.keys) == Set(PresentationOptions.all.map(\.name)))
    }

    @Test func presentationTouchesNothing() async throws {
        var notebook = KeyedNotebook.every
        for cell in notebook.cells {
            for (option, text) in Self.presentation { try notebook.set(option, text, of: cell.label) }
        }
        #expect(try await notebook.computed() == [])
    }

    @Test func optionsThatSayTheirDefaultsTouchNothing() async throws {
        var base = KeyedNotebook.every
        // What some options are refused without.
        try base.set("pair", "5-3", of: "failures")
        var notebook = base
        var count = 0
        for directive in DigitDirectives.vocabulary.directives {
            for option in directive.options {
                guard let text = option.defaultText, !text.isEmpty,
                    let label = Self.options[directive.name]?.first(where: { $0.option == option.name })?.label,
                    let cell = notebook.cells.first(where: { $0.label == label }),
                    !cell.options.contains(where: { $0.name == option.name })
                else { continue }
                try notebook.set(option.name, text, of: label)
                count += 1
            }
        }
        #expect(count > 20)
        #expect(try await notebook.computed(after: base.keys) == [])
    }

    @Test(arguments: [
        ("digits", "validation", "0.20"), ("cnn", "blocks", "[0_4, 6]"), ("cnn", "dense", "[12]"),
        ("cnn", "batch-normalization", "true"), ("baseline", "learning-rate", "1e-3"), ("eval", "split", "test"),
        ("eval", "split", "[test]"), ("robustness", "runs", "[baseline]"), ("confidence", "range", "50 % - 70 %"),
    ])
    func otherSpellingTouchesNothing(label: String, option: String, text: String) async throws {
        var notebook = KeyedNotebook.every
        try notebook.set(option, text, of: label)
        #expect(try await notebook.computed() == [])
    }

    @Test(
        arguments: [
            ("epochs", "3", Needing.baseline), ("shift", "2", ["robustness"]), ("unused", "2", []),
            ("epochs", "0_2", []),
        ] as [(String, String, Set<String>)])
    func parameterTouchesWhatUsesIt(name: String, text: String, computed: Set<String>) async throws {
        var given = KeyedNotebook.every
        given.overrides = [ParameterSetting(name, text)]
        #expect(try await given.computed() == computed)
        var declared = KeyedNotebook.every
        let index = try #require(declared.parameters.firstIndex { $0.name == name })
        declared.parameters[index].text = text
        #expect(try await declared.computed(after: given.keys) == [])
    }

    @Test func valueWrittenOutInsteadOfItsParameterTouchesNothing() async throws {
        var notebook = KeyedNotebook.every
        try notebook.set("epochs", "2", of: "baseline")
        try notebook.set("shift", "1", of: "robustness")
        notebook.parameters = []
        #expect(try await notebook.computed() == [])
    }

    @Test func seedTouchesWhatDrawsRandomNumbers() async throws {
        var notebook = KeyedNotebook.every
        notebook.seed = 2
        #expect(try await notebook.computed() == Needing.seed)
    }

    @Test func kernelsTouchEverythingAndThreadsNothing() async throws {
        var notebook = KeyedNotebook.every
        notebook.settings.threads = 7
        #expect(try await notebook.computed() == [])
        notebook.kernels = "baseline"
        #expect(try await notebook.computed() == Set(notebook.cells.map(\.label)))
    }

    @Test func byteOfTheDataTouchesWhatRestsOnThem() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("key-digits-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: TinyDigits.folder), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        var notebook = KeyedNotebook.every
        notebook.settings.dataDirectory = folder.path
        #expect(try await notebook.computed() == [])
        for name in ["train-images-idx3-ubyte", "t10k-labels-idx1-ubyte"] {
            let file = folder.appendingPathComponent(name)
            let data = try Data(contentsOf: file)
            var changed = data
            changed[data.count - 1] ^= 1
            try changed.write(to: file)
            #expect(try await notebook.computed() == Needing.digits)
            try data.write(to: file)
        }
        #expect(try await notebook.computed() == [])
    }

    @Test func proseAndOrderTouchNothing() async throws {
        var notebook = KeyedNotebook.every
        notebook.prose = "Some words, and a value: `= percent(baseline.test.accuracy, 2)`."
        #expect(try await notebook.computed() == [])
        notebook.cells.reverse()
        #expect(try await notebook.computed() == [])
    }

    @Test func cellThatIsTakenAwayOrInsertedTouchesNoOther() async throws {
        var fewer = KeyedNotebook.every
        fewer.cells.removeAll { Needing.apart.contains($0.label) || $0.label == "explore" }
        #expect(try await fewer.computed() == [])
        #expect(try await KeyedNotebook.every.computed(after: fewer.keys) == Needing.apart.union(["explore"]))
    }

    /// The label of a cell that draws random numbers names its stream; that of a model is mentioned by its own table and
    /// by what measures it, and of a cell that only shows something nobody takes notice.
    @Test(
        arguments: [
            ("mlp", ["renamed", "model-cost", "claim-size"]), ("eval", []), ("robustness", []),
            ("claim-reason", ["renamed"]), ("plain", ["renamed", "curves", "comparison"]),
        ] as [(String, Set<String>)])
    func renamingTouchesWhatMentionsTheLabel(label: String, computed: Set<String>) async throws {
        let notebook = try KeyedNotebook.every.renaming(label)
        #expect(try await notebook.computed() == computed)
    }

    /// The same through real runs: what the keys say is what is computed and what is taken from the store.
    @Test func runsComputeWhatTheKeysSay() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("key-store-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = RunCache(store: ResultStore(folder: folder.path), notebook: "/test.md")
        var notebook = KeyedNotebook.every
        // A part of the cells is enough to show it.
        notebook.cells.removeAll { $0.label == "drawn" || Needing.apart.contains($0.label) }
        let base = notebook
        #expect(try await computed(base, with: cache) == Set(base.cells.map(\.label)))
        for (label, option, text) in [
            ("eval", "by-digit", "no"), ("plain", "momentum", "0.5"), ("failures", "caption", "Failures"),
            ("digits", "fallback", "synthetic"), ("mlp", "hidden", "17"),
        ] {
            var changed = base
            try changed.set(option, text, of: label)
            let expected = try await changed.computed(after: base.keys)
            #expect(try await computed(changed, with: cache) == expected, "\(label), \(option)")
        }
        let renamed = try base.renaming("mlp")
        #expect(try await computed(renamed, with: cache) == renamed.computed(after: base.keys))
        #expect(try await computed(base, with: cache) == [])
    }

    private func computed(_ notebook: KeyedNotebook, with cache: RunCache) async throws -> Set<String> {
        let run = try await onThreadsOfItsOwn { await notebook.runner(cache: cache).run(try notebook.notebook) }
        try #require(run.status == .succeeded, "\(run.cells.compactMap(\.failure))")
        return Set(run.cells.filter { !$0.isCached }.map(\.cell.id))
    }
}
