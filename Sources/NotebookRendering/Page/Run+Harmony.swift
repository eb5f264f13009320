import NotebookCore
package import NotebookEngine

extension Run {
    /// The run with charts that go with each other, as one page shows them.
    package var withHarmonizedCharts: Run {
        let charts = cells.flatMap(\.shownOutputs).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
        let harmony = ChartHarmony(charts)
        var run = self
        run.cells = cells.map { cell in
            guard let outputs = cell.result?.outputs else { return cell }
            var cell = cell
            cell.result?.outputs = outputs.map { output in
                if case .chart(let chart) = output { .chart(harmony.applied(to: chart)) } else { output }
            }
            return cell
        }
        return run
    }
}
