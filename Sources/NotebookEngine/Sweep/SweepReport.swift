import NotebookCore

/// The page that compares the runs of a sweep, as a run of its own, so that it is rendered as every page is.
package struct SweepReport: Sendable {
    /// Charts beyond this number are left out; their values are in the tables.
    private static let chartLimit = 6

    private let runs: [SweepRun]
    private let comparison: SweepComparison

    /// - Parameter runs: At least one, all of the same notebook.
    package init(_ runs: [SweepRun]) {
        precondition(!runs.isEmpty, "a sweep has a run")
        self.runs = runs
        comparison = SweepComparison(runs)
    }

    package var run: Run {
        let first = runs[0].run
        var environment = first.environment
        for setting in runs[0].settings { environment.parameters[setting.name] = nil }
        var report = PreparedReport(
            title: title, introduction: introduction, sections: [.init(id: "runs", outputs: outputs)],
            environment: environment)
        report.file = first.notebook.file
        report.theme = first.notebook.frontMatter.theme
        report.provenance = runs.lazy.compactMap(\.run.provenance.first).first
        report.seconds = runs.reduce(0) { $0 + $1.seconds }
        return report.run
    }

    private var outputs: [CellOutput] {
        let charts = comparison.telling.lazy.compactMap { SweepChart(path: $0, runs: runs).chart }
        return [.table(comparison.runTable)] + charts.prefix(Self.chartLimit).map { .chart($0) }
            + [comparison.valueTable.map { .table($0) }].compactMap(\.self)
    }

    private var title: String {
        let names = runs[0].settings.map(\.name).joined(separator: " × ")
        let notebook = runs[0].run.notebook
        return "\(notebook.frontMatter.title ?? notebook.file): \(names)"
    }

    /// One paragraph of Markdown.
    private var introduction: String {
        let values = runs[0].settings.map { first in
            let texts = runs.compactMap { run in run.settings.first { $0.name == first.name }?.text }
            let count = Set(texts).count
            return "\(count) \(count == 1 ? "value" : "values") of `\(first.name)`"
        }
        let count = comparison.differing.count
        return "\(runs.count) runs of `\(runs[0].run.notebook.file)` with \(values.joined(separator: " and ")). "
            + (count == 0
                ? "All their values are the same."
                : "They differ in \(count) \(count == 1 ? "value" : "values"), all of which are in `index.json`.")
    }
}
