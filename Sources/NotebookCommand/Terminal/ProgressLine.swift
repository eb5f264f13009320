package import NotebookCore

/// One line that says how far a cell has come, fitted to the width of a terminal.
///
/// Where there is no room for everything, what matters least goes first: the directive's name, the figures from
/// the last to the first, the cell's label, the time left.
package struct ProgressLine: Hashable, Sendable {
    /// The cell as its author knows it: "train baseline".
    package var name: String
    /// The same in fewer letters: "baseline".
    package var shortName: String
    package var progress: CellProgress

    package init(name: String, shortName: String, progress: CellProgress) {
        self.name = name
        self.shortName = shortName
        self.progress = progress
    }

    private static let barLengths = 8...30
    private static let indent = "  "
    private static let gap = "  "

    /// The line in at most `columns` columns.
    package func line(columns: Int) -> StyledLine {
        let candidates = contents
        let content = candidates.first { $0.columns <= columns } ?? candidates[candidates.count - 1]
        let barLength = Self.barLengths.lowerBound + max(columns - content.columns, 0)
        var line = StyledLine(Self.indent)
        if let name = content.name { line.append(name + Self.gap) }
        if let fraction = progress.fraction, !fraction.isNaN {
            let length = min(barLength, Self.barLengths.upperBound)
            let filled = Int(min(max(fraction, 0), 1) * Double(length))
            line.append(String(repeating: "━", count: filled), .accent)
            line.append(String(repeating: "─", count: length - filled), .faint)
            line.append(Self.gap)
        }
        line.append(content.text)
        return line
    }

    /// What the line could say, from the most to the least.
    private var contents: [Content] {
        let figures = progress.figures.map(Self.text)
        let timeLeft = progress.secondsLeft.flatMap(Self.clock).map { "\($0) left" }
        func content(_ name: String?, figures count: Int, _ timeLeft: String?) -> Content {
            let texts = [progress.stage] + figures.prefix(count) + [timeLeft].compactMap(\.self)
            return Content(name: name, text: texts.joined(separator: Self.gap).withoutControls, hasBar: hasBar)
        }
        return [content(name, figures: figures.count, timeLeft)]
            + (0...figures.count).reversed().map { content(shortName, figures: $0, timeLeft) }
            + [content(nil, figures: 0, timeLeft), content(nil, figures: 0, nil)]
    }

    /// A figure behind its name, or in front of it where the name is a unit: "loss 0.0312", "1,734 images/s".
    static func text(for figure: CellProgress.Figure) -> String {
        let words = figure.name.contains("/") ? [figure.text, figure.name] : [figure.name, figure.text]
        return words.joined(separator: " ").withPlainSpaces
    }

    private var hasBar: Bool { progress.fraction.map { !$0.isNaN } ?? false }

    private struct Content {
        var name: String?
        var text: String
        var hasBar: Bool

        /// Columns with the shortest bar.
        var columns: Int {
            let nameColumns = name.map { $0.terminalColumns + gap.count } ?? 0
            return indent.count + nameColumns + (hasBar ? barLengths.lowerBound + gap.count : 0) + text.terminalColumns
        }
    }

    /// A duration as clocks write it: `48 s`, `1:12`, `2:03 h`; nil for what is no duration.
    static func clock(_ seconds: Double) -> String? {
        guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return nil }
        let whole = Int(seconds.rounded(.up))
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60):\(twoDigits(whole % 60))" }
        return "\(whole / 3600):\(twoDigits(whole % 3600 / 60)) h"
    }
}
