/// What a trained run reads in the images of a split, as it is kept beside a record: a digit for each image.
struct RecordedAnswers: Hashable, Sendable, Decodable {
    var run: String
    var split: String
    /// What the images show.
    var labels: String
    /// What the run reads in them.
    var answers: String
}
