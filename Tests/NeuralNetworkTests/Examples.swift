import NeuralNetwork

/// Networks and images that several tests use.
enum Examples {
    /// The report's network.
    static func report() throws -> Architecture {
        try .convolutional(
            input: ImageShape(height: 28, width: 28, channels: 1), blocks: [32, 64, 128], dense: [256], dropout: 0.5,
            classes: 10)
    }

    /// A small network with every kind of layer, for `bars`.
    static func smallConvolutional(dropout: Double = 0.25) throws -> Architecture {
        try .convolutional(input: barShape, blocks: [8, 12], dense: [16], dropout: dropout, classes: 4)
    }

    static let barShape = ImageShape(height: 8, width: 8, channels: 1)

    /// Images of four classes that a network can tell apart without error: a bright bar in one of four places, on noise.
    static func bars(count: Int, key: UInt64) -> LabeledImages {
        var stream = RandomStream(key: key)
        var pixels: [UInt8] = []
        let labels = (0..<count).map { UInt8($0 % 4) }
        for label in labels {
            for place in 0..<barShape.count {
                let (row, column) = (place / 8, place % 8)
                let isBright = [row < 2, row >= 6, column < 2, column >= 6][Int(label)]
                pixels.append(UInt8((isBright ? 180 : 0) + stream.integer(below: 60)))
            }
        }
        return LabeledImages(shape: barShape, pixels: pixels, labels: labels)
    }

    /// The same images under labels that have nothing to do with them.
    static func mislabeledBars(count: Int, key: UInt64) -> LabeledImages {
        let images = bars(count: count, key: key)
        var stream = RandomStream(key: key)
        return LabeledImages(shape: images.shape, pixels: images.pixels, labels: stream.shuffled(images.labels))
    }

    static let keys = TrainingKeys(initialization: 1, shuffling: 2, dropout: 3)
}
