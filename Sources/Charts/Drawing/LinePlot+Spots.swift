import Markup
import NotebookCore

extension LinePlot {
    /// A place for each x at which any series has a value; each reaches halfway to its neighbours.
    var spots: [Element] {
        let all = Set(lines.joined().filter(isInside).map(\.x)).sorted()
        let stride = max(1, (all.count + Spot.limit - 1) / Spot.limit)
        let shown = all.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
        let places = shown.map { (x.fraction(of: $0) ?? 0) * 100 }
        return shown.indices.map { index in
            let start = index == 0 ? 0 : (places[index - 1] + places[index]) / 2
            let end = index == shown.count - 1 ? 100 : (places[index] + places[index + 1]) / 2
            return Spot(
                heading: heading(at: shown[index]), values: values(at: shown[index]),
                x: start...max(end, start), y: 0...Self.height, rule: places[index]
            ).element
        }
    }

    /// "Epoch 6, best epoch"
    private func heading(at x: Double) -> String {
        let place = "\(chart.x.titleWithUnit) \(chart.x.format.text(for: x))"
        return ([place] + chart.marks.filter { $0.x == x }.map(\.label)).joined(separator: ", ")
    }

    private func values(at x: Double) -> [String] {
        lines.indices.compactMap { index in
            lines[index].last { $0.x == x && $0.isDrawable }.map { point in
                let value = chart.y.format.text(for: point.y)
                let interval = point.interval.map { " (\(chart.y.format.text(for: $0)))" } ?? ""
                let name = chart.series[index].name
                return Spot.line(name.isEmpty ? chart.y.title : name, value + interval)
            }
        }
    }
}
