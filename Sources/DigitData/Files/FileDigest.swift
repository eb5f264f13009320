import Digests

/// A SHA-256 digest, which names the content of a file.
package struct FileDigest: Hashable, Codable, Sendable, CustomStringConvertible {
    /// 64 hexadecimal digits in lower case.
    package let hex: String

    /// Digests `bytes`.
    package init(of bytes: [UInt8]) {
        hex = SHA256.digest(of: bytes).hexadecimal
    }

    /// Takes a digest that is already known; `hex` must be 64 hexadecimal digits in lower case.
    package init(hex: String) {
        precondition(
            hex.utf8.count == 64
                && hex.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) },
            "a SHA-256 digest has 64 hexadecimal digits")
        self.hex = hex
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard text.utf8.count == 64, text.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 digest: \(text)")
        }
        hex = text
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }

    /// The first twelve digits, enough to tell files apart by eye.
    package var abbreviated: String { String(hex.prefix(12)) }

    package var description: String { hex }
}
