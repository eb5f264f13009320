internal import Foundation

/// What a network says about a number of images: a probability for each class of each.
package struct Predictions: Hashable, Codable, Sendable {
    /// Probabilities of each image.
    package let classes: Int
    /// Row by row, count × classes; each row sums to 1.
    package let probabilities: [Float]
    /// The most probable class of each image, the first of equals.
    package let predicted: [UInt8]

    /// Takes count × `classes` probabilities.
    package init(classes: Int, probabilities: [Float]) {
        precondition(classes > 0 && probabilities.count.isMultiple(of: classes), "rows of \(classes) probabilities")
        self.classes = classes
        self.probabilities = probabilities
        predicted = probabilities.withUnsafeBufferPointer { values in
            (0..<values.count / classes).map { row in
                UInt8(truncatingIfNeeded: indexOfGreatest(values[row * classes..<(row + 1) * classes]))
            }
        }
    }

    /// Number of images.
    package var count: Int { predicted.count }

    /// Probability of the predicted class of image `index`.
    package func confidence(_ index: Int) -> Float {
        probability(of: predicted[index], forImage: index)
    }

    /// Probability of `label` for image `index`; zero for a class that the network does not have.
    package func probability(of label: UInt8, forImage index: Int) -> Float {
        Int(label) < classes ? probabilities[index * classes + Int(label)] : 0
    }

    /// Loss and right answers against the true classes, one for each image.
    ///
    /// A probability of zero counts as the least positive float, so that one hopeless image makes no infinite mean.
    package func score(against labels: [UInt8]) -> Score {
        precondition(labels.count == count, "\(labels.count) labels for \(count) predictions")
        var score = Score()
        score.count = count
        for (index, label) in labels.enumerated() {
            let probability = probability(of: label, forImage: index)
            score.lossSum -= log(Double(probability == 0 ? Float.leastNonzeroMagnitude : probability))
            if predicted[index] == label { score.correct += 1 }
        }
        return score
    }

    /// Mean cross-entropy in nats against the true classes.
    package func meanLoss(against labels: [UInt8]) -> Double { score(against: labels).loss }

    /// Share of images whose predicted class is the true one.
    package func accuracy(against labels: [UInt8]) -> Double { score(against: labels).accuracy }
}

/// Distance of the greatest value from the start of the slice, the first of equals.
func indexOfGreatest(_ values: Slice<UnsafeBufferPointer<Float>>) -> Int {
    var greatest = values.startIndex
    // The range is written out: `indices` of a slice of a buffer is built by generic code, ten times as slow as the rest.
    for index in values.startIndex..<values.endIndex where values[index] > values[greatest] { greatest = index }
    return greatest - values.startIndex
}
