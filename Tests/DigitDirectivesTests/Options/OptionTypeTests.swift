import NeuralNetwork
import NotebookCore
import Testing

@testable import DigitDirectives

@Suite struct OptionTypeTests {
    static let place = SourceLocation(line: 3, column: 7)

    private func read<Value>(_ type: OptionType<Value>, _ text: String) throws(Diagnostic) -> Value {
        try type.read(OptionNode(.scalar(text), at: Self.place))
    }

    @Test func pairNamesTheTrueDigitFirst() throws {
        #expect(try read(.digitPair, "5-3") == DigitPair(trueDigit: 5, predictedDigit: 3))
        #expect(OptionType.digitPair.canonicalText(DigitPair(trueDigit: 5, predictedDigit: 3)) == "5-3")
    }

    @Test(arguments: [
        ("5", "‘5’ is not a pair of digits such as 5-3, the true one first"),
        ("5-10", "‘5-10’ is not a pair of digits such as 5-3, the true one first"),
        ("5-3-1", "‘5-3-1’ is not a pair of digits such as 5-3, the true one first"),
        ("five-3", "‘five-3’ is not a pair of digits such as 5-3, the true one first"),
        ("4-4", "‘4-4’ is no error: both digits are 4"),
    ]) func refusesOtherPairs(text: String, message: String) {
        #expect { try read(.digitPair, text) } throws: { ($0 as? Diagnostic)?.summary == message }
    }

    @Test(arguments: ["50%-70%", "50-70", "50 % – 70 %"]) func rangeIsOfWholePercent(text: String) throws {
        #expect(try read(.percentRange, text) == PercentRange(lower: 50, upper: 70))
    }

    @Test(arguments: [
        ("70%-50%", "70%-50% is out of range"), ("50%-120%", "50%-120% is out of range"),
        ("half", "‘half’ is not a range of whole percent such as 50%-70%"),
    ]) func refusesOtherRanges(text: String, message: String) {
        #expect { try read(.percentRange, text) } throws: { ($0 as? Diagnostic)?.summary == message }
    }

    @Test func shapeIsHeightWidthChannels() throws {
        #expect(try read(.imageShape, "28x20x1") == ImageShape(height: 28, width: 20, channels: 1))
        #expect { try read(.imageShape, "28x28") } throws: {
            ($0 as? Diagnostic)?.summary == "‘28x28’ is not an image shape such as 28x28x1"
        }
    }

    @Test func noneReadsAsNil() throws {
        let type = OptionType<Int?>.orNone(.integer(in: 1...9))
        #expect(try read(type, "none") == nil)
        #expect(try read(type, "4") == 4)
        #expect(type.canonicalText(nil) == "none")
        #expect(type.name == "whole number from 1 to 9, or none")
    }
}
