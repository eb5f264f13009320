import NotebookCore

/// Figures written for prose, all in one way.
enum Wording {
    /// "9,908".
    static func count(_ number: Int) -> String { NumberFormat.integer.text(for: Double(number)) }

    /// "1 image", "9,908 images".
    static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(count(number)) \(number == 1 ? singular : plural ?? singular + "s")"
    }

    /// "99.08 %".
    static func percent(_ share: Double, decimals: Int = 2) -> String {
        NumberFormat.percent(decimals).text(for: share)
    }

    /// "once", "twice", "6 times".
    static func times(_ number: Int) -> String {
        switch number {
        case 1: "once"
        case 2: "twice"
        default: "\(count(number)) times"
        }
    }

    /// "a", "a and b", "a, b and c".
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }
}
