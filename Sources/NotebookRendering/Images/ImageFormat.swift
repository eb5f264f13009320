import Foundation

/// The formats of pictures that browsers show, told by their first bytes rather than by their names.
package enum ImageFormat: String, CaseIterable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webP = "image/webp"
    case avif = "image/avif"
    case bmp = "image/bmp"
    case icon = "image/x-icon"
    case svg = "image/svg+xml"

    package var mediaType: String { rawValue }

    /// The usual ending of a file's name.
    package var fileExtension: String {
        switch self {
        case .png: "png"
        case .jpeg: "jpg"
        case .gif: "gif"
        case .webP: "webp"
        case .avif: "avif"
        case .bmp: "bmp"
        case .icon: "ico"
        case .svg: "svg"
        }
    }

    init?(of data: Data) {
        let head = Array(data.prefix(16))
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if head.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if head.starts(with: Array("GIF87a".utf8)) || head.starts(with: Array("GIF89a".utf8)) {
            self = .gif
        } else if head.starts(with: Array("RIFF".utf8)), head.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self = .webP
        } else if head.dropFirst(4).starts(with: Array("ftypavif".utf8))
            || head.dropFirst(4).starts(with: Array("ftypavis".utf8))
        {
            self = .avif
        } else if head.starts(with: Array("BM".utf8)), head.dropFirst(6).prefix(4).elementsEqual([0, 0, 0, 0]) {
            self = .bmp
        } else if head.starts(with: [0, 0, 1, 0]), data.count >= 22 {
            self = .icon
        } else if Self.looksLikeSVG(data) {
            self = .svg
        } else {
            return nil
        }
    }

    /// Whether the first tag, after declarations and comments, is `<svg`.
    private static func looksLikeSVG(_ data: Data) -> Bool {
        var text = Substring(String(decoding: data.prefix(4096), as: UTF8.self))
        while true {
            text = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            let end: String
            if text.hasPrefix("<?") {
                end = "?>"
            } else if text.hasPrefix("<!--") {
                end = "-->"
            } else if text.hasPrefix("<!") {
                end = ">"
            } else {
                return text.hasPrefix("<svg")
            }
            guard let range = text.range(of: end) else { return false }
            text = text[range.upperBound...]
        }
    }
}
