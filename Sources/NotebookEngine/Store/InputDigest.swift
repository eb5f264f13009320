import Digests

/// A SHA-256 over texts, each with its length in front, so that no two lists of texts are hashed alike.
struct InputDigest: ~Copyable {
    private var hash = SHA256()

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update($0) }
            hash.update(bytes)
        }
    }

    consuming func finalize() -> SHA256Digest { hash.finalize() }
}
