import Crypto

/// A SHA-256 over texts, each with its length in front, so that no two lists of texts are hashed alike.
struct InputDigest {
    private var hash = SHA256()

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
            hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
    }

    var bytes: SHA256Digest { hash.finalize() }
    /// 64 hexadecimal digits.
    var hexadecimal: String { bytes.hexadecimal }
}

extension Sequence<UInt8> {
    /// Two digits a byte, in lower case.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
