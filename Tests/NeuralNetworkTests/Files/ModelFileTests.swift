import Foundation
import NeuralNetwork
import Testing

struct ModelFileTests {
    private let architecture: Architecture
    private let weights: Weights
    private let data: Data

    init() throws {
        architecture = try Examples.smallConvolutional()
        weights = Weights.initial(ParameterLayout(architecture), key: 8)
        data = try ModelFile.encode(weights, architecture)
    }

    @Test func comesBackAsItWasSaved() throws {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "model.nbmodel")
        try ModelFile.save(weights, architecture, to: url)
        let loaded = try ModelFile.load(from: url)
        #expect(loaded.weights == weights)
        #expect(loaded.architecture == architecture)
    }

    @Test func equalModelsGiveEqualBytes() throws {
        #expect(try ModelFile.encode(weights, architecture) == data)
    }

    @Test(arguments: [0.0, 0.01, 0.3, 0.999])
    func everyMissingEndIsNoticed(share: Double) {
        let part = data.prefix(Int(Double(data.count) * share))
        #expect(throws: ModelFileError.self) { try ModelFile.decode(part) }
    }

    @Test(arguments: [12, 14, 16, 40, 700, 5000, -1, -33])
    func everyChangedByteIsNoticed(place: Int) {
        var changed = data
        changed[place >= 0 ? place : data.count + place] ^= 0x10
        #expect(throws: ModelFileError.damaged) { try ModelFile.decode(changed) }
    }

    @Test func bytesBehindTheEndAreNoticed() {
        #expect(throws: ModelFileError.damaged) { try ModelFile.decode(data + [0]) }
    }

    @Test(arguments: ["", "NBMODEL", "PNG and so on, no model at all, but long enough to hold one, perhaps"])
    func foreignFilesAreNamedSo(text: String) {
        #expect(throws: ModelFileError.foreign) { try ModelFile.decode(Data(text.utf8)) }
    }

    @Test func otherVersionsAreNamedSo() {
        var other = data
        other[8] = 7
        let error = #expect(throws: ModelFileError.unsupportedVersion(7)) { try ModelFile.decode(other) }
        #expect(
            error?.description == """
                the model file has version 7 and this program reads version 1; \
                train again and save with this program
                """)
    }

    @Test func missingFilesAndFoldersAreNamed() throws {
        let folder = try TemporaryFolder()
        for url in [folder.url, folder.url.appending(path: "none")] {
            let error = #expect(throws: ModelFileError.self) { try ModelFile.load(from: url) }
            #expect(error?.description.hasPrefix("cannot access the model file \(url.path): ") == true)
        }
        #expect(throws: ModelFileError.self) {
            try ModelFile.save(weights, architecture, to: folder.url.appending(path: "none/model"))
        }
    }
}

/// A folder that is gone with its last owner.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "model-file-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
