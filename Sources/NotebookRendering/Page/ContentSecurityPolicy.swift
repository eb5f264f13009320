import Crypto
import Foundation

/// What a page allows the browser to load and run: its own style, images that it holds, nothing else.
struct ContentSecurityPolicy: Equatable {
    /// The value of the `Content-Security-Policy` meta element.
    let text: String

    /// - Parameter style: The text of the page's `style` element, byte for byte; its SHA-256 alone is allowed.
    init(style: String) {
        let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
        text = [
            "default-src 'none'", "img-src data:", "style-src 'sha256-\(hash)'", "base-uri 'none'",
            "form-action 'none'",
        ].joined(separator: "; ")
    }
}
