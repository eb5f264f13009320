import NotebookCore

/// The answers of two runs to the same images.
struct AnswerComparison: Sendable {
    /// An image that exactly one of the runs reads rightly.
    struct Image: Hashable, Sendable {
        /// Its number in the split, from 0.
        var index: Int
        var label: String
        var first: String
        var second: String
    }

    let run: String
    let split: String
    let imageCount: Int
    /// Nil where the images are not the same.
    let test: McNemarTest?
    let onlyFirstRight: [Image]
    let onlySecondRight: [Image]

    init(_ first: RecordedAnswers, _ second: RecordedAnswers) {
        run = first.run
        split = first.split
        let labels = Array(first.labels.utf8)
        let answers = (first: Array(first.answers.utf8), second: Array(second.answers.utf8))
        imageCount = labels.count
        guard first.labels == second.labels, labels.count == answers.first.count,
            labels.count == answers.second.count
        else {
            (test, onlyFirstRight, onlySecondRight) = (nil, [], [])
            return
        }
        test = McNemarTest(labels: labels, first: answers.first, second: answers.second)
        func text(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }
        let discordant = labels.indices.filter {
            (answers.first[$0] == labels[$0]) != (answers.second[$0] == labels[$0])
        }
        let images = discordant.map { index in
            Image(
                index: index, label: text(labels[index]), first: text(answers.first[index]),
                second: text(answers.second[index]))
        }
        onlyFirstRight = images.filter { $0.first == $0.label }
        onlySecondRight = images.filter { $0.second == $0.label }
    }

    /// Whether both runs are right on the same images.
    var isEmpty: Bool { test?.discordant == 0 }
}
