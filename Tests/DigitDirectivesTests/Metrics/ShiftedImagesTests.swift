import NeuralNetwork
import Testing

@testable import DigitDirectives

@Suite struct ShiftedImagesTests {
    /// Two pictures of 2 × 3.
    static let images = LabeledImages(
        shape: ImageShape(height: 2, width: 3, channels: 1),
        pixels: [1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16], labels: [7, 8])

    static let moves: [(ShiftDirection, [UInt8])] = [
        (ShiftDirection.up, [4, 5, 6, 0, 0, 0, 14, 15, 16, 0, 0, 0]),
        (.down, [0, 0, 0, 1, 2, 3, 0, 0, 0, 11, 12, 13]),
        (.left, [2, 3, 0, 5, 6, 0, 12, 13, 0, 15, 16, 0]),
        (.right, [0, 1, 2, 0, 4, 5, 0, 11, 12, 0, 14, 15]),
    ]

    @Test(arguments: moves) func movesPixelsAndFillsWithBlank(direction: ShiftDirection, expected: [UInt8]) {
        let moved = Self.images.shifted(by: 1, direction)
        #expect(moved.pixels == expected)
        #expect(moved.labels == [7, 8])
    }

    @Test(arguments: ShiftDirection.allCases) func nothingMovesByZero(direction: ShiftDirection) {
        #expect(Self.images.shifted(by: 0, direction).pixels == Self.images.pixels)
    }

    @Test(arguments: ShiftDirection.allCases) func nothingIsLeftBeyondTheFrame(direction: ShiftDirection) {
        #expect(Self.images.shifted(by: 9, direction).pixels.allSatisfy { $0 == 0 })
    }

    @Test func channelsStayTogether() {
        let images = LabeledImages(
            shape: ImageShape(height: 1, width: 3, channels: 2), pixels: [1, 2, 3, 4, 5, 6], labels: [0])
        #expect(images.shifted(by: 1, .right).pixels == [0, 0, 1, 2, 3, 4])
        #expect(images.shifted(by: 2, .left).pixels == [5, 6, 0, 0, 0, 0])
    }
}
