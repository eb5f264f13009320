import NeuralNetwork
import NotebookCore

extension LabeledImages {
    /// The mean grey level of each pixel over all images of a digit, rounded; nil without such images.
    func mean(ofDigit digit: Int) -> GreyImage? {
        var sums = [Int](repeating: 0, count: shape.count)
        var count = 0
        for index in labels.indices where Int(labels[index]) == digit {
            for (position, level) in pixels(at: index).enumerated() { sums[position] += Int(level) }
            count += 1
        }
        guard count > 0 else { return nil }
        let means = sums.map { UInt8(clamping: (2 * $0 + count) / (2 * count)) }
        return LabeledImages(shape: shape, pixels: means, labels: [UInt8(clamping: digit)]).greyImage(at: 0)
    }
}
