import Foundation
import Testing

@testable import DigitData

struct FileDigestTests {
    /// Examples of FIPS 180-4 as NIST publishes them.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func digestsAsTheStandardDoes(text: String, hex: String) {
        #expect(FileDigest(of: Array(text.utf8)).hex == hex)
    }

    @Test func isEncodedAsItsHexadecimalDigits() throws {
        let digest = FileDigest(of: [1])
        let json = try JSONEncoder().encode([digest])
        #expect(String(decoding: json, as: UTF8.self) == "[\"\(digest.hex)\"]")
        #expect(try JSONDecoder().decode([FileDigest].self, from: json) == [digest])
    }

    @Test(arguments: ["", "abc", String(repeating: "G", count: 64), String(repeating: "A", count: 64)])
    func refusesToDecodeWhatIsNoDigest(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([FileDigest].self, from: JSONEncoder().encode([text]))
        }
    }
}
