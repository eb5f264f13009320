/// Text measured in the columns that it takes on a terminal.
extension String {
    /// Columns of a terminal: two for wide characters and emoji, none for combining marks.
    package var terminalColumns: Int { reduce(0) { $0 + $1.terminalColumns } }

    /// The text, cut with an ellipsis where it takes more than that many columns.
    package func truncated(toColumns limit: Int) -> String {
        guard terminalColumns > limit else { return self }
        guard limit > 0 else { return "" }
        var kept = ""
        var columns = 0
        for character in self {
            columns += character.terminalColumns
            guard columns < limit else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// The text with spaces after it, up to that many columns.
    package func padded(toColumns width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - terminalColumns))
    }

    /// The text on one line, without characters that a terminal would obey.
    package var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}

extension Character {
    fileprivate var terminalColumns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        switch first.properties.generalCategory {
        case .control, .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        return unicodeScalars.contains { $0.isWide } ? 2 : 1
    }
}

extension Unicode.Scalar {
    /// East Asian wide and full-width blocks (Unicode Standard Annex 11), emoji, and the selector that asks for emoji.
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD, 0xFE0F:
            true
        default: properties.isEmojiPresentation
        }
    }
}
