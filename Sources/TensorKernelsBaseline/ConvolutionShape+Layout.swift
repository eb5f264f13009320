internal import TensorKernelsInterface

extension ConvolutionShape {
    /// The input with its padding on the left and on the right.
    var paddedInput: PaddedImage {
        PaddedImage(height: height, width: width, channels: inChannels, padding: paddingColumns)
    }

    /// The convolution that carries a gradient from the output back to the input.
    var transposed: ConvolutionShape {
        guard paddingRows < kernelHeight, paddingColumns < kernelWidth else {
            fatalError("a convolution's padding is smaller than its kernel")
        }
        return ConvolutionShape(
            batch: batch, height: outHeight, width: outWidth, inChannels: outChannels, outChannels: inChannels,
            kernelHeight: kernelHeight, kernelWidth: kernelWidth,
            paddingRows: kernelHeight - 1 - paddingRows, paddingColumns: kernelWidth - 1 - paddingColumns)
    }

    /// Tasks that one image is cut into, so that even a single image keeps several threads busy.
    var bandsPerImage: Int {
        batch >= 16 ? 1 : min(outHeight, (16 + batch - 1) / batch)
    }

    /// Kernel rows that lie on the image, not on the padding, for output row `y`.
    func kernelRows(ofOutputRow y: Int) -> Range<Int> {
        let lower = max(0, paddingRows - y)
        return lower..<max(lower, min(kernelHeight, height + paddingRows - y))
    }

    /// Output rows whose kernel row `i` lies on the image.
    func outputRows(ofKernelRow i: Int) -> Range<Int> {
        let lower = max(0, paddingRows - i)
        return lower..<max(lower, min(outHeight, height + paddingRows - i))
    }

    /// Input rows that output rows `rows` read.
    func inputRows(of rows: Range<Int>) -> Range<Int> {
        let lower = min(height, max(0, rows.lowerBound - paddingRows))
        return lower..<max(lower, min(height, rows.upperBound - 1 + kernelHeight - paddingRows))
    }
}
