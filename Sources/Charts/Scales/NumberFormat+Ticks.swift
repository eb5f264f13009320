import Foundation
import NotebookCore

extension NumberFormat {
    /// The steps in which ticks of this format lie.
    var stepUnit: RoundStep.Unit {
        switch self {
        case .integer, .bytes: .decimal(minimum: 1)
        case .duration: .time
        case .fixed, .percent, .points, .significant: .decimal(minimum: 0)
        }
    }

    /// Whether numbers of this format are shares of a whole, 0…1.
    var isShare: Bool {
        if case .percent = self { true } else { false }
    }

    /// How far an axis reaches to both sides of a value that stands alone.
    func spreadAroundSingleValue(_ value: Double) -> Double {
        let least = abs(value) * 1e-6
        return switch self {
        case .integer, .bytes: max(0.5, least)
        case .percent, .points: max(0.05, least)
        case .fixed, .significant, .duration: value == 0 ? 0.5 : abs(value) * 0.1
        }
    }

    /// The format with as many decimals as tell ticks `step` apart: 0.95 and 0.96 become 95 % and 96 %.
    ///
    /// - Parameter magnitude: the largest absolute value among the ticks.
    func forTicks(step: Double, magnitude: Double) -> NumberFormat {
        switch self {
        case .integer, .duration, .bytes:
            return self
        case .percent:
            return .percent(Self.decimals(step: step * 100))
        case .points:
            return .points(Self.decimals(step: step * 100))
        case .fixed, .significant:
            guard magnitude < 1e7, step > 1e-6 else { return .significant(4) }
            let decimals = Self.decimals(step: step)
            return decimals == 0 ? .integer : .fixed(decimals)
        }
    }

    /// The text of a tick; whole minutes and hours lose their "0 s" and "0 min".
    func tickText(for value: Double) -> String {
        let text = text(for: value)
        guard case .duration = self else { return text }
        for tail in [" 0\u{202F}s", " 0\u{202F}min"] where text.hasSuffix(tail) {
            return String(text.dropLast(tail.count))
        }
        return text
    }

    private static func decimals(step: Double) -> Int {
        guard step > 0, step.isFinite else { return 0 }
        // The small addend takes 0.09999… for the tenth that it stands for.
        return min(max(Int(-(log10(step) + 1e-9).rounded(.down)), 0), 12)
    }
}
