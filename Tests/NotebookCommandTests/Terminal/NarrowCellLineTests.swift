import NotebookCommand
import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

/// On a narrow terminal the value stays; its path, the duration and the end of the cell's name go before it does.
struct NarrowCellLineTests {
    private func line(columns: Int, isCached: Bool = false) throws -> String {
        let reading = NotebookReader(vocabulary: Vocabulary([DeepDirective.self])).read(
            "```total a-rather-long-label\n```\n", file: "a.md")
        let cell = try #require(reading.notebook?.cells.first)
        let result = CellResult(values: [
            "a-rather-long-label.deep.accuracy": .proportion(Proportion(successes: 9929, trials: 10_000))
        ])
        let run = CellRun(
            cell: cell, status: .ok, result: result, failure: nil, seconds: 75, loadSeconds: 0.01, isCached: isCached,
            substituteFor: nil)
        return CellLine(run, nameColumns: 30).line(within: columns).plainText
    }

    @Test(arguments: [
        (100, "  ✓ total a-rather-long-label       1 min 15 s  deep.accuracy 99.29 %"),
        (66, "  ✓ total a-rather-long-label       1 min 15 s  accuracy 99.29 %"),
        (52, "  ✓ total a-rather-long-label       accuracy 99.29 %"),
        (48, "  ✓ total a-rather-long-label  accuracy 99.29 %"),
        (40, "  ✓ total a-rather-lo…  accuracy 99.29 %"),
    ])
    func theValueStays(columns: Int, expected: String) throws {
        #expect(try line(columns: columns) == expected)
    }

    @Test func aSignSaysThatAResultWasKept() throws {
        #expect(try line(columns: 100, isCached: true).hasPrefix("  ↻ total"))
    }
}

/// Publishes a value two words below its label.
private struct DeepDirective: Directive {
    static let name = "total"
    static let summary = "Publishes."
    static let example = ""
    static let version = 1
    static let options: [any AnyOption] = []

    private let label: String

    init(_ arguments: DirectiveArguments) {
        label = arguments.label ?? ""
    }

    var publications: [Publication] { [Publication(ValuePath([label, "deep", "accuracy"]), unit: .fraction)] }

    func run(in context: CellContext) -> CellResult { CellResult() }
}
