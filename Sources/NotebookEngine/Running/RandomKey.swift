/// Keys of random streams: a function of the seed, a label and a purpose, so that a cell inserted elsewhere changes none.
package enum RandomKey {
    /// The first eight bytes, little-endian, of the SHA-256 of seed, label and purpose, each with its length in front.
    package static func derive(seed: UInt64, label: String, purpose: String) -> UInt64 {
        var digest = InputDigest()
        for text in [String(seed), label, purpose] { digest.append(text) }
        return digest.finalize().bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
