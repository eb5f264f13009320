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
                help.kind == publication.kind && matches(publication.path, help.pattern)
            }
            #expect(isDocumented, "\(publication.path) of \(directive.name)")
        }
    }

    /// Whether a path is an instance of a pattern: capitals stand for any part, digits for any digits.
    private func matches(_ path: ValuePath, _ pattern: String) -> Bool {
        func shape(_ part: some StringProtocol) -> String {
            part.split(separator: "-").map { $0.allSatisfy(\.isNumber) ? "9" : String($0) }.joined(separator: "-")
        }
        let parts = path.parts
        let wanted = pattern.split(separator: ".")
        return parts.count == wanted.count
            && zip(parts, wanted).allSatisfy { part, wanted in
                wanted.allSatisfy(\.isUppercase) || shape(part) == shape(wanted)
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
