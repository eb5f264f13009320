import NeuralNetwork

/// Which images are for training, for validation and for the test, by their places in the source.
struct DataDivision: Hashable, Sendable {
    /// Places among the source's training images, ascending.
    let training: [Int]
    /// Places among the source's training images, ascending; none of them in `training`.
    let validation: [Int]
    /// Places among the source's test images, ascending.
    let test: [Int]

    /// Holds a share of the training images out for validation, then keeps at most so many of each split; each digit in
    /// proportion.
    init(
        trainingLabels: [UInt8], testLabels: [UInt8], validation share: Double, limits: [Split: Int],
        key: (_ purpose: String) -> UInt64
    ) {
        func limited(_ places: [Int], of labels: [UInt8], _ split: Split) -> [Int] {
            guard let limit = limits[split], limit < places.count else { return places }
            let kept = stratifiedSplit(
                labels: places.map { labels[$0] }, fraction: Double(limit) / Double(places.count),
                key: key("\(split.rawValue)-limit"))
            return kept.held.map { places[$0] }
        }
        let division = stratifiedSplit(labels: trainingLabels, fraction: share, key: key("validation-split"))
        training = limited(division.training, of: trainingLabels, .train)
        validation = limited(division.held, of: trainingLabels, .validation)
        test = limited(Array(testLabels.indices), of: testLabels, .test)
    }
}
