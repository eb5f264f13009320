import Foundation
import NotebookCore

/// Five shades for counts, each standing for counts in the same ratio, so that 1 and 3 differ as 10 and 30 do.
struct CountLevels: Equatable {
    /// A shade, 1…5, with the counts that it stands for.
    struct Level: Equatable {
        var shade: Int
        var counts: ClosedRange<Int>

        /// "1", "2–3"
        var text: String {
            let lower = NumberFormat.integer.text(for: Double(counts.lowerBound))
            guard counts.lowerBound < counts.upperBound else { return lower }
            return "\(lower)–\(NumberFormat.integer.text(for: Double(counts.upperBound)))"
        }
    }

    static let count = 5

    /// Ascending, without gaps, from 1 to the largest count; empty where that is 0.
    let levels: [Level]

    init(upTo largest: Int) {
        guard largest > 0 else {
            levels = []
            return
        }
        var levels: [Level] = []
        var lower = 1
        for shade in 1...Self.count {
            let limit = pow(Double(largest), Double(shade) / Double(Self.count))
            // The small factor takes 999.99… for the thousand that it stands for.
            let rounded = Int(min(limit * (1 + 1e-12), 1e15).rounded(.down))
            let upper = shade == Self.count ? largest : max(lower, rounded)
            levels.append(Level(shade: shade, counts: lower...min(max(upper, lower), largest)))
            guard upper < largest else { break }
            lower = upper + 1
        }
        self.levels = levels
    }

    /// The shade of a count, 0 where it is 0.
    func shade(of count: Int) -> Int {
        levels.first { $0.counts.contains(count) }?.shade ?? 0
    }
}
