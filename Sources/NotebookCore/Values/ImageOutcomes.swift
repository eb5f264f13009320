import Foundation

/// Which images of a set a classifier gets right, so that fractions of the same images can be compared in pairs.
package struct ImageOutcomes: Hashable, Sendable, Codable {
    /// Identifies the images and their order: outcomes of equal sets are paired image by image.
    package let imageSet: String
    /// One bit for each image, the first in the lowest bit of the first byte: whether its predicted class is right.
    private let correct: Data
    /// The class of each image.
    private let labels: Data

    /// - Parameters:
    ///   - imageSet: A digest of the images in their order.
    ///   - labels: The class of each image.
    ///   - isCorrect: One for each image.
    package init(imageSet: String, labels: some Collection<UInt8>, isCorrect: some Collection<Bool>) {
        precondition(labels.count == isCorrect.count, "a label for each image")
        self.imageSet = imageSet
        self.labels = Data(labels)
        var bits = Data(count: (isCorrect.count + 7) / 8)
        for (index, isCorrect) in isCorrect.enumerated() where isCorrect {
            bits[index / 8] |= UInt8(1) << UInt8(index % 8)
        }
        correct = bits
    }

    /// Outcomes on all images of a set, or on those of one class.
    package struct Selection: Hashable, Sendable {
        package let outcomes: ImageOutcomes
        /// Nil for all images.
        package let classIndex: UInt8?

        package init(_ outcomes: ImageOutcomes, classIndex: UInt8? = nil) {
            self.outcomes = outcomes
            self.classIndex = classIndex
        }

        /// How the fraction of correct images varies with that of `other`, −1…1: the covariance of the two by that of
        /// independent images, over the product of their standard deviations.
        ///
        /// For the same images it is the phi coefficient of the fourfold table with Newcombe's continuity correction
        /// (1998, *Statistics in Medicine* 17: 2635–2650, method 10), which takes half a unit from a positive numerator;
        /// for different sets it is 0.
        package func correlation(with other: Selection) -> Double {
            guard outcomes.imageSet == other.outcomes.imageSet, outcomes.labels.count == other.outcomes.labels.count
            else { return 0 }
            var first = Counts()
            var second = Counts()
            var shared = 0
            var bothCorrect = 0
            var firstCorrectShared = 0
            var secondCorrectShared = 0
            let (bits, otherBits) = ([UInt8](outcomes.correct), [UInt8](other.outcomes.correct))
            for (index, label) in [UInt8](outcomes.labels).enumerated() {
                let isFirst = classIndex == nil || classIndex == label
                let isSecond = other.classIndex == nil || other.classIndex == label
                guard isFirst || isSecond else { continue }
                let (byte, bit) = (index / 8, UInt8(1) << UInt8(index % 8))
                let a = isFirst && bits[byte] & bit != 0 ? 1 : 0
                let b = isSecond && otherBits[byte] & bit != 0 ? 1 : 0
                if isFirst { first.add(a) }
                if isSecond { second.add(b) }
                guard isFirst, isSecond else { continue }
                shared += 1
                bothCorrect += a & b
                firstCorrectShared += a
                secondCorrectShared += b
            }
            let p = first.fraction
            let q = second.fraction
            let spread = (first.variance * second.variance).squareRoot()
            guard shared > 0, spread > 0 else { return 0 }
            var products =
                Double(bothCorrect) - q * Double(firstCorrectShared) - p * Double(secondCorrectShared)
                + p * q * Double(shared)
            if products > 0 { products = max(products - 0.5, 0) }
            return min(max(products / spread, -1), 1)
        }
    }

    /// Images and the correct ones among them.
    private struct Counts {
        var images = 0
        var correct = 0

        mutating func add(_ isCorrect: Int) {
            images += 1
            correct += isCorrect
        }

        var fraction: Double { Double(correct) / Double(max(images, 1)) }
        /// Variance of the number of correct images.
        var variance: Double { Double(images) * fraction * (1 - fraction) }
    }
}
