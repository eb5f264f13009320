import Digests
import Foundation

/// What a page allows the browser to load and run: its own style and scripts, images that it holds, nothing else.
struct ContentSecurityPolicy: Equatable {
    /// The value of the `Content-Security-Policy` meta element.
    let text: String

    /// - Parameters:
    ///   - styles: The texts of the page's `style` elements, byte for byte; their SHA-256 alone are allowed.
    ///   - scripts: The page's scripts; likewise.
    init(styles: [String], scripts: [PageScript]) {
        let styleHashes = styles.map { Self.source(allowing: $0) }
        let scriptHashes = scripts.map { Self.source(allowing: $0.source) }
        text = [
            "default-src 'none'", "img-src data:", "style-src " + styleHashes.joined(separator: " "),
            scriptHashes.isEmpty ? nil : "script-src " + scriptHashes.joined(separator: " "),
            scripts.contains(where: \.connects) ? "connect-src 'self'" : nil,
            "base-uri 'none'", "form-action 'none'",
        ].compactMap { $0 }.joined(separator: "; ")
    }

    private static func source(allowing text: String) -> String {
        "'sha256-\(Data(SHA256.digest(of: Data(text.utf8)).bytes).base64EncodedString())'"
    }
}
