/// How well a network did on a number of images, summed up.
package struct Score: Hashable, Codable, Sendable {
    /// Images seen.
    package var count = 0
    /// Sum of their cross-entropies in nats.
    package var lossSum = 0.0
    /// How many were classified rightly.
    package var correct = 0

    /// The score of no images.
    package init() {}

    /// Mean cross-entropy in nats; not a number where no image was seen.
    package var loss: Double { lossSum / Double(count) }
    /// Share of right answers, 0 to 1; not a number where no image was seen.
    package var accuracy: Double { Double(correct) / Double(count) }

    /// Adds the images of another score.
    package static func += (sum: inout Score, score: Score) {
        sum.count += score.count
        sum.lossSum += score.lossSum
        sum.correct += score.correct
    }
}
