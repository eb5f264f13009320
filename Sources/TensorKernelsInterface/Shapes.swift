/// Sizes of a convolution with stride 1.
package struct ConvolutionShape: Hashable, Sendable {
    package var batch: Int
    package var height: Int
    package var width: Int
    package var inChannels: Int
    package var outChannels: Int
    package var kernelHeight: Int
    package var kernelWidth: Int
    /// Rows of zeros above and below: (kernel − 1) / 2 for "same" with an odd kernel, 0 for "valid".
    package var paddingRows: Int
    package var paddingColumns: Int

    package var outHeight: Int { height + 2 * paddingRows - kernelHeight + 1 }
    package var outWidth: Int { width + 2 * paddingColumns - kernelWidth + 1 }
    /// Floats of all filters.
    package var filterCount: Int { kernelHeight * kernelWidth * inChannels * outChannels }

    package init(
        batch: Int, height: Int, width: Int, inChannels: Int, outChannels: Int,
        kernelHeight: Int, kernelWidth: Int, paddingRows: Int, paddingColumns: Int
    ) {
        self.batch = batch
        self.height = height
        self.width = width
        self.inChannels = inChannels
        self.outChannels = outChannels
        self.kernelHeight = kernelHeight
        self.kernelWidth = kernelWidth
        self.paddingRows = paddingRows
        self.paddingColumns = paddingColumns
    }
}

/// Sizes of a max pooling whose windows do not overlap; rows and columns that fill no window are left out.
package struct PoolingShape: Hashable, Sendable {
    package var batch: Int
    package var height: Int
    package var width: Int
    package var channels: Int
    /// Side of the square window, which is also the stride.
    package var window: Int

    package var outHeight: Int { height / window }
    package var outWidth: Int { width / window }

    package init(batch: Int, height: Int, width: Int, channels: Int, window: Int) {
        self.batch = batch
        self.height = height
        self.width = width
        self.channels = channels
        self.window = window
    }
}

/// What one step of Adam needs beyond its vectors.
package struct AdamStep: Hashable, Sendable {
    package var learningRate: Float
    package var beta1: Float
    package var beta2: Float
    package var epsilon: Float
    /// Number of this step, from 1.
    package var number: Int

    package init(learningRate: Float, beta1: Float, beta2: Float, epsilon: Float, number: Int) {
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.number = number
    }
}
