import Foundation
import Testing

@testable import Digests

struct SHA256Tests {
    /// From NIST's examples for FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func digestsPublishedExamples(text: String, digest: String) {
        #expect(SHA256.digest(of: Data(text.utf8)).hexadecimal == digest)
    }

    @Test func digestsAMillionBytesInUnevenPieces() {
        var hash = SHA256()
        var remaining = 1_000_000
        for length in 0... {
            let piece = min(length, remaining)
            hash.update([UInt8](repeating: UInt8(ascii: "a"), count: piece))
            remaining -= piece
            if remaining == 0 { break }
        }
        #expect(hash.finalize().hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
}
