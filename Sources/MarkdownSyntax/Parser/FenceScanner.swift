/// An opening code fence as a line of the file has it (CommonMark 4.5).
struct OpeningFence {
    /// The backtick or tilde.
    let byte: UInt8
    /// How many of them.
    let length: Int
    /// The offset in bytes of the first from the start of the line.
    let offset: Int
    /// The words behind the fence, with the offset in bytes of each from the start of the line.
    let words: [(text: String, offset: Int)]

    /// Reads the fence that begins at a byte of a line; nil where there is none.
    init?(in line: Substring, at offset: Int) {
        let bytes = Array(line.utf8)
        guard bytes.indices.contains(offset), bytes[offset] == 0x60 || bytes[offset] == 0x7E else { return nil }
        let byte = bytes[offset]
        let infoStart = bytes[offset...].firstIndex { $0 != byte } ?? bytes.endIndex
        guard infoStart - offset >= 3 else { return nil }
        if byte == 0x60, bytes[infoStart...].contains(0x60) { return nil }
        self.byte = byte
        self.length = infoStart - offset
        self.offset = offset
        self.words = bytes[infoStart...]
            .split { $0 == 0x20 || $0 == 0x09 }
            .map { (String(decoding: $0, as: UTF8.self), $0.startIndex) }
    }

    /// Whether a line closes this fence: up to three spaces, at least as many of the same mark, nothing behind.
    func isClosed(by line: Substring) -> Bool {
        let bytes = line.utf8
        guard let start = bytes.firstIndex(where: { $0 != 0x20 }) else { return false }
        let marks = bytes[start...].prefix { $0 == byte }
        return bytes.distance(from: bytes.startIndex, to: start) <= 3
            && marks.count >= length
            && bytes[marks.endIndex...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
