/// Training and test pictures of one size, and where they came from.
package struct DigitDataset: Sendable {
    /// Pictures to learn from.
    package let training: DigitImages
    /// Pictures to measure with, never seen in training.
    package let test: DigitImages
    /// Where the pictures came from.
    package let origin: DataOrigin

    /// Joins two sets of pictures, which must have the same size.
    package init(training: DigitImages, test: DigitImages, origin: DataOrigin) {
        precondition(
            training.height == test.height && training.width == test.width,
            "training and test pictures differ in size")
        self.training = training
        self.test = test
        self.origin = origin
    }
}
