extension Node {
    /// Text whose direction does not reach what is around it; as it is where nothing in it runs from right to left.
    package static func isolated(_ text: String) -> Node {
        guard text.unicodeScalars.contains(where: runsToTheLeft) else { return .text(text) }
        return .element(Element("bdi") { text })
    }

    /// Whether a character belongs to a script that is written from right to left, or turns the direction itself (Unicode
    /// Standard Annex 9, 3.2).
    private static func runsToTheLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
        case 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
