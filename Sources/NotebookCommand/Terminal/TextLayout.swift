/// Paragraphs laid out for a reader's width.
extension String {
    /// The words of each line of the text, in lines of at most `columns` columns, each with `indent` in front.
    ///
    /// A word that is longer than a line stands alone on its own.
    package func wrapped(toColumns columns: Int, indent: String = "") -> String {
        let room = max(columns - indent.terminalColumns, 1)
        return split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
            var lines = [""]
            for word in paragraph.split(separator: " ") {
                let line = lines[lines.count - 1]
                if line.isEmpty {
                    lines[lines.count - 1] = String(word)
                } else if line.terminalColumns + 1 + String(word).terminalColumns <= room {
                    lines[lines.count - 1] = "\(line) \(word)"
                } else {
                    lines.append(String(word))
                }
            }
            return lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
