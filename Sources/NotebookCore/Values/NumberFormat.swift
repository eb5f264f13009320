/// How a number is written for people. Formatting never depends on the locale.
package enum NumberFormat: Hashable, Sendable, Codable {
    /// 390,858
    case integer
    /// 0.0312, with that many decimals.
    case fixed(Int)
    /// A share as percent: 0.9908 → 99.08 %.
    case percent(Int)
    /// A share as percentage points: 0.0033 → 0.33 points.
    case points(Int)
    /// Seconds: 0.00014 → 140 µs, 75 → 1 min 15 s.
    case duration
    /// 1563432 → 1.56 MB.
    case bytes
    /// Up to that many significant digits, no trailing zeros: 0.001, 0.0003, 12.5.
    case significant(Int)
}
