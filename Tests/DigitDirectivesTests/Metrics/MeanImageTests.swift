import Foundation
import NeuralNetwork
import Testing

@testable import DigitDirectives

@Suite struct MeanImageTests {
    @Test func roundsTheMeanOfEachPixel() {
        let images = LabeledImages(
            shape: ImageShape(height: 1, width: 2, channels: 1), pixels: [0, 255, 9, 9, 1, 254], labels: [4, 5, 4])
        #expect(images.mean(ofDigit: 4)?.pixels == Data([1, 255]))
        #expect(images.mean(ofDigit: 5)?.pixels == Data([9, 9]))
        #expect(images.mean(ofDigit: 6) == nil)
    }
}
