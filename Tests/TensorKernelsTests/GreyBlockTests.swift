import TensorKernels
import Testing

@Suite struct GreyBlockTests {
    @Test(arguments: fastVariants, GreyBlock.samples)
    func matchesPlainLoops(variant: KernelVariant, block: GreyBlock) throws {
        let results = block.results(try variant.kernels(), threads: 2)
        let plain = block.results(PlainKernels<Float>.self, threads: 1)
        #expect(results.winners == plain.winners)
        for (result, expected) in zip(results.rounded, plain.rounded) {
            #expect(relativeError(result, expected) < kernelTolerance)
        }
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let block = GreyBlock(batch: 40, height: 13, width: 12, channels: 19)
        #expect(
            isIndependentOfThreads { pool in
                let results = block.results(kernels, pool: pool)
                return results.rounded + [results.winners.map(Float.init)]
            })
    }

    /// What it replaces: a convolution, then normalisation, ReLU and pooling.
    @Test(arguments: KernelVariant.available, GreyBlock.samples)
    func givesWhatItsPartsGive(variant: KernelVariant, block: GreyBlock) throws {
        let kernels = try variant.kernels()
        let fused = block.results(kernels, threads: 2)
        for (result, expected) in zip(fused.ofParts, block.resultsOfParts(kernels)) {
            #expect(relativeError(result, expected) < kernelTolerance)
        }
        // Normalisation takes the bias away again; the parts give what rounding leaves of it.
        #expect(fused.biasGradient.allSatisfy { abs($0) < 1e-4 })
    }

    /// A filter that finds edges on bright images: its outputs vary thousands of times less than the pixels do.
    @Test(arguments: fastVariants)
    func measuresFaintOutputsOfBrightImages(variant: KernelVariant) throws {
        var block = GreyBlock(batch: 4, height: 12, width: 12, channels: 3, padding: 0)
        block.input = block.input.map { Double(Float(100 + $0 / 64)) }
        for channel in 0..<3 {
            for tap in 0..<9 { block.filters[3 * tap + channel] = [0.25, -0.5, 0.25][(tap + channel) % 3] }
        }
        let results = block.results(try variant.kernels(), threads: 2)
        let plain = block.doubleResults()
        #expect(relativeError(results.inverseDeviation, plain.inverseDeviation) < kernelTolerance)
        #expect(relativeError(results.moments, plain.moments) < kernelTolerance)
    }

    @Test(arguments: KernelVariant.available)
    func givesTheFirstOfEqualsTheGradient(variant: KernelVariant) throws {
        var block = GreyBlock(batch: 1, height: 4, width: 4, channels: 11)
        // One filter value looks at the pixel itself: outputs are the pixels.
        block.filters = (0..<9).flatMap { Array(repeating: $0 == 4 ? 1 : 0, count: 11) }
        block.input = [
            0, 3, 1, 1,
            3, 0, 0, 1,
            2, 2, 1, 5,
            2, 2, 5, 5,
        ]
        block.shift = Array(repeating: 9, count: 11)
        block.scale = (0..<11).map { $0 % 2 == 0 ? 1 : -1 }
        let results = block.results(try variant.kernels(), threads: 1)
        let expected: [[UInt8]] = [[1, 0], [0, 2], [0, 0], [1, 0]]
        #expect(results.winners == expected.flatMap { pair in (0..<11).map { pair[$0 % 2] } })
    }

    @Test(arguments: KernelVariant.available)
    func letsNothingBackThroughReLU(variant: KernelVariant) throws {
        var block = GreyBlock(batch: 3, height: 6, width: 8, channels: 18)
        block.shift = Array(repeating: -100, count: 18)
        let results = block.results(try variant.kernels(), threads: 2)
        #expect(results.winners.allSatisfy { $0 == GreyBlockShape.noWinner })
        #expect(results.output.allSatisfy { $0 == 0 })
        let gradients = [results.filterGradient, results.scaleGradient, results.shiftGradient]
        #expect(gradients.joined().allSatisfy { $0 == 0 })
    }

    @Test func plainGradientsAreDerivatives() {
        let block = GreyBlock(batch: 2, height: 5, width: 6, channels: 3)
        let results = block.doubleResults()
        let gradients: [(WritableKeyPath<GreyBlock, [Double]>, [Double])] = [
            (\.filters, results.filterGradient), (\.scale, results.scaleGradient), (\.shift, results.shiftGradient),
        ]
        for (operand, gradient) in gradients {
            let differences = centralDifferences(at: block[keyPath: operand]) { values in
                var changed = block
                changed[keyPath: operand] = values
                return dot(block.outputGradient, changed.doubleResults().output)
            }
            #expect(relativeError(gradient, differences) < gradientTolerance)
        }
        #expect(results.biasGradient.allSatisfy { abs($0) < 1e-12 })
    }

    @Test func takesGreyImagesAndSmallFiltersAlone() {
        let shape = ConvolutionShape.same(batch: 2, 8, 8, 1, 4)
        #expect(GreyBlockShape(shape, window: 2) != nil)
        #expect(GreyBlockShape(shape, window: 3) == nil)
        #expect(GreyBlockShape(.same(batch: 2, 8, 8, 3, 4), window: 2) == nil)
        var large = shape
        large.kernelHeight = 5
        #expect(GreyBlockShape(large, window: 2) == nil)
    }
}

/// A convolution of grey images, batch normalisation, ReLU and pooling with their operands.
struct GreyBlock: CustomTestStringConvertible {
    let shape: GreyBlockShape
    var input: [Double]
    var filters: [Double]
    var bias: [Double]
    var scale: [Double]
    var shift: [Double]
    var outputGradient: [Double]

    static let samples = [
        GreyBlock(batch: 3, height: 28, width: 28, channels: 32),
        GreyBlock(batch: 1, height: 28, width: 28, channels: 32),
        GreyBlock(batch: 18, height: 6, width: 8, channels: 64),
        GreyBlock(batch: 5, height: 7, width: 9, channels: 17),
        GreyBlock(batch: 2, height: 8, width: 5, channels: 1),
        GreyBlock(batch: 4, height: 13, width: 20, channels: 41, padding: 0),
        GreyBlock(batch: 2, height: 5, width: 4, channels: 3, padding: 2),
        GreyBlock(batch: 7, height: 2, width: 2, channels: 9),
    ]

    init(batch: Int, height: Int, width: Int, channels: Int, padding: Int = 1) {
        let convolution = ConvolutionShape(
            batch: batch, height: height, width: width, inChannels: 1, outChannels: channels,
            kernelHeight: 3, kernelWidth: 3, paddingRows: padding, paddingColumns: padding)
        guard let shape = GreyBlockShape(convolution, window: 2) else { fatalError("no grey block") }
        self.shape = shape
        var numbers = Numbers(seed: 23)
        input = numbers.uniform(batch * height * width, in: 0...1)
        filters = numbers.uniform(convolution.filterCount)
        bias = numbers.uniform(channels)
        // Of either sign: a negative scale makes the least value of a window the greatest.
        scale = numbers.uniform(channels, in: -2...2)
        shift = numbers.uniform(channels)
        outputGradient = numbers.uniform(shape.outputCount)
    }

    var testDescription: String {
        let convolution = shape.convolution
        return "\(convolution.batch)×\(convolution.height)×\(convolution.width) to \(convolution.outChannels)"
            + " padded by \(convolution.paddingRows)"
    }

    struct Results<Scalar: BinaryFloatingPoint & BitwiseCopyable> {
        var winners: [UInt8]
        var output: [Scalar]
        var moments: [Scalar]
        var inverseDeviation: [Scalar]
        var runningMean: [Scalar]
        var runningVariance: [Scalar]
        var filterGradient: [Scalar]
        var biasGradient: [Scalar]
        var scaleGradient: [Scalar]
        var shiftGradient: [Scalar]

        /// What its parts give too.
        var ofParts: [[Scalar]] {
            [output, inverseDeviation, runningMean, runningVariance, filterGradient, scaleGradient, shiftGradient]
        }

        /// What is computed; the bias's gradient is zero but for rounding.
        var rounded: [[Scalar]] { ofParts + [moments] }
    }

    func results(_ kernels: any Kernels.Type, threads: Int) -> Results<Float> {
        results(kernels, pool: ThreadPool(threads: threads))
    }

    func results(_ kernels: any Kernels.Type, pool: ThreadPool) -> Results<Float> {
        let buffers = Buffers<Float>(self)
        kernels.convolveNormalizeAndPool(
            shape, input: buffers.input.pointer, filters: buffers.filters.pointer, bias: buffers.bias.pointer,
            scale: buffers.scale.pointer, shift: buffers.shift.pointer, epsilon: 1e-5, momentum: 0.1,
            output: buffers.output.pointer, winners: buffers.winners.pointer, moments: buffers.moments.pointer,
            batchInverseDeviation: buffers.inverseDeviation.pointer, runningMean: buffers.runningMean.pointer,
            runningVariance: buffers.runningVariance.pointer, pool: pool)
        kernels.convolveNormalizeAndPoolGradient(
            shape, input: buffers.input.pointer, filters: buffers.filters.pointer, scale: buffers.scale.pointer,
            winners: buffers.winners.pointer, moments: buffers.moments.pointer,
            batchInverseDeviation: buffers.inverseDeviation.pointer, outputGradient: buffers.outputGradient.pointer,
            filterGradient: buffers.filterGradient.pointer, biasGradient: buffers.biasGradient.pointer,
            scaleGradient: buffers.scaleGradient.pointer, shiftGradient: buffers.shiftGradient.pointer, pool: pool)
        return buffers.results
    }

    func doubleResults() -> Results<Double> {
        let pool = ThreadPool(threads: 1)
        let buffers = Buffers<Double>(self)
        PlainKernels<Double>.convolveNormalizeAndPool(
            shape, input: buffers.input.pointer, filters: buffers.filters.pointer, bias: buffers.bias.pointer,
            scale: buffers.scale.pointer, shift: buffers.shift.pointer, epsilon: 1e-5, momentum: 0.1,
            output: buffers.output.pointer, winners: buffers.winners.pointer, moments: buffers.moments.pointer,
            batchInverseDeviation: buffers.inverseDeviation.pointer, runningMean: buffers.runningMean.pointer,
            runningVariance: buffers.runningVariance.pointer, pool: pool)
        PlainKernels<Double>.convolveNormalizeAndPoolGradient(
            shape, input: buffers.input.pointer, filters: buffers.filters.pointer, scale: buffers.scale.pointer,
            winners: buffers.winners.pointer, moments: buffers.moments.pointer,
            batchInverseDeviation: buffers.inverseDeviation.pointer, outputGradient: buffers.outputGradient.pointer,
            filterGradient: buffers.filterGradient.pointer, biasGradient: buffers.biasGradient.pointer,
            scaleGradient: buffers.scaleGradient.pointer, shiftGradient: buffers.shiftGradient.pointer, pool: pool)
        return buffers.results
    }

    /// The same results, in the order of `Results.ofParts`, from the kernels that serve other convolutions.
    func resultsOfParts(_ kernels: any Kernels.Type) -> [[Float]] {
        let pool = ThreadPool(threads: 2)
        let buffers = Buffers<Float>(self)
        let count = shape.rows * shape.convolution.outChannels
        let convolved = GuardedBuffer<Float>(repeating: .nan, count: count)
        let gradient = GuardedBuffer<Float>(repeating: .nan, count: count)
        let moments = GuardedBuffer<Float>(repeating: .nan, count: 2 * shape.convolution.outChannels)
        let peaks = GuardedBuffer<Float>(repeating: .nan, count: shape.outputCount)
        let scratch = AlignedBuffer<Float>(repeating: .nan, count: kernels.convolutionScratchCount(shape.convolution))
        kernels.convolve(
            shape.convolution, input: buffers.input.pointer, filters: buffers.filters.pointer,
            bias: buffers.bias.pointer, output: convolved.pointer, moments: moments.pointer,
            scratch: scratch.pointer, pool: pool)
        kernels.normalizeAndPool(
            shape.pooling, input: convolved.pointer, moments: moments.pointer, scale: buffers.scale.pointer,
            shift: buffers.shift.pointer, epsilon: 1e-5, momentum: 0.1, output: buffers.output.pointer,
            peaks: peaks.pointer, batchInverseDeviation: buffers.inverseDeviation.pointer,
            runningMean: buffers.runningMean.pointer, runningVariance: buffers.runningVariance.pointer, pool: pool)
        kernels.normalizeAndPoolGradient(
            shape.pooling, input: convolved.pointer, peaks: peaks.pointer,
            outputGradient: buffers.outputGradient.pointer, scale: buffers.scale.pointer,
            shift: buffers.shift.pointer, batchMean: moments.pointer,
            batchInverseDeviation: buffers.inverseDeviation.pointer, inputGradient: gradient.pointer,
            scaleGradient: buffers.scaleGradient.pointer, shiftGradient: buffers.shiftGradient.pointer, pool: pool)
        kernels.convolveGradients(
            shape.convolution, input: buffers.input.pointer, filters: buffers.filters.pointer,
            outputGradient: gradient.pointer, filterGradient: buffers.filterGradient.pointer,
            biasGradient: buffers.biasGradient.pointer, inputGradient: nil, scratch: scratch.pointer, pool: pool)
        return buffers.results.ofParts
    }

    private struct Buffers<Scalar: BinaryFloatingPoint & BitwiseCopyable> {
        let input, filters, bias, scale, shift, outputGradient: GuardedBuffer<Scalar>
        let winners: GuardedBuffer<UInt8>
        let output, moments, inverseDeviation, runningMean, runningVariance: GuardedBuffer<Scalar>
        let filterGradient, biasGradient, scaleGradient, shiftGradient: GuardedBuffer<Scalar>

        init(_ block: GreyBlock) {
            func copy(_ values: [Double]) -> GuardedBuffer<Scalar> { GuardedBuffer(values.map { Scalar($0) }) }
            func room(_ count: Int) -> GuardedBuffer<Scalar> { GuardedBuffer(repeating: .nan, count: count) }
            let channels = block.bias.count
            input = copy(block.input)
            filters = copy(block.filters)
            bias = copy(block.bias)
            scale = copy(block.scale)
            shift = copy(block.shift)
            outputGradient = copy(block.outputGradient)
            winners = GuardedBuffer(repeating: 255, count: block.shape.outputCount)
            output = room(block.shape.outputCount)
            moments = room(block.shape.momentCount)
            inverseDeviation = room(channels)
            runningMean = GuardedBuffer(repeating: 0, count: channels)
            runningVariance = GuardedBuffer(repeating: 1, count: channels)
            filterGradient = room(block.filters.count)
            biasGradient = room(channels)
            scaleGradient = room(channels)
            shiftGradient = room(channels)
        }

        var results: Results<Scalar> {
            Results(
                winners: winners.elements, output: output.elements, moments: moments.elements,
                inverseDeviation: inverseDeviation.elements, runningMean: runningMean.elements,
                runningVariance: runningVariance.elements, filterGradient: filterGradient.elements,
                biasGradient: biasGradient.elements, scaleGradient: scaleGradient.elements,
                shiftGradient: shiftGradient.elements)
        }
    }
}
