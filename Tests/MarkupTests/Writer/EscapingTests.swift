import Markup
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("a < b && c > \"d\" 'e'", "a &lt; b &amp;&amp; c &gt; \"d\" 'e'"),
        ("</p><script>alert(1)</script>", "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&amp;", "&amp;amp;"),
        ("größe 数 😀 \u{202E}rtl", "größe 数 😀 \u{202E}rtl"),
        ("a\tb\nc\r\nd\re", "a\tb\nc\nd\ne"),
        ("a\0b\u{1}c\u{1B}[0m\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}[0m\u{FFFD}"),
        ("\u{80}\u{9F}\u{A0}\u{BF}", "\u{FFFD}\u{FFFD}\u{A0}\u{BF}"),
        ("\u{FFFE}\u{FFFF}\u{FFFD}\u{1FFFE}\u{10FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("\u{1F3FB}\u{1FFFD}", "\u{1F3FB}\u{1FFFD}"),
        ("", ""),
    ])
    func textNeverBecomesMarkup(text: String, expected: String) {
        #expect(Node.text(text).markup == expected)
    }

    @Test(arguments: [
        ("\"><script>", "&quot;&gt;&lt;script&gt;"),
        ("' onload='x", "' onload='x"),
        ("a&b=c", "a&amp;b=c"),
        ("a\tb\nc\r\nd\re", "a&#9;b&#10;c&#10;d&#10;e"),
        ("a\0b", "a\u{FFFD}b"),
    ])
    func valuesNeverLeaveTheirQuotes(value: String, expected: String) {
        #expect(Element("i", Attribute("title", value)).markup == "<i title=\"\(expected)\"></i>")
    }

    @Test func onlyTheHatchWritesMarkup() {
        #expect(Node.unescapedMarkup("<b>&</b>").markup == "<b>&</b>")
    }

    /// Every scalar in a text, read back by a decoder of the five things the writer may have written.
    @Test func everyScalarComesBackOrIsReplaced() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isAllowed: Bool
            switch value {
            case 0x09, 0x0A, 0x0D: isAllowed = true
            case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: isAllowed = false
            default: isAllowed = value & 0xFFFE != 0xFFFE
            }
            let expected: String
            switch scalar {
            case "&": expected = "&amp;"
            case "<": expected = "&lt;"
            case ">": expected = "&gt;"
            case "\r": expected = "\n"
            default: expected = isAllowed ? String(scalar) : "\u{FFFD}"
            }
            let markup = Node.text(String(scalar)).markup
            if markup.utf8.elementsEqual(expected.utf8) { continue }
            Issue.record("U+\(String(value, radix: 16)) became \(markup.debugDescription)")
        }
    }
}
