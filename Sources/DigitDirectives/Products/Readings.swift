import Foundation
import NeuralNetwork
import NotebookCore

/// What a trained network reads in the images of one split.
struct Readings: Sendable {
    /// Label of the run.
    let run: String
    let split: Split
    let images: LabeledImages
    let predictions: Predictions

    var count: Int { images.count }

    var matrix: ConfusionMatrix { ConfusionMatrix(labels: images.labels, predicted: predictions.predicted) }

    /// The answers for comparing runs image by image.
    var answers: ImageAnswers {
        ImageAnswers(run: run, split: split.rawValue, labels: images.labels, answers: predictions.predicted)
    }

    /// The answers for comparing fractions of right ones in pairs.
    var outcomes: ImageOutcomes {
        ImageOutcomes(imageSet: images.contentDigest, labels: images.labels, isCorrect: isRight)
    }

    /// Mean cross-entropy in nats.
    var loss: Double { predictions.meanLoss(against: images.labels) }

    /// Confidence of each answer, 0…1: the probability of the digit that was read.
    var confidences: [Double] { images.labels.indices.map { Double(predictions.confidence($0)) } }

    /// Whether each answer is right.
    var isRight: [Bool] { zip(images.labels, predictions.predicted).map { $0 == $1 } }

    /// Probabilities of the classes for one image.
    func probabilities(at index: Int) -> [Double] {
        let start = index * predictions.classes
        return predictions.probabilities[start..<start + predictions.classes].map(Double.init)
    }

    /// One image as an item of a grid that says beside it what is confused: "68 %".
    func example(at index: Int) -> ImageGrid.Item {
        let truth = Int(images.labels[index])
        let read = Int(predictions.predicted[index])
        let share = NumberFormat.percent(0).text(for: Double(predictions.confidence(index)))
        return ImageGrid.Item(
            image: images.greyImage(at: index), caption: share,
            alternativeText: "\(truth) read as \(read), \(share)", trueClass: truth, predictedClass: read)
    }

    /// One image as an item of a grid, with all probabilities: "5 read as 3, 68 %".
    func item(at index: Int) -> ImageGrid.Item {
        let truth = Int(images.labels[index])
        let read = Int(predictions.predicted[index])
        let share = NumberFormat.percent(0).text(for: Double(predictions.confidence(index)))
        let answer = truth == read ? "\(truth) read rightly" : "\(truth) read as \(read)"
        return ImageGrid.Item(
            image: images.greyImage(at: index), caption: "\(answer), \(share)",
            alternativeText: "A handwritten \(truth) that the network reads as \(read) with \(share) confidence",
            trueClass: truth, predictedClass: read, probabilities: probabilities(at: index))
    }
}

extension LabeledImages {
    /// One image for a page; the mean over its channels.
    func greyImage(at index: Int) -> GreyImage {
        let values = Array(pixels(at: index))
        let grey =
            shape.channels == 1
            ? values
            : stride(from: 0, to: values.count, by: shape.channels).map { start in
                let sum = values[start..<start + shape.channels].reduce(0) { $0 + Int($1) }
                return UInt8(clamping: sum / shape.channels)
            }
        return GreyImage(width: shape.width, height: shape.height, pixels: grey)
    }
}
