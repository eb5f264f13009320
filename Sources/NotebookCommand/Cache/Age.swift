/// A span of time as the command line writes it: `30d`, `12h`, `1.5w`.
package struct Age: Hashable, Sendable {
    package let seconds: Double

    package init(seconds: Double) {
        self.seconds = seconds
    }

    /// Seconds of each unit.
    private static let units: [(name: String, seconds: Double)] = [
        ("s", 1), ("min", 60), ("h", 3600), ("d", 86_400), ("w", 604_800),
    ]

    /// A number and a unit; nil for anything else.
    package init?(_ text: String) {
        guard let quantity = NumberWithUnit(text),
            let unit = Self.units.first(where: { $0.name == quantity.unit.lowercased() })
        else { return nil }
        seconds = quantity.number * unit.seconds
    }
}
