import Foundation
import Testing

@testable import NotebookCore
@testable import NotebookEngine

@Suite struct StoreCodingTests {
    private struct Everything: Codable, Equatable {
        enum Kind: Codable, Equatable {
            case plain
            case labelled(name: String, place: Int?)
            case pair(Double, [Bool])
        }

        var kinds: [Kind] = [
            .plain, .labelled(name: "", place: nil), .labelled(name: "é🙂\0", place: -1), .pair(-0.0, [true, false]),
        ]
        var numbers = [0, 1.5, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
        var integers: [Int] = [.min, -1, 0, .max]
        var bytes: [UInt8] = [0, 255]
        var large: UInt64 = .max
        var float: Float = 0.1
        var data = Data([0, 1, 255])
        var missing: String?
        var gaps: [Double?] = [nil, 1, nil]
        var byName = ["a": [1: "one"], "b": [:]]
        var names: Set<String> = ["x"]
    }

    @Test func imageOutcomesSurviveBeingKept() throws {
        let outcomes = ImageOutcomes(
            imageSet: "test", labels: [0, 1, 1, 2, 0, 1, 2, 2, 1],
            isCorrect: [true, false, true, true, true, true, false, true, true])
        let other = ImageOutcomes(imageSet: "validation", labels: [1, 0], isCorrect: [true, false])
        let result = CellResult(outcomes: [
            "a.test.accuracy": ImageOutcomes.Selection(outcomes),
            "a.test.class.1.accuracy": ImageOutcomes.Selection(outcomes, classIndex: 1),
            "a.validation.accuracy": ImageOutcomes.Selection(other),
        ])
        let bytes = StoreCoding.encode(StoredResult(result, seconds: 1, sources: []))
        #expect(try StoreCoding.decode(StoredResult.self, from: bytes).result.outcomes == result.outcomes)
    }

    private func bytes(of value: some Encodable) -> Data { StoreCoding.encode(value) }

    @Test func valuesComeBack() throws {
        let value = Everything()
        #expect(try StoreCoding.decode(Everything.self, from: bytes(of: value)) == value)
        #expect(try StoreCoding.decode([String: Int].self, from: bytes(of: [String: Int]())) == [:])
        #expect(try StoreCoding.decode(Double.self, from: bytes(of: Double.nan)).isNaN)
        #expect(try StoreCoding.decode(Data.self, from: bytes(of: Data())) == Data())
    }

    @Test func resultsComeBack() throws {
        let image = GreyImage(width: 2, height: 1, pixels: [0, 255])
        let grid = ImageGrid(
            title: "Errors", items: [.init(image: image, caption: "4 read as 9", alternativeText: "", trueClass: 4)])
        let outputs: [CellOutput] = [.images(grid), .text("words")]
        let result = StoredResult(CellResult(outputs: outputs), seconds: 0.1, sources: [])
        let read = try StoreCoding.decode(StoredResult.self, from: bytes(of: result))
        #expect(read.outputs == outputs)
        #expect(read.seconds == 0.1)
    }

    @Test func cutOffBytesAreRefused() throws {
        let whole = bytes(of: Everything())
        for count in 0..<whole.count {
            #expect(throws: (any Error).self) { try StoreCoding.decode(Everything.self, from: whole.prefix(count)) }
        }
        #expect(throws: (any Error).self) { try StoreCoding.decode(Everything.self, from: whole + Data([0])) }
    }

    @Test func otherValuesAreRefused() {
        #expect(throws: DecodingError.self) { try StoreCoding.decode(Everything.self, from: bytes(of: ["kinds": 1])) }
        #expect(throws: DecodingError.self) { try StoreCoding.decode(Int.self, from: bytes(of: 1.5)) }
        #expect(throws: DecodingError.self) { try StoreCoding.decode(Int8.self, from: bytes(of: 128)) }
        #expect(throws: DecodingError.self) { try StoreCoding.decode([Int].self, from: bytes(of: [1: 2])) }
        #expect(throws: DecodingError.self) { try StoreCoding.decode(Bool.self, from: bytes(of: "true")) }
    }

    /// Whatever stands in a file, reading it ends with a value or an error.
    @Test func changedBytesDoNotCrash() throws {
        let whole = [UInt8](bytes(of: Everything()))
        for index in whole.indices {
            for value: UInt8 in [0, 1, 127, 255] {
                var changed = whole
                changed[index] = value
                _ = try? StoreCoding.decode(Everything.self, from: Data(changed))
            }
        }
    }
}
