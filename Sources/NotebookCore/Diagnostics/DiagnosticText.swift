package import MarkdownSyntax

/// Writes a diagnostic as a user reads it: place, cause, the line with a caret, remedy.
package struct DiagnosticText: Sendable {
    /// The file's name, as the user gave it.
    package let file: String
    package let source: SourceLines
    /// Whether to colour the text for a terminal.
    package let isStyled: Bool

    package init(file: String, source: SourceLines, isStyled: Bool) {
        self.file = file
        self.source = source
        self.isStyled = isStyled
    }

    /// Several lines without a line break at the end.
    package func text(for diagnostic: Diagnostic) -> String {
        let place = diagnostic.location.map { "\(file):\($0.line):\($0.column)" } ?? file
        let severity = styled(diagnostic.severity.rawValue + ":", diagnostic.severity == .error ? "31;1" : "33;1")
        var lines = ["\(styled(place + ":", "1")) \(severity) \(diagnostic.summary)"]
        lines += excerpt(of: diagnostic)
        for text in [diagnostic.remedy, diagnostic.consequenceText].compactMap(\.self) { lines.append("  \(text)") }
        return lines.joined(separator: "\n")
    }

    /// The line that a diagnostic is about, and below it the caret; nothing where it is about no line.
    package func excerpt(of diagnostic: Diagnostic) -> [String] {
        guard let location = diagnostic.location, source.numbers.contains(location.line) else { return [] }
        return excerpt(at: location)
    }

    /// Columns of a line that are shown at most; a longer line is cut around the caret.
    private static let width = 100

    private func excerpt(at location: SourceLocation) -> [String] {
        let scalars = Array(source[location.line].unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
        guard !scalars.isEmpty else { return [] }
        let column = min(max(location.column, 1), scalars.count + 1) - 1
        let start = max(0, min(column - Self.width / 2, scalars.count - Self.width))
        let end = min(scalars.count, start + Self.width)
        let number = String(location.line)
        let margin = String(repeating: " ", count: number.count)
        let shown = (start > 0 ? "…" : "") + String(scalars[start..<end]) + (end < scalars.count ? "…" : "")
        let indent = String(repeating: " ", count: column - start + (start > 0 ? 1 : 0))
        let length = max(1, min(location.length, end - column))
        let caret = styled("^" + String(repeating: "~", count: length - 1), "32;1")
        return [" \(number) | \(shown)", " \(margin) | \(indent)\(caret)"]
    }

    private func styled(_ text: String, _ codes: String) -> String {
        isStyled ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
    }
}
