import Crypto

/// Keys of random streams: a function of the seed, a label and a purpose, so that a cell inserted elsewhere changes none.
package enum RandomKey {
    /// The first eight bytes, little-endian, of the SHA-256 of seed, label and purpose, each with its length in front.
    package static func derive(seed: UInt64, label: String, purpose: String) -> UInt64 {
        var hash = SHA256()
        for text in [String(seed), label, purpose] {
            let bytes = Array(text.utf8)
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
            bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
        return hash.finalize().prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
