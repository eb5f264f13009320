import Markup

/// A message in which what stands between backticks is code: "train `baseline` failed".
struct BacktickedText {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var nodes: [Node] {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        // An odd number of backticks leaves the last one as it is.
        guard !parts.count.isMultiple(of: 2) else { return [.text(text)] }
        return parts.enumerated().compactMap { index, part in
            if part.isEmpty { return nil }
            return index.isMultiple(of: 2) ? .text(String(part)) : .element(Element("code") { String(part) })
        }
    }
}
