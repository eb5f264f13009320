/// Makes anchors out of headings as GitHub does, each different from all before it.
///
/// Letters, digits, combining marks, `_` and `-` stay, in lower case; a space becomes `-`; everything else goes.
package struct Slugger: Sendable {
    private var used: Set<String> = []
    /// The last number appended to each slug that was wanted more than once.
    private var lastSuffixes: [String: Int] = [:]

    /// Creates a slugger that has given out no anchor, except that those in `reserved` count as taken.
    package init(reserved: Set<String> = []) {
        used = reserved
    }

    /// The anchor of the next heading in the document: `results`, then `results-1`, `results-2` …
    ///
    /// A text of which nothing remains gives `section`.
    package mutating func slug(for text: String) -> String {
        var base = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case " ": base += "-"
            case "-", "_": base.unicodeScalars.append(scalar)
            default:
                if Self.isKept(scalar) { base.unicodeScalars.append(scalar) }
            }
        }
        if base.allSatisfy({ $0 == "-" }) { base = "section" }
        var slug = base
        while !used.insert(slug).inserted {
            let suffix = (lastSuffixes[base] ?? 0) + 1
            lastSuffixes[base] = suffix
            slug = "\(base)-\(suffix)"
        }
        return slug
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark, .connectorPunctuation:
            true
        default:
            false
        }
    }
}
