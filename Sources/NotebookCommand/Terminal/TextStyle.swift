/// Colours and weights for text on a terminal, or none at all.
package struct TextStyle: Hashable, Sendable {
    /// What a piece of text means to the reader.
    package enum Emphasis: Sendable {
        case strong, faint, success, failure, warning, accent

        /// Parameter of the escape sequence "select graphic rendition" (ECMA-48, 8.3.117).
        fileprivate var code: Int {
            switch self {
            case .strong: 1
            case .faint: 2
            case .failure: 31
            case .success: 32
            case .warning: 33
            case .accent: 36
            }
        }
    }

    package var isEnabled: Bool

    package init(isEnabled: Bool) {
        self.isEnabled = isEnabled
    }

    package func callAsFunction(_ text: String, _ emphasis: Emphasis?) -> String {
        guard isEnabled, let emphasis, !text.isEmpty else { return text }
        return "\u{1B}[\(emphasis.code)m\(text)\u{1B}[0m"
    }
}
