/// Estimates how wide text will be in the reader's sans-serif font, which is not known here.
enum TextWidth {
    /// Width in pixels at a font size in pixels; leans towards too wide rather than too narrow.
    static func estimate(_ text: String, fontSize: Double = 12) -> Double {
        text.unicodeScalars.reduce(0) { $0 + share($1) } * fontSize
    }

    /// The text, cut off with an ellipsis where it would be wider than `width`.
    static func fit(_ text: String, in width: Double, fontSize: Double = 12) -> String {
        guard estimate(text, fontSize: fontSize) > width else { return text }
        let room = width - fontSize
        var used = 0.0
        var kept = ""
        for character in text {
            used += estimate(String(character), fontSize: fontSize)
            guard used <= room else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// The width of a scalar as a share of the font size.
    private static func share(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", " ", "-": 0.36
        case "m", "w", "M", "W", "@", "%", "—": 0.9
        case "\u{202F}", "\u{2009}": 0.25
        case "A"..."Z": 0.7
        case " "..."~": 0.61
        default: wideShare(scalar)
        }
    }

    private static func wideShare(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: scalar.value >= 0x1100 ? 1.05 : 0.62
        }
    }
}
