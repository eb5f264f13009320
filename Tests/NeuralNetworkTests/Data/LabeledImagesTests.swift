import NeuralNetwork
import Testing

struct LabeledImagesTests {
    private let images = LabeledImages(
        shape: ImageShape(height: 1, width: 2, channels: 1), pixels: [0, 1, 10, 11, 20, 21, 30, 31],
        labels: [5, 6, 7, 8])

    @Test func subsetsKeepTheOrderAsked() {
        let subset = images.subset([3, 0, 3])
        #expect(subset.count == 3)
        #expect(subset.labels == [8, 5, 8])
        #expect(subset.pixels == [30, 31, 0, 1, 30, 31])
        #expect(Array(subset.pixels(at: 1)) == [0, 1])
    }

    @Test func subsetsOfSubsetsNameTheSubsetsImages() {
        let subset = images.subset([3, 2, 0]).subset([1])
        #expect(subset.labels == [7])
        #expect(subset.pixels == [20, 21])
    }

    @Test func emptySubsetsAreFine() {
        let subset = images.subset([])
        #expect(subset.count == 0)
        #expect(subset.pixels.isEmpty)
    }
}
