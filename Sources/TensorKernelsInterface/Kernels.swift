/// The numeric work of a network, one implementation for each instruction set.
///
/// Tensors are dense, row-major, single precision. Activations are `[batch, height, width, channels]`, convolution
/// filters `[kernelHeight, kernelWidth, inChannels, outChannels]`, dense weights `[inputs, outputs]`. Pointers never
/// alias unless a function says so. Every function cuts its work by the problem, never by the number of threads in
/// `pool`, so that results are bit-identical for any number of threads.
package protocol Kernels: Sendable {
    /// The instruction set that this implementation was compiled for.
    static var variant: KernelVariant { get }

    // MARK: Convolution

    /// Floats of scratch memory that `convolve` and `convolveGradients` need for `shape`.
    static func convolutionScratchCount(_ shape: ConvolutionShape) -> Int

    /// Writes `output = input ∗ filters + bias`.
    ///
    /// `moments`, where given, takes each out channel's mean over the whole output and, behind these, each channel's
    /// sum of squared deviations from it.
    static func convolve(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, moments: UnsafeMutablePointer<Float>?,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Writes the gradients of `convolve` with respect to filters and bias, summed over the batch, and with respect to
    /// the input where `inputGradient` is given.
    static func convolveGradients(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>?, scratch: UnsafeMutablePointer<Float>, pool: ThreadPool)

    // MARK: Convolution for inference

    /// Writes filters and bias of a convolution that is followed by `normalizeWithRunningStatistics`, for both in one.
    ///
    /// `rows` is the length of a filter, kernelHeight × kernelWidth × inChannels.
    static func foldNormalization(
        rows: Int, channels: Int, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float,
        runningMean: UnsafePointer<Float>, runningVariance: UnsafePointer<Float>,
        foldedFilters: UnsafeMutablePointer<Float>, foldedBias: UnsafeMutablePointer<Float>)

    /// Floats that `prepareConvolution` writes; the batch does not matter.
    static func preparedConvolutionCount(_ shape: ConvolutionShape) -> Int

    /// Lays filters and bias out as `convolveRectifyAndPool` reads them.
    static func prepareConvolution(
        _ shape: ConvolutionShape, filters: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        prepared: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Writes the greatest of each window × window square of `max(input ∗ filters + bias, 0)`.
    ///
    /// Windows do not overlap; rows and columns that fill none are left out. Each image's result is the same to the
    /// last bit whatever the batch that it comes in.
    static func convolveRectifyAndPool(
        _ shape: ConvolutionShape, window: Int, input: UnsafePointer<Float>, prepared: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool)

    // MARK: Batch normalisation (Ioffe & Szegedy 2015, with PyTorch's conventions)

    /// Normalises each channel over `rows` (batch × height × width) and updates the running statistics in place.
    ///
    /// The batch variance is biased where it normalises and unbiased (n − 1) where it enters `runningVariance`.
    static func normalizeBatch(
        rows: Int, channels: Int, input: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float, momentum: Float,
        output: UnsafeMutablePointer<Float>,
        batchMean: UnsafeMutablePointer<Float>, batchInverseDeviation: UnsafeMutablePointer<Float>,
        runningMean: UnsafeMutablePointer<Float>, runningVariance: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Normalises each channel with the running statistics. `output` may be `input`.
    static func normalizeWithRunningStatistics(
        rows: Int, channels: Int, input: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float,
        runningMean: UnsafePointer<Float>, runningVariance: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Writes the gradients of `normalizeBatch`. `inputGradient` may be `outputGradient`.
    static func normalizeBatchGradient(
        rows: Int, channels: Int, input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        scale: UnsafePointer<Float>,
        batchMean: UnsafePointer<Float>, batchInverseDeviation: UnsafePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>,
        scaleGradient: UnsafeMutablePointer<Float>, shiftGradient: UnsafeMutablePointer<Float>, pool: ThreadPool)

    // MARK: Batch normalisation, ReLU and max pooling in one

    /// Writes the greatest of each window of `max(normalised, 0)`, and updates the running statistics in place.
    ///
    /// Normalises as `normalizeBatch` does; `moments` are those that `convolve` gives. `peaks` takes the input from
    /// which each output comes: the first of equals that normalisation makes greatest.
    static func normalizeAndPool(
        _ shape: PoolingShape, input: UnsafePointer<Float>, moments: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float, momentum: Float,
        output: UnsafeMutablePointer<Float>, peaks: UnsafeMutablePointer<Float>,
        batchInverseDeviation: UnsafeMutablePointer<Float>,
        runningMean: UnsafeMutablePointer<Float>, runningVariance: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Writes the gradients of `normalizeAndPool`; the first `channels` of its moments are the `batchMean`.
    static func normalizeAndPoolGradient(
        _ shape: PoolingShape, input: UnsafePointer<Float>, peaks: UnsafePointer<Float>,
        outputGradient: UnsafePointer<Float>, scale: UnsafePointer<Float>, shift: UnsafePointer<Float>,
        batchMean: UnsafePointer<Float>, batchInverseDeviation: UnsafePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>,
        scaleGradient: UnsafeMutablePointer<Float>, shiftGradient: UnsafeMutablePointer<Float>, pool: ThreadPool)

    // MARK: A convolution over grey images, batch normalisation, ReLU and max pooling in one

    /// Writes the greatest of each window of `max(normalised input ∗ filters + bias, 0)`, and updates the running
    /// statistics in place.
    ///
    /// Normalises as `normalizeBatch` does. `winners` takes the place of each output in its window (row-major; the first
    /// of equals), or `GreyBlockShape.noWinner` where ReLU lets nothing through. `moments` takes the mean of the pixels
    /// under each tap and, behind these, Σ (pixel − its mean) · (output − its mean) over all outputs of the convolution,
    /// `[tap][outChannel]`.
    static func convolveNormalizeAndPool(
        _ shape: GreyBlockShape, input: UnsafePointer<Float>, filters: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, scale: UnsafePointer<Float>, shift: UnsafePointer<Float>,
        epsilon: Float, momentum: Float,
        output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>,
        moments: UnsafeMutablePointer<Float>, batchInverseDeviation: UnsafeMutablePointer<Float>,
        runningMean: UnsafeMutablePointer<Float>, runningVariance: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Writes the gradients of `convolveNormalizeAndPool` with respect to its four parameters.
    static func convolveNormalizeAndPoolGradient(
        _ shape: GreyBlockShape, input: UnsafePointer<Float>, filters: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, winners: UnsafePointer<UInt8>, moments: UnsafePointer<Float>,
        batchInverseDeviation: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        scaleGradient: UnsafeMutablePointer<Float>, shiftGradient: UnsafeMutablePointer<Float>, pool: ThreadPool)

    // MARK: ReLU and max pooling

    /// Writes `max(input, 0)`. `output` may be `input`.
    static func rectify(
        count: Int, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Passes the gradient where `output` is positive. `inputGradient` may be `outputGradient`.
    static func rectifyGradient(
        count: Int, output: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Writes each window's greatest value and its index within the window (row-major; the first of equals).
    static func maxPool(
        _ shape: PoolingShape, input: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>, pool: ThreadPool)

    /// Sends each window's gradient to the element that won, zero to the others.
    static func maxPoolGradient(
        _ shape: PoolingShape, outputGradient: UnsafePointer<Float>, winners: UnsafePointer<UInt8>,
        inputGradient: UnsafeMutablePointer<Float>, pool: ThreadPool)

    // MARK: Dense

    /// Writes `output[batch, outputs] = input[batch, inputs] · weights + bias`.
    static func dense(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        output: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// Writes the gradients of `dense` with respect to weights and bias, summed over the batch, and with respect to the
    /// input where `inputGradient` is given.
    static func denseGradients(
        batch: Int, inputs: Int, outputs: Int,
        input: UnsafePointer<Float>, weights: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        weightGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>?, pool: ThreadPool)

    // MARK: Dropout

    /// Zeroes each value with probability `rate` and multiplies the others by 1 / (1 − rate) (Srivastava et al. 2014).
    ///
    /// Whether element i is kept is a function of (`key`, i) alone, so that the gradient needs no stored mask.
    /// `output` may be `input`; applying the function to a gradient with the same key gives its gradient.
    static func dropout(
        count: Int, rate: Float, key: UInt64,
        input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, pool: ThreadPool)

    // MARK: Loss

    /// Writes class probabilities, the cross-entropy of each row, and (∂ mean loss / ∂ logits) where asked for.
    static func softmaxCrossEntropy(
        batch: Int, classes: Int, logits: UnsafePointer<Float>, labels: UnsafePointer<UInt8>,
        probabilities: UnsafeMutablePointer<Float>, losses: UnsafeMutablePointer<Float>,
        logitGradient: UnsafeMutablePointer<Float>?, pool: ThreadPool)

    /// Writes class probabilities. `probabilities` may be `logits`.
    static func softmax(
        batch: Int, classes: Int, logits: UnsafePointer<Float>,
        probabilities: UnsafeMutablePointer<Float>, pool: ThreadPool)

    // MARK: Input and optimisers

    /// Converts grey levels 0…255 to 0…1.
    static func unitScale(
        count: Int, pixels: UnsafePointer<UInt8>, output: UnsafeMutablePointer<Float>, pool: ThreadPool)

    /// One step of Adam (Kingma & Ba 2015, algorithm 1) in one pass over memory. A `NegligibleMagnitude` counts as zero.
    static func adam(
        count: Int, parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
        firstMoments: UnsafeMutablePointer<Float>, secondMoments: UnsafeMutablePointer<Float>,
        step: AdamStep, pool: ThreadPool)

    /// One step of gradient descent with momentum, as PyTorch defines it: v ← μ·v + g, θ ← θ − η·v. A velocity of
    /// `NegligibleMagnitude` is kept as zero.
    static func momentumDescent(
        count: Int, parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
        velocities: UnsafeMutablePointer<Float>, learningRate: Float, momentum: Float, pool: ThreadPool)

    // MARK: Peak

    /// Repeats independent multiply-adds that stay in registers, and returns the number of operations done.
    ///
    /// A multiply-add counts as two operations. Nothing but arithmetic limits the speed, so that it is the peak that
    /// other kernels are measured against. `values` are 256 floats; what comes of the arithmetic is written over them.
    static func multiplyAddInRegisters(rounds: Int, values: UnsafeMutablePointer<Float>) -> Int
}
