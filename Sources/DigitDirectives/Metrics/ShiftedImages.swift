import NeuralNetwork

/// A direction in which images are moved.
enum ShiftDirection: CaseIterable, Sendable {
    case up, down, left, right

    /// Rows and columns by which a pixel moves for each pixel of shift.
    var step: (rows: Int, columns: Int) {
        switch self {
        case .up: (-1, 0)
        case .down: (1, 0)
        case .left: (0, -1)
        case .right: (0, 1)
        }
    }
}

extension LabeledImages {
    /// The images moved by `pixels` in one direction; what leaves the frame is lost, what enters is blank.
    func shifted(by pixels: Int, _ direction: ShiftDirection) -> LabeledImages {
        let source = self.pixels
        var moved = [UInt8](repeating: 0, count: source.count)
        let rows = direction.step.rows * pixels
        let columns = direction.step.columns * pixels
        let width = shape.width * shape.channels
        let offset = columns * shape.channels
        let kept = width - abs(offset)
        guard kept > 0 else { return LabeledImages(shape: shape, pixels: moved, labels: labels) }
        for image in 0..<count {
            for row in 0..<shape.height where (0..<shape.height).contains(row + rows) {
                let from = (image * shape.height + row) * width + max(0, -offset)
                let to = (image * shape.height + row + rows) * width + max(0, offset)
                moved.replaceSubrange(to..<to + kept, with: source[from..<from + kept])
            }
        }
        return LabeledImages(shape: shape, pixels: moved, labels: labels)
    }
}
