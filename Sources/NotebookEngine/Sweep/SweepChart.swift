import NotebookCore

/// Draws one value of a sweep's runs over the values of its first parameter, a series for each setting of the others.
struct SweepChart {
    /// More series than this cannot be told apart.
    private static let seriesLimit = 8
    /// Points that lie closer than this share of the axis cannot be told apart either.
    private static let smallestGap = 0.02

    let path: ValuePath
    let runs: [SweepRun]

    /// Nil where the value is no number, or there are not two points or too many series to draw.
    var chart: Chart? {
        guard let name = runs.first?.settings.first?.name, runs.count > 1, valuesAreNumbers else { return nil }
        let names = unique(runs.map(seriesName))
        guard names.count <= Self.seriesLimit else { return nil }
        let title = "\(path) over \(name)"
        return Chart(
            title: title, alternativeText: description(title),
            kind: numbers.map { .line(lineChart(name, names, over: $0)) } ?? .bar(barChart(name, names)))
    }

    private func value(of run: SweepRun) -> Value? { run.run.values[path]?.value }

    private var valuesAreNumbers: Bool {
        let values = runs.compactMap { value(of: $0) }
        return !values.isEmpty && values.allSatisfy { $0.number?.isFinite ?? false }
    }

    /// The first parameter's text, and what the others are in `run`.
    private func category(of run: SweepRun) -> String { run.settings.first?.text ?? "" }
    private func seriesName(of run: SweepRun) -> String {
        let others = run.settings.dropFirst().map { "\($0.name)=\($0.text)" }
        return others.isEmpty ? path.text : others.joined(separator: ", ")
    }

    /// The numbers of the first parameter, by its texts; nil where it holds none, or some are too close on one axis.
    private var numbers: [String: Double]? {
        var numbers: [String: Double] = [:]
        for run in runs {
            guard let setting = run.settings.first,
                let parameter = run.run.notebook.frontMatter.parameters.first(where: { $0.name == setting.name }),
                let number = parameter.number
            else { return nil }
            numbers[setting.text] = number
        }
        let ascending = numbers.values.sorted()
        guard let least = ascending.first, let most = ascending.last, least < most else { return nil }
        let gaps = zip(ascending.dropFirst(), ascending).map { $0 - $1 }
        return gaps.allSatisfy { $0 >= Self.smallestGap * (most - least) } ? numbers : nil
    }

    private var valueAxis: Axis {
        let values = runs.compactMap { value(of: $0) }
        let isShare = values.contains { if case .proportion = $0 { true } else { false } }
        return Axis(path.text, format: isShare ? .percent(2) : .significant(4))
    }

    private func lineChart(_ name: String, _ names: [String], over numbers: [String: Double]) -> LineChart {
        LineChart(
            x: Axis(name, format: .significant(4)), y: valueAxis,
            series: names.map { series in
                let points = runs.filter { seriesName(of: $0) == series }.compactMap { run -> LineChart.Point? in
                    guard let x = numbers[category(of: run)], let value = value(of: run), let y = value.number else {
                        return nil
                    }
                    return LineChart.Point(x: x, y: y, interval: value.interval)
                }
                return LineChart.Series(series, points.sorted { $0.x < $1.x })
            })
    }

    private func barChart(_ name: String, _ names: [String]) -> BarChart {
        let categories = unique(runs.map(category))
        return BarChart(
            categoryTitle: name, categories: categories, value: valueAxis,
            series: names.map { series in
                let values = categories.map { category in
                    runs.first { seriesName(of: $0) == series && self.category(of: $0) == category }
                        .flatMap { value(of: $0) }
                }
                let intervals = values.compactMap { $0?.interval }
                return BarChart.Series(
                    series, values.map { $0?.number ?? .nan },
                    intervals: intervals.count == values.count ? intervals : [])
            })
    }

    /// What the chart says in words: where the value is lowest and highest.
    private func description(_ title: String) -> String {
        let known = runs.compactMap { run in value(of: run)?.number.map { (run.title, $0) } }
        guard let lowest = known.min(by: { $0.1 < $1.1 }), let highest = known.max(by: { $0.1 < $1.1 }) else {
            return "\(title)."
        }
        let format = valueAxis.format
        return "\(title): lowest with \(lowest.0) (\(format.text(for: lowest.1))), highest with \(highest.0) "
            + "(\(format.text(for: highest.1)))."
    }

    /// The texts, each once, in the order in which they come first.
    private func unique(_ texts: [String]) -> [String] {
        texts.indices.filter { !texts[..<$0].contains(texts[$0]) }.map { texts[$0] }
    }
}
