import MarkdownSyntax
import Markup

/// The direction of a block's text: browsers find it by the first letter that has one (`dir=auto`).
///
/// Only blocks with letters of a script that is written from right to left are marked; all others follow the page.
enum ProseDirection {
    static func attribute(of content: [Inline]) -> Attribute? { attribute(of: content.plainText) }

    static func attribute(of text: String) -> Attribute? {
        text.unicodeScalars.contains(where: isRightToLeft) ? Attribute("dir", "auto") : nil
    }

    /// Blocks of Unicode's right-to-left scripts: Hebrew to Arabic Extended-A, the presentation forms, and those beyond the
    /// first plane.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
