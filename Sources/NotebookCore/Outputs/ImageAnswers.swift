package import Foundation

/// What a trained run reads in the images of a split, for comparing runs image by image.
package struct ImageAnswers: Hashable, Sendable, Codable {
    /// Label of the run.
    package var run: String
    /// Name of the split.
    package var split: String
    /// The class that each image shows.
    package var labels: Data
    /// The class that the run reads in it.
    package var answers: Data

    package init(run: String, split: String, labels: some Sequence<UInt8>, answers: some Sequence<UInt8>) {
        self.run = run
        self.split = split
        self.labels = Data(labels)
        self.answers = Data(answers)
        precondition(self.labels.count == self.answers.count, "an answer for each image")
    }
}
