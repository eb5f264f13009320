import NotebookCore
import Testing

@testable import DigitDirectives

@Suite struct PublicationTests {
    static let cells = [
        "digits", "explore-data-1", "cnn", "mlp", "baseline", "plain", "evaluate-1", "evaluate-2", "plot-training-1",
        "plot-classes-1", "plot-confusion-1", "confused-pairs-1", "show-failures-1", "plot-confidence-1",
        "plot-robustness-1", "compare-1", "measure-cost-1", "measure-cost-2",
    ]

    @Test(arguments: cells) func publishesExactlyWhatItPromised(id: String) async throws {
        let outcome = try await TinyNotebook.outcome(id)
        let promised = outcome.cell.directive.publications
        #expect(Set(promised.map(\.path)).count == promised.count)
        #expect(Set(promised.filter { $0.kind != .measurement }.map(\.path)) == Set(outcome.result.values.keys))
        #expect(Set(promised.filter { $0.kind == .measurement }.map(\.path)) == Set(outcome.result.measurements.keys))
        #expect(promised.allSatisfy { ValuePath.isWellFormed($0.path.text) })
    }

    @Test func everyDirectiveIsAmongTheCells() async throws {
        let names = Set(try await TinyNotebook.outcomes.values.map(\.cell.directiveName))
        #expect(names.union(["claims"]) == Set(DigitDirectives.vocabulary.names))
        #expect(try await TinyNotebook.outcomes.keys.sorted() == Self.cells.sorted())
    }

    @Test(arguments: cells) func everyPublishedPathIsDocumented(id: String) async throws {
        let directive = type(of: try await TinyNotebook.outcome(id).cell.directive)
        for publication in try await TinyNotebook.outcome(id).cell.directive.publications {
            let isDocumented = directive.publicationHelp.contains { help in
                help.kind == publication.kind && PublicationPattern(help.pattern).bindings(of: publication.path) != nil
            }
            #expect(isDocumented, "\(publication.path) of \(directive.name)")
        }
    }

    /// Prose may refer to a figure or table before anything has run.
    @Test(arguments: cells) func numbersOnlyOutputsThatItPromised(id: String) async throws {
        let outcome = try await TinyNotebook.outcome(id)
        let promised = type(of: outcome.cell.directive).numberedOutputs
        #expect(Set(outcome.result.outputs.compactMap(\.numbering)).isSubset(of: promised))
    }

    @Test(arguments: cells) func placeholdersOfPublishedPathsAreOptionsOrTheLabel(id: String) async throws {
        let cell = try await TinyNotebook.outcome(id).cell
        let directive = type(of: cell.directive)
        for publication in cell.publications {
            for help in directive.publicationHelp {
                guard let bindings = PublicationPattern(help.pattern).bindings(of: publication.path) else { continue }
                for (placeholder, word) in bindings {
                    guard let options = directive.placeholderOptions[placeholder] else {
                        #expect(word == cell.label, "\(placeholder) of \(publication.path)")
                        continue
                    }
                    // The option reads the word.
                    let node = OptionNode(.scalar(word), at: SourceLocation(line: 1))
                    #expect(options.isEmpty || options.contains { (try? $0.read(node)) != nil }, "\(publication.path)")
                }
            }
        }
    }

    /// A line of the terminal shows the first value that a cell promises.
    @Test(arguments: [
        ("cnn", "cnn.parameters"), ("baseline", "baseline.validation.accuracy-at-best"),
        ("evaluate-1", "baseline.test.accuracy"), ("measure-cost-2", "mlp.cost.parameters"),
        ("confused-pairs-1", "baseline.test.pairs-with-errors"),
    ]) func mostTellingValueComesFirst(id: String, path: String) async throws {
        #expect(try await TinyNotebook.outcome(id).cell.directive.publications.first?.path.text == path)
    }
}
