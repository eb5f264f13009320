import NotebookEngine
import Testing

struct RandomKeyTests {
    // Python: int.from_bytes(sha256(b"".join(len(t).to_bytes(8, "little") + t for t in texts)).digest()[:8], "little")
    @Test(
        arguments: [
            (1, "baseline", "shuffling", 0xCE826FBEE13A6111),
            (UInt64.max, "é", "", 0x331FEBB7730ECC88),
            (0, "digits", "validation-split", 0x76F444FEE461CFDB),
        ] as [(UInt64, String, String, UInt64)])
    func staysTheSameForEver(seed: UInt64, label: String, purpose: String, key: UInt64) {
        #expect(RandomKey.derive(seed: seed, label: label, purpose: purpose) == key)
    }

    @Test func separatesLabelFromPurpose() {
        #expect(
            RandomKey.derive(seed: 1, label: "ab", purpose: "c") != RandomKey.derive(seed: 1, label: "a", purpose: "bc")
        )
    }
}
