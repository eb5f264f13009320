/// The lines of a text as CommonMark counts them, addressed by their numbers in the file.
///
/// A line ends at LF, CR or CR LF; the ending is no part of it. A final line ending opens no further line.
/// A byte order mark at the very start is dropped and NUL becomes U+FFFD, as CommonMark 2.3 asks.
package struct SourceLines: Sendable, Equatable {
    /// The number of the first line.
    package let firstNumber: Int
    private let lines: [Substring]

    /// Splits a text into lines, the first of which has the number given.
    package init(_ text: String, firstNumber: Int = 1) {
        var text = text
        if text.utf8.contains(0) {
            text = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
        }
        text.makeContiguousUTF8()
        let bytes = text.utf8
        var start = bytes.startIndex
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = bytes.index(start, offsetBy: 3)
        }
        var lines: [Substring] = []
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
            lines.append(text[start..<end])
            guard end < bytes.endIndex else { break }
            start = bytes.index(after: end)
            if bytes[end] == 0x0D, start < bytes.endIndex, bytes[start] == 0x0A {
                start = bytes.index(after: start)
            }
        }
        self.firstNumber = firstNumber
        self.lines = lines
    }

    /// The numbers of all lines; empty for an empty text.
    package var numbers: Range<Int> { firstNumber..<firstNumber + lines.count }

    /// The line with a number, without its ending; empty where there is no such line.
    package subscript(number: Int) -> Substring {
        numbers.contains(number) ? lines[number - firstNumber] : ""
    }

    /// The lines joined with LF, each ended by one.
    var normalizedText: String {
        var text = ""
        for line in lines {
            text += line
            text += "\n"
        }
        return text
    }

    /// Whether a line holds nothing but white space and the markers of quotes.
    func isBlank(_ number: Int) -> Bool {
        self[number].utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
    }

    /// The last line of a range that is not blank; `start` where all behind it are, or the range is empty.
    func lastInkedLine(from start: Int, through end: Int) -> Int {
        var last = max(start, end)
        while last > start, isBlank(last) { last -= 1 }
        return last
    }

    /// The position of a byte of a line, given by its offset from the line's start.
    func position(line: Int, byteOffset: Int) -> SourcePosition {
        // Each scalar has exactly one byte that is no continuation byte.
        let scalars = self[line].utf8.prefix(byteOffset).count { $0 & 0xC0 != 0x80 }
        return SourcePosition(line: line, column: scalars + 1)
    }
}
