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
    /// Whether filters are 3 × 3 and images have a single channel, so that a filter fits into nine registers.
    package var hasGreyImagesAndSmallFilters: Bool { inChannels == 1 && kernelHeight == 3 && kernelWidth == 3 }

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

/// Sizes of a 3 × 3 convolution over grey images whose outputs are normalised, rectified and pooled by twos.
package struct GreyBlockShape: Hashable, Sendable {
    package var convolution: ConvolutionShape

    /// Values of a filter, and pixels that an output reads.
    package static let taps = 9
    /// Stands for the place in a window that passed ReLU where none did.
    package static let noWinner: UInt8 = 4

    /// Nil where images are not grey, filters not 3 × 3 or windows not 2 × 2.
    package init?(_ convolution: ConvolutionShape, window: Int) {
        guard convolution.hasGreyImagesAndSmallFilters, window == 2 else { return nil }
        self.convolution = convolution
    }

    package var pooling: PoolingShape {
        PoolingShape(
            batch: convolution.batch, height: convolution.outHeight, width: convolution.outWidth,
            channels: convolution.outChannels, window: 2)
    }
    /// Outputs of the convolution for each channel, those that no window takes included.
    package var rows: Int { convolution.batch * convolution.outHeight * convolution.outWidth }
    /// Values that leave the pooling.
    package var outputCount: Int { pooling.batch * pooling.outHeight * pooling.outWidth * pooling.channels }
    /// Floats of what the forward pass keeps of the pixels for the backward pass.
    package var momentCount: Int { Self.taps * (1 + convolution.outChannels) }
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
