internal import TensorKernelsInterface

/// How a grey image lies in memory with a frame of zeros all around.
struct FramedImage {
    private let shape: ConvolutionShape
    /// Floats from one row to the next.
    let rowStride: Int
    /// Floats of the whole.
    let count: Int

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        rowStride = shape.width + 2 * shape.paddingColumns
        count = (shape.height + 2 * shape.paddingRows) * rowStride
    }

    func copy(_ image: UnsafePointer<Float>, to framed: UnsafeMutablePointer<Float>) {
        framed.update(repeating: 0, count: count)
        for row in 0..<shape.height {
            (framed + (row + shape.paddingRows) * rowStride + shape.paddingColumns)
                .update(from: image + row * shape.width, count: shape.width)
        }
    }
}
