import TensorKernels
import Testing

@Suite struct NormalizedPoolingTests {
    @Test(arguments: fastVariants, NormalizedPooling.samples)
    func matchesPlainLoops(variant: KernelVariant, layer: NormalizedPooling) throws {
        let results = layer.results(try variant.kernels(), threads: 2)
        let plain = layer.results(PlainKernels<Float>.self, threads: 1)
        #expect(results.peaks == plain.peaks)
        for (result, expected) in zip(results.rounded, plain.rounded) {
            #expect(relativeError(result, expected) < kernelTolerance)
        }
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let layer = NormalizedPooling(PoolingShape(batch: 40, height: 13, width: 12, channels: 19, window: 2))
        #expect(
            isIndependentOfThreads { pool in
                let results = layer.results(kernels, pool: pool)
                return results.rounded + [results.peaks]
            })
    }

    /// What it replaces: normalisation, ReLU and pooling one after the other.
    @Test(arguments: KernelVariant.available, NormalizedPooling.samples)
    func givesWhatItsPartsGive(variant: KernelVariant, layer: NormalizedPooling) throws {
        let kernels = try variant.kernels()
        let fused = layer.results(kernels, threads: 2)
        let apart = layer.resultsOfParts(kernels)
        for (result, expected) in zip(fused.rounded, apart) {
            #expect(relativeError(result, expected) < kernelTolerance)
        }
    }

    @Test(arguments: KernelVariant.available)
    func givesTheFirstOfEqualPeaksTheGradient(variant: KernelVariant) throws {
        let shape = PoolingShape(batch: 1, height: 2, width: 2, channels: 11, window: 2)
        var layer = NormalizedPooling(shape)
        // The last two of each window share the peak; with a negative scale the first two.
        layer.input = [-1, -1, 2, 2].flatMap { Array(repeating: $0, count: 11) }
        layer.shift = Array(repeating: 5, count: 11)
        layer.scale = (0..<11).map { $0 % 2 == 0 ? 1 : -1 }
        layer.outputGradient = Array(repeating: 1, count: 11)
        let results = layer.results(try variant.kernels(), threads: 1)
        #expect(results.peaks == (0..<11).map { $0 % 2 == 0 ? 2 : -1 })
        // Normalised, the window is −1, −1, 1, 1 times the scale: ∂y less its mean ¼ and x̂ times the mean of ∂y · x̂.
        let gradient = [[0, 0, 1, 0], [-1, 0, 0, 0]]
        let normal = [[-1.0, -1, 1, 1], [-1, -1, 1, 1]]
        for channel in 0..<11 {
            let sign = channel % 2
            for position in 0..<4 {
                let above = Double(abs(gradient[sign][position]))
                let product = sign == 0 ? 0.25 : -0.25
                let expected = (above - 0.25 - normal[sign][position] * product) / 1.5 * (sign == 0 ? 1 : -1)
                #expect(abs(Double(results.inputGradient[position * 11 + channel]) - expected) < 1e-5)
            }
        }
    }

    @Test func plainGradientsAreDerivatives() {
        let layer = NormalizedPooling(PoolingShape(batch: 2, height: 5, width: 4, channels: 3, window: 2))
        let results = layer.doubleResults()
        let gradients: [(WritableKeyPath<NormalizedPooling, [Double]>, [Double])] = [
            (\.input, results.inputGradient), (\.scale, results.scaleGradient), (\.shift, results.shiftGradient),
        ]
        for (operand, gradient) in gradients {
            let differences = centralDifferences(at: layer[keyPath: operand]) { values in
                var changed = layer
                changed[keyPath: operand] = values
                return dot(layer.outputGradient, changed.doubleResults().output)
            }
            #expect(relativeError(gradient, differences) < gradientTolerance)
        }
    }
}

/// Batch normalisation, ReLU and pooling with their operands.
struct NormalizedPooling: CustomTestStringConvertible {
    let shape: PoolingShape
    var input: [Double]
    var scale: [Double]
    var shift: [Double]
    var outputGradient: [Double]

    static let samples = [
        PoolingShape(batch: 3, height: 28, width: 28, channels: 32, window: 2),
        PoolingShape(batch: 5, height: 7, width: 7, channels: 128, window: 2),
        PoolingShape(batch: 4, height: 1, width: 1, channels: 1, window: 1),
        PoolingShape(batch: 2, height: 5, width: 9, channels: 3, window: 2),
        PoolingShape(batch: 2, height: 10, width: 11, channels: 17, window: 3),
        PoolingShape(batch: 3, height: 6, width: 5, channels: 10, window: 1),
        PoolingShape(batch: 1, height: 16, width: 16, channels: 2, window: 16),
    ].map(NormalizedPooling.init)

    init(_ shape: PoolingShape) {
        self.shape = shape
        var numbers = Numbers(seed: 11)
        let rows = shape.batch * shape.height * shape.width
        input = numbers.uniform(rows * shape.channels, in: -1...3)
        // Of either sign: a negative scale makes the least value of a window the greatest.
        scale = numbers.uniform(shape.channels, in: -2...2)
        shift = numbers.uniform(shape.channels)
        outputGradient = numbers.uniform(shape.batch * shape.outHeight * shape.outWidth * shape.channels)
    }

    var testDescription: String {
        "\(shape.batch)×\(shape.height)×\(shape.width)×\(shape.channels) by \(shape.window)"
    }

    private var rows: Int { shape.batch * shape.height * shape.width }

    /// Mean and squared deviations of each channel.
    private var moments: [Double] {
        var means = [Double](repeating: 0, count: shape.channels)
        var squares = means
        for (index, value) in input.enumerated() { means[index % shape.channels] += value / Double(rows) }
        for (index, value) in input.enumerated() {
            let deviation = value - means[index % shape.channels]
            squares[index % shape.channels] += deviation * deviation
        }
        return means + squares
    }

    struct Results<Scalar: BinaryFloatingPoint & BitwiseCopyable> {
        var peaks: [Scalar]
        var output: [Scalar]
        var inverseDeviation: [Scalar]
        var runningMean: [Scalar]
        var runningVariance: [Scalar]
        var inputGradient: [Scalar]
        var scaleGradient: [Scalar]
        var shiftGradient: [Scalar]

        /// All but the peaks, which are copied, not computed.
        var rounded: [[Scalar]] {
            [output, inverseDeviation, runningMean, runningVariance, inputGradient, scaleGradient, shiftGradient]
        }
    }

    func results(_ kernels: any Kernels.Type, threads: Int) -> Results<Float> {
        results(kernels, pool: ThreadPool(threads: threads))
    }

    func results(_ kernels: any Kernels.Type, pool: ThreadPool) -> Results<Float> {
        let buffers = Buffers<Float>(self, moments: moments)
        kernels.normalizeAndPool(
            shape, input: buffers.input.pointer, moments: buffers.moments.pointer, scale: buffers.scale.pointer,
            shift: buffers.shift.pointer, epsilon: 1e-5, momentum: 0.1, output: buffers.output.pointer,
            peaks: buffers.peaks.pointer, batchInverseDeviation: buffers.inverseDeviation.pointer,
            runningMean: buffers.runningMean.pointer, runningVariance: buffers.runningVariance.pointer, pool: pool)
        kernels.normalizeAndPoolGradient(
            shape, input: buffers.input.pointer, peaks: buffers.peaks.pointer,
            outputGradient: buffers.outputGradient.pointer, scale: buffers.scale.pointer,
            shift: buffers.shift.pointer, batchMean: buffers.moments.pointer,
            batchInverseDeviation: buffers.inverseDeviation.pointer, inputGradient: buffers.inputGradient.pointer,
            scaleGradient: buffers.scaleGradient.pointer, shiftGradient: buffers.shiftGradient.pointer, pool: pool)
        return buffers.results
    }

    func doubleResults() -> Results<Double> {
        let pool = ThreadPool(threads: 1)
        let buffers = Buffers<Double>(self, moments: moments)
        PlainKernels<Double>.normalizeAndPool(
            shape, input: buffers.input.pointer, moments: buffers.moments.pointer, scale: buffers.scale.pointer,
            shift: buffers.shift.pointer, epsilon: 1e-5, momentum: 0.1, output: buffers.output.pointer,
            peaks: buffers.peaks.pointer, batchInverseDeviation: buffers.inverseDeviation.pointer,
            runningMean: buffers.runningMean.pointer, runningVariance: buffers.runningVariance.pointer, pool: pool)
        PlainKernels<Double>.normalizeAndPoolGradient(
            shape, input: buffers.input.pointer, peaks: buffers.peaks.pointer,
            outputGradient: buffers.outputGradient.pointer, scale: buffers.scale.pointer,
            shift: buffers.shift.pointer, batchMean: buffers.moments.pointer,
            batchInverseDeviation: buffers.inverseDeviation.pointer, inputGradient: buffers.inputGradient.pointer,
            scaleGradient: buffers.scaleGradient.pointer, shiftGradient: buffers.shiftGradient.pointer, pool: pool)
        return buffers.results
    }

    /// The same results, in the order of `Results.rounded`, from a kernel for each part.
    func resultsOfParts(_ kernels: any Kernels.Type) -> [[Float]] {
        let pool = ThreadPool(threads: 2)
        let buffers = Buffers<Float>(self, moments: moments)
        let normalized = GuardedBuffer<Float>(repeating: .nan, count: input.count)
        let mean = GuardedBuffer<Float>(repeating: .nan, count: shape.channels)
        let winners = GuardedBuffer<UInt8>(repeating: 255, count: outputGradient.count)
        kernels.normalizeBatch(
            rows: rows, channels: shape.channels, input: buffers.input.pointer, scale: buffers.scale.pointer,
            shift: buffers.shift.pointer, epsilon: 1e-5, momentum: 0.1, output: normalized.pointer,
            batchMean: mean.pointer, batchInverseDeviation: buffers.inverseDeviation.pointer,
            runningMean: buffers.runningMean.pointer, runningVariance: buffers.runningVariance.pointer, pool: pool)
        kernels.rectify(count: input.count, input: normalized.pointer, output: normalized.pointer, pool: pool)
        kernels.maxPool(
            shape, input: normalized.pointer, output: buffers.output.pointer, winners: winners.pointer, pool: pool)
        let gradient = buffers.inputGradient.pointer
        kernels.maxPoolGradient(
            shape, outputGradient: buffers.outputGradient.pointer, winners: winners.pointer, inputGradient: gradient,
            pool: pool)
        kernels.rectifyGradient(
            count: input.count, output: normalized.pointer, outputGradient: gradient, inputGradient: gradient,
            pool: pool)
        kernels.normalizeBatchGradient(
            rows: rows, channels: shape.channels, input: buffers.input.pointer, outputGradient: gradient,
            scale: buffers.scale.pointer, batchMean: mean.pointer,
            batchInverseDeviation: buffers.inverseDeviation.pointer, inputGradient: gradient,
            scaleGradient: buffers.scaleGradient.pointer, shiftGradient: buffers.shiftGradient.pointer, pool: pool)
        return buffers.results.rounded
    }

    private struct Buffers<Scalar: BinaryFloatingPoint & BitwiseCopyable> {
        let input, moments, scale, shift, outputGradient: GuardedBuffer<Scalar>
        let output, peaks, inverseDeviation, runningMean, runningVariance: GuardedBuffer<Scalar>
        let inputGradient, scaleGradient, shiftGradient: GuardedBuffer<Scalar>

        init(_ layer: NormalizedPooling, moments: [Double]) {
            func copy(_ values: [Double]) -> GuardedBuffer<Scalar> { GuardedBuffer(values.map { Scalar($0) }) }
            func room(_ count: Int) -> GuardedBuffer<Scalar> { GuardedBuffer(repeating: .nan, count: count) }
            let channels = layer.shape.channels
            input = copy(layer.input)
            self.moments = copy(moments)
            scale = copy(layer.scale)
            shift = copy(layer.shift)
            outputGradient = copy(layer.outputGradient)
            output = room(layer.outputGradient.count)
            peaks = room(layer.outputGradient.count)
            inverseDeviation = room(channels)
            runningMean = GuardedBuffer(repeating: 0, count: channels)
            runningVariance = GuardedBuffer(repeating: 1, count: channels)
            inputGradient = room(layer.input.count)
            scaleGradient = room(channels)
            shiftGradient = room(channels)
        }

        var results: Results<Scalar> {
            Results(
                peaks: peaks.elements, output: output.elements, inverseDeviation: inverseDeviation.elements,
                runningMean: runningMean.elements, runningVariance: runningVariance.elements,
                inputGradient: inputGradient.elements, scaleGradient: scaleGradient.elements,
                shiftGradient: shiftGradient.elements)
        }
    }
}
