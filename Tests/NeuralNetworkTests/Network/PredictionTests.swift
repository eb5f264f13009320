import TensorKernels
import Testing

@testable import NeuralNetwork

struct PredictionTests {
    private func network(_ variant: KernelVariant, batchCapacity: Int) throws -> Network {
        let device = try ComputeDevice(threads: 2, variant: variant)
        let network = try Network(
            try Examples.smallConvolutional(), device: device, batchCapacity: batchCapacity)
        network.initialize(key: 5)
        return network
    }

    @Test(arguments: KernelVariant.available)
    func batchesDoNotShowInTheResult(variant: KernelVariant) throws {
        let images = Examples.bars(count: 37, key: 2)
        let whole = try network(variant, batchCapacity: 64).predict(images)
        for batchSize in [1, 5, 36] {
            let parts = try network(variant, batchCapacity: 64).predict(images, batchSize: batchSize)
            #expect(parts == whole)
        }
        #expect(try network(variant, batchCapacity: 3).predict(images) == whole)
    }

    @Test func rowsSumToOneAndNameTheGreatest() throws {
        let predictions = try network(.plain, batchCapacity: 8).predict(Examples.bars(count: 9, key: 2))
        #expect(predictions.count == 9)
        for image in 0..<9 {
            let row = predictions.probabilities[image * 4..<image * 4 + 4]
            // Four roundings of numbers below 1.
            #expect(abs(row.reduce(0, +) - 1) < 4 * Float.ulpOfOne)
            #expect(predictions.confidence(image) == row.max())
        }
    }

    @Test func predictsNothingForNoImages() throws {
        let predictions = try network(.plain, batchCapacity: 8).predict(Examples.bars(count: 0, key: 2))
        #expect(predictions.count == 0)
    }

    @Test func refusesImagesOfAnotherShape() throws {
        let images = LabeledImages(
            shape: ImageShape(height: 2, width: 2, channels: 1), pixels: [1, 2, 3, 4], labels: [0])
        let error = #expect(throws: NetworkError.self) {
            try network(.plain, batchCapacity: 8).predict(images)
        }
        #expect(
            error?.description == """
                the network takes images of 8×8×1 and these are 2×2×1; \
                set the model’s input to 2×2×1 or choose other data
                """)
    }

    @Test func scoresAgainstLabels() {
        let predictions = Predictions(classes: 3, probabilities: [0.5, 0.25, 0.25, 0.25, 0.25, 0.5, 0.4, 0.4, 0.2])
        #expect(predictions.predicted == [0, 2, 0])
        #expect(predictions.accuracy(against: [0, 1, 0]) == 2.0 / 3)
        // −(ln ½ + ln ¼ + ln 0.4) / 3, where 0.4 is rounded to single precision.
        #expect(abs(predictions.meanLoss(against: [0, 1, 0]) - 0.9985774245179969) < 1e-7)
    }

    @Test func hopelessImagesCostMuchButNotInfinitelyMuch() {
        let predictions = Predictions(classes: 2, probabilities: [1, 0])
        // A label beyond the classes has probability zero as well.
        for label in [UInt8(1), 9] {
            let loss = predictions.meanLoss(against: [label])
            #expect(loss > 100 && loss < 104)
        }
    }
}
