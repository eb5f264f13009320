internal import TensorKernelsInterface

/// How an image lies in memory with columns of zeros to its left and right.
///
/// Rows above and below need no padding: a convolution leaves out the kernel rows that would read them.
struct PaddedImage {
    var height: Int
    var width: Int
    var channels: Int
    /// Columns of zeros on each side.
    var padding: Int

    /// Floats from one row to the next.
    var rowStride: Int { (width + 2 * padding) * channels }
    /// Floats of the whole image.
    var count: Int { height * rowStride }

    /// Copies rows `rows` of `image` to the same rows of `padded`, zeros on both sides.
    func copy(_ image: UnsafePointer<Float>, rows: Range<Int>, to padded: UnsafeMutablePointer<Float>) {
        let border = padding * channels
        let inner = width * channels
        for row in rows {
            let target = padded + row * rowStride
            target.update(repeating: 0, count: border)
            (target + border).update(from: image + row * inner, count: inner)
            (target + border + inner).update(repeating: 0, count: border)
        }
    }
}
