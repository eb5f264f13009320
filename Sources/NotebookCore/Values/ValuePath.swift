/// The dotted name of a published value, each part in kebab-case: `baseline.test.class.5.accuracy`.
package struct ValuePath: Hashable, Sendable, Codable {
    /// The whole path, as written.
    package let text: String

    /// A path from text that is known to be well formed.
    package init(_ text: String) {
        self.text = text
    }

    /// A path from its parts.
    package init(_ parts: [String]) {
        text = parts.joined(separator: ".")
    }

    package var parts: [String] { text.split(separator: ".").map(String.init) }

    /// Whether `text` is one or more dot-separated parts of lower-case letters, digits and single hyphens.
    package static func isWellFormed(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return !parts.isEmpty && parts.allSatisfy(Self.isKebabCase)
    }

    /// Whether `part` is words of lower-case letters and digits joined by single hyphens.
    package static func isKebabCase(_ part: some StringProtocol) -> Bool {
        let words = part.split(separator: "-", omittingEmptySubsequences: false)
        return !words.isEmpty
            && words.allSatisfy { word in
                !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
    }
}

extension ValuePath: CustomStringConvertible {
    package var description: String { text }
}

extension ValuePath: Comparable {
    package static func < (left: ValuePath, right: ValuePath) -> Bool { left.text < right.text }
}

extension ValuePath: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}
