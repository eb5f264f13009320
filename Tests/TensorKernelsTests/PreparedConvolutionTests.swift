import TensorKernels
import Testing

@Suite struct PreparedConvolutionTests {
    @Test(arguments: fastVariants, ConvolutionShape.samples)
    func matchesPlainLoops(variant: KernelVariant, shape: ConvolutionShape) throws {
        let convolution = PreparedConvolution(shape)
        for window in [1, 2] {
            let fast = convolution.results(try variant.kernels(), window: window, threads: 2)
            let plain = convolution.results(PlainKernels<Float>.self, window: window, threads: 1)
            #expect(relativeError(fast, plain) < kernelTolerance)
        }
    }

    @Test(arguments: KernelVariant.available, [1, 2])
    func givesAnImageTheSameInAnyBatch(variant: KernelVariant, window: Int) throws {
        let kernels = try variant.kernels()
        for shape in [
            ConvolutionShape.same(batch: 40, 7, 7, 64, 40), .same(batch: 33, 28, 28, 1, 32),
            .same(batch: 17, 14, 14, 32, 64),
        ] {
            let convolution = PreparedConvolution(shape)
            let whole = convolution.results(kernels, window: window, threads: 2)
            var single = shape
            single.batch = 1
            let count = whole.count / shape.batch
            for image in [0, shape.batch / 2, shape.batch - 1] {
                let alone = convolution.results(kernels, single, image: image, window: window, threads: 3)
                #expect(alone == Array(whole[image * count..<(image + 1) * count]))
            }
        }
    }

    @Test(arguments: KernelVariant.available)
    func foldsNormalizationIntoFilters(variant: KernelVariant) throws {
        let shape = ConvolutionShape.same(batch: 2, 9, 8, 3, 19)
        let kernels = try variant.kernels()
        let pool = ThreadPool(threads: 2)
        var convolution = PreparedConvolution(shape)
        var numbers = Numbers(seed: 5)
        func buffer(in range: ClosedRange<Double>) -> GuardedBuffer<Float> {
            GuardedBuffer(numbers.uniform(19, in: range).map(Float.init))
        }
        let (scale, shift) = (buffer(in: -2...2), buffer(in: -1...1))
        let (mean, variance) = (buffer(in: -1...1), buffer(in: 0.5...2))

        let output = GuardedBuffer(convolution.plainOutput)
        kernels.normalizeWithRunningStatistics(
            rows: output.count / 19, channels: 19, input: output.pointer, scale: scale.pointer, shift: shift.pointer,
            epsilon: 1e-5, runningMean: mean.pointer, runningVariance: variance.pointer, output: output.pointer,
            pool: pool)
        let expected = output.elements.map { max($0, 0) }

        let filters = GuardedBuffer(convolution.filters)
        let bias = GuardedBuffer(convolution.bias)
        let foldedFilters = GuardedBuffer<Float>(repeating: .nan, count: filters.count)
        let foldedBias = GuardedBuffer<Float>(repeating: .nan, count: 19)
        kernels.foldNormalization(
            rows: filters.count / 19, channels: 19, filters: filters.pointer, bias: bias.pointer,
            scale: scale.pointer, shift: shift.pointer, epsilon: 1e-5, runningMean: mean.pointer,
            runningVariance: variance.pointer, foldedFilters: foldedFilters.pointer, foldedBias: foldedBias.pointer)
        convolution.filters = foldedFilters.elements
        convolution.bias = foldedBias.elements
        let folded = convolution.results(kernels, window: 1, threads: 2)
        #expect(relativeError(folded, expected) < kernelTolerance)
    }
}

/// A convolution for inference with its operands.
private struct PreparedConvolution {
    let shape: ConvolutionShape
    let input: [Float]
    var filters: [Float]
    var bias: [Float]

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        var numbers = Numbers(seed: 4)
        input = numbers.uniform(shape.batch * shape.height * shape.width * shape.inChannels).map(Float.init)
        filters = numbers.uniform(shape.filterCount).map(Float.init)
        bias = numbers.uniform(shape.outChannels).map(Float.init)
    }

    /// The convolution alone, by plain loops.
    var plainOutput: [Float] {
        var output = [Float](repeating: .nan, count: shape.batch * shape.outHeight * shape.outWidth * shape.outChannels)
        var scratch: [Float] = [0]
        PlainKernels<Float>.convolve(
            shape, input: input, filters: filters, bias: bias, output: &output, moments: nil, scratch: &scratch,
            pool: ThreadPool(threads: 1))
        return output
    }

    /// Convolution, ReLU and pooling of the images from `image` on, as many as `part` has.
    func results(
        _ kernels: any Kernels.Type, _ part: ConvolutionShape? = nil, image: Int = 0, window: Int, threads: Int
    ) -> [Float] {
        let pool = ThreadPool(threads: threads)
        let shape = part ?? shape
        let imageCount = shape.height * shape.width * shape.inChannels
        let images = GuardedBuffer(Array(input[image * imageCount..<(image + shape.batch) * imageCount]))
        let filters = GuardedBuffer(filters)
        let bias = GuardedBuffer(bias)
        let prepared = GuardedBuffer<Float>(repeating: .nan, count: kernels.preparedConvolutionCount(shape))
        let output = GuardedBuffer<Float>(
            repeating: .nan,
            count: shape.batch * (shape.outHeight / window) * (shape.outWidth / window) * shape.outChannels)
        kernels.prepareConvolution(
            shape, filters: filters.pointer, bias: bias.pointer, prepared: prepared.pointer, pool: pool)
        kernels.convolveRectifyAndPool(
            shape, window: window, input: images.pointer, prepared: prepared.pointer, output: output.pointer,
            pool: pool)
        return output.elements
    }
}
