import Foundation
import Testing

@testable import DigitData

struct DataOriginTests {
    static let digests = TinyDataset.files.mapValues { FileDigest(of: $0) }

    @Test(arguments: [
        (DataOrigin.mnist(source: .download(host: "example.org"), digests: digests), "MNIST", false),
        (DataOrigin.mnist(source: .cache(path: "/c"), digests: digests), "MNIST", false),
        (
            DataOrigin.synthetic(seed: 3, version: 1), "synthetic digits, drawn by the program (seed 3); not MNIST",
            true
        ),
    ])
    func saysWhatThePageShows(origin: DataOrigin, summary: String, isSynthetic: Bool) {
        #expect(origin.summary == summary)
        #expect(origin.isSynthetic == isSynthetic)
    }

    @Test func theDigestDependsOnTheContentAlone() {
        let found = DataOrigin.mnist(source: .cache(path: "/a"), digests: Self.digests)
        let named = DataOrigin.folder(path: "/b", digests: Self.digests)
        #expect(found.digest == named.digest)
        var others = Self.digests
        others[.testLabels] = FileDigest(of: [1])
        #expect(DataOrigin.folder(path: "/b", digests: others).digest != named.digest)
        let seeds = (0..<3).map { DataOrigin.synthetic(seed: $0, version: 1).digest }
        #expect(Set(seeds).count == 3)
    }

    @Test func encodesDigestsUnderTheNamesOfTheirFiles() throws {
        let origin = DataOrigin.folder(path: "/b", digests: Self.digests)
        let json = try JSONEncoder().encode(origin)
        #expect(try JSONDecoder().decode(DataOrigin.self, from: json) == origin)
        #expect(String(decoding: json, as: UTF8.self).contains("\"t10k-labels\":\""))
    }
}
