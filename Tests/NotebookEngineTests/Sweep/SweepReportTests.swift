import MarkdownSyntax
import NotebookCore
import Testing

@testable import NotebookEngine

struct SweepReportTests {
    /// A run that published `values` with `parameters` set.
    private func run(_ parameters: [(String, String)], _ values: [ValuePath: Value]) throws -> SweepRun {
        let declared = parameters.map { "  \($0.0): \($0.1)\n" }.joined()
        let notebook = try notebook("---\nparams:\n\(declared)---\n```fake a\n```\n")
        let cell = CellRun(
            cell: notebook.cells[0], status: .ok, result: CellResult(values: values), failure: nil, seconds: 2,
            substituteFor: nil)
        return SweepRun(
            settings: parameters.map { .init($0.0, $0.1) }, page: "\(parameters[0].1).html",
            record: "\(parameters[0].1).json",
            run: Run(notebook: notebook, cells: [cell], environment: testEnvironment))
    }

    private func table(_ report: SweepReport) throws -> Table {
        let outputs = try #require(report.run.cells[0].result).outputs
        guard case .table(let table)? = outputs.first else { throw NoTable() }
        return table
    }

    private struct NoTable: Error {}

    private func charts(_ report: SweepReport) -> [Chart] {
        (report.run.cells[0].result?.outputs ?? []).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    }

    @Test func tableLinksEachRunAndShowsTheValueThatSaysMost() throws {
        let report = SweepReport([
            try run(
                [("rate", "0.1")],
                ["a.bits": .proportion(Proportion(successes: 9, trials: 10)), "a.undefined": .integer(1)]),
            try run(
                [("rate", "0.2")],
                ["a.bits": .proportion(Proportion(successes: 8, trials: 10)), "a.undefined": .integer(1)]),
        ])
        let table = try table(report)
        #expect(table.columns.map(\.title) == ["Run", "a.bits", "Computing time"])
        #expect(
            table.rows == [
                [
                    .link("rate=0.1", to: "0.1.html"),
                    .proportion(Proportion(successes: 9, trials: 10), decimals: 2, showsInterval: false),
                    .measurement(2, .duration),
                ],
                [
                    .link("rate=0.2", to: "0.2.html"),
                    .proportion(Proportion(successes: 8, trials: 10), decimals: 2, showsInterval: false),
                    .measurement(2, .duration),
                ],
            ])
    }

    @Test func numericParameterGivesALineWithIntervals() throws {
        let report = SweepReport([
            try run([("rate", "0.2")], ["a.bits": .proportion(Proportion(successes: 8, trials: 10))]),
            try run([("rate", "0.1")], ["a.bits": .proportion(Proportion(successes: 9, trials: 10))]),
        ])
        let chart = try #require(charts(report).first)
        guard case .line(let line) = chart.kind else { Issue.record("no line"); return }
        #expect(line.series.map(\.name) == ["a.bits"])
        #expect(line.series[0].points.map(\.x) == [0.1, 0.2])
        #expect(line.series[0].points.map(\.y) == [0.9, 0.8])
        #expect(line.series[0].points[0].interval == Proportion(successes: 9, trials: 10).wilsonInterval)
        #expect(
            chart.alternativeText
                == "a.bits over rate: lowest with rate=0.2 (80.00\u{202F}%), highest with rate=0.1 (90.00\u{202F}%).")
    }

    @Test func otherParametersBecomeSeries() throws {
        let report = SweepReport(
            try [("1", "a"), ("1", "b"), ("2", "a"), ("2", "b")].enumerated().map { index, texts in
                try run([("n", texts.0), ("kind", texts.1)], ["a.bits": .integer(index)])
            })
        guard case .line(let line)? = charts(report).first?.kind else { Issue.record("no line"); return }
        #expect(line.series.map(\.name) == ["kind=a", "kind=b"])
        #expect(line.series.map { $0.points.map(\.y) } == [[0, 2], [1, 3]])
    }

    @Test(arguments: [["adam", "sgd", "none"], ["0.0001", "0.001", "1"]])
    func wordsAndNumbersThatCrowdGiveBars(texts: [String]) throws {
        let report = SweepReport(
            try texts.enumerated().map { index, text in try run([("p", text)], ["a.bits": .integer(index)]) })
        guard case .bar(let bars)? = charts(report).first?.kind else { Issue.record("no bars"); return }
        #expect(bars.categories == texts)
        #expect(bars.series.map(\.values) == [[0, 1, 2]])
    }

    @Test func textsGiveNoChart() throws {
        let report = SweepReport([
            try run([("rate", "0.2")], ["a.bits": .text("x")]), try run([("rate", "0.1")], ["a.bits": .text("y")]),
        ])
        #expect(charts(report).isEmpty)
    }

    @Test func valuesThatAreTheSameEverywhereAreSaidToBe() throws {
        let report = SweepReport([
            try run([("rate", "0.2")], ["a.bits": .integer(1)]), try run([("rate", "0.1")], ["a.bits": .integer(1)]),
        ])
        #expect(try table(report).columns.map(\.title) == ["Run", "Computing time"])
        #expect(report.run.notebook.document.plainText.contains("All their values are the same."))
    }
}

extension MarkdownDocument {
    fileprivate var plainText: String {
        blocks.map { if case .paragraph(let content) = $0.content { content.plainText } else { "" } }.joined()
    }
}
