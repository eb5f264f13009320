/// A number as a report writes it, with the way in which it was written: `99.08%`, `0.33 points`, `500,000`, `2 minutes`.
package struct Quantity: Hashable, Sendable {
    package var number: Double
    /// How a number of the same sort and precision is written.
    package var format: NumberFormat
    /// Half a unit of the last digit that was written.
    package var precision: Double

    /// Reads a quantity; nil where `text` is none.
    package init?(_ text: String) {
        let text = text.trimmed
        let digits = text.prefix { $0.isNumber || ".,_eE+-−".contains($0) }
        let unit = String(text.dropFirst(digits.count)).trimmed.lowercased()
        let plain = String(digits.filter { $0 != "," && $0 != "_" }.map { $0 == "−" ? "-" : $0 })
        guard let number = finiteNumber(plain) else { return nil }
        let decimals =
            plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?
            .prefix { $0.isNumber }.count ?? 0
        var step = 0.5
        for _ in 0..<min(decimals, 12) { step /= 10 }
        func scaled(by factor: Double, _ format: NumberFormat) -> (Double, NumberFormat, Double) {
            (number * factor, format, step * factor)
        }
        switch unit {
        case "":
            (self.number, self.format, precision) = scaled(by: 1, decimals == 0 ? .integer : .fixed(decimals))
        case "%", "percent": (self.number, self.format, precision) = scaled(by: 0.01, .percent(decimals))
        case "point", "points": (self.number, self.format, precision) = scaled(by: 0.01, .points(decimals))
        case "µs", "us": (self.number, self.format, precision) = scaled(by: 1e-6, .duration)
        case "ms": (self.number, self.format, precision) = scaled(by: 1e-3, .duration)
        case "s", "second", "seconds": (self.number, self.format, precision) = scaled(by: 1, .duration)
        case "min", "minute", "minutes": (self.number, self.format, precision) = scaled(by: 60, .duration)
        case "h", "hour", "hours": (self.number, self.format, precision) = scaled(by: 3600, .duration)
        case "bytes": (self.number, self.format, precision) = scaled(by: 1, .bytes)
        case "kb": (self.number, self.format, precision) = scaled(by: 1e3, .bytes)
        case "mb": (self.number, self.format, precision) = scaled(by: 1e6, .bytes)
        default: return nil
        }
    }
}
