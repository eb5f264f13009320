package import Foundation

/// Small grey images in a grid, each with a caption.
package struct ImageGrid: Hashable, Sendable, Codable {
    /// One image with what is known of it.
    package struct Item: Hashable, Sendable, Codable {
        package var image: GreyImage
        /// One short line, such as "5 read as 3, 68 %".
        package var caption: String
        /// The image in words for those who do not see it.
        package var alternativeText: String
        /// The true class where there is one.
        package var trueClass: Int?
        /// The class that a model read.
        package var predictedClass: Int?
        /// Probability of each class, 0…1; empty where no model read the image.
        package var probabilities: [Double]

        package init(
            image: GreyImage, caption: String, alternativeText: String,
            trueClass: Int? = nil, predictedClass: Int? = nil, probabilities: [Double] = []
        ) {
            self.image = image
            self.caption = caption
            self.alternativeText = alternativeText
            self.trueClass = trueClass
            self.predictedClass = predictedClass
            self.probabilities = probabilities
        }
    }

    package var title: String
    package var items: [Item]
    /// Images side by side where there is room; nil leaves it to the page.
    package var columns: Int?

    package init(title: String, items: [Item], columns: Int? = nil) {
        self.title = title
        self.items = items
        self.columns = columns
    }
}

/// An 8-bit grey image.
package struct GreyImage: Hashable, Sendable, Codable {
    package var width: Int
    package var height: Int
    /// Row-major, 0 (no ink) … 255 (full ink); `width × height` bytes.
    package var pixels: Data

    package init(width: Int, height: Int, pixels: some Sequence<UInt8>) {
        self.width = width
        self.height = height
        self.pixels = Data(pixels)
        precondition(self.pixels.count == width * height, "an image needs width × height pixels")
    }

    /// Takes a third of the pixels, from the middle.
    ///
    /// `Data` hashes its first 80 bytes alone, the upper rows of a digit, which are paper in nearly every image: all would
    /// share one hash.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(width)
        hasher.combine(height)
        pixels.withUnsafeBytes { bytes in
            hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[(bytes.count / 3)..<(bytes.count * 2 / 3)]))
        }
    }
}
