import TensorKernels
import Testing

@Suite struct BatchNormalizationTests {
    @Test(arguments: fastVariants, BatchNormalization.samples)
    func matchesPlainLoops(variant: KernelVariant, layer: BatchNormalization) throws {
        let kernels = try variant.kernels()
        let pool = ThreadPool(threads: 2)
        let results = layer.results(
            batch: kernels.normalizeBatch, running: kernels.normalizeWithRunningStatistics,
            gradient: kernels.normalizeBatchGradient, pool: pool)
        for (result, exact) in zip(results, layer.plainResults(Double.self, pool: pool)) {
            #expect(relativeError(result, exact) < kernelTolerance)
        }
        for (result, rounded) in zip(results, layer.plainResults(Float.self, pool: pool)) {
            #expect(relativeError(result, rounded) < kernelTolerance)
        }
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let layer = BatchNormalization(rows: 3000, channels: 19)
        #expect(
            isIndependentOfThreads { pool in
                layer.results(
                    batch: kernels.normalizeBatch, running: kernels.normalizeWithRunningStatistics,
                    gradient: kernels.normalizeBatchGradient, pool: pool)
            })
    }

    @Test func plainGradientsAreDerivatives() {
        let layer = BatchNormalization(rows: 7, channels: 3)
        let pool = ThreadPool(threads: 1)
        let results = layer.plainResults(Double.self, pool: pool)
        let gradients: [(WritableKeyPath<BatchNormalization, [Double]>, [Double])] = [
            (\.input, results[6]), (\.scale, results[7]), (\.shift, results[8]),
        ]
        for (operand, gradient) in gradients {
            let differences = centralDifferences(at: layer[keyPath: operand]) { values in
                var changed = layer
                changed[keyPath: operand] = values
                return dot(layer.outputGradient, changed.plainResults(Double.self, pool: pool)[0])
            }
            #expect(relativeError(gradient, differences) < gradientTolerance)
        }
    }

    @Test(arguments: KernelVariant.available)
    func followsPyTorchInItsRunningVariance(variant: KernelVariant) throws {
        // Values 1, 3: the biased variance is 1, the unbiased one 2; a tenth of the latter is taken over.
        let kernels = try variant.kernels()
        var layer = BatchNormalization(rows: 2, channels: 1)
        layer.input = [1, 3]
        layer.scale = [1]
        layer.shift = [0]
        layer.runningMean = [0]
        layer.runningVariance = [1]
        let results = layer.results(
            batch: kernels.normalizeBatch, running: kernels.normalizeWithRunningStatistics,
            gradient: kernels.normalizeBatchGradient, pool: ThreadPool(threads: 1))
        #expect(relativeError(results[0], [-0.999995, 0.999995]) < 1e-6)
        #expect(relativeError(results[3], [0.2]) < 1e-6)
        #expect(relativeError(results[4], [1.1]) < 1e-6)
    }

    @Test(arguments: KernelVariant.available)
    func keepsSmallDeviationsAroundALargeMean(variant: KernelVariant) throws {
        // Sums of squares would lose all digits here: (10⁴)² carries an error of 6, the variance is 1/3.
        let kernels = try variant.kernels()
        var layer = BatchNormalization(rows: 5000, channels: 3)
        var numbers = Numbers(seed: 7)
        layer.input = numbers.uniform(15_000, in: 9_999...10_001)
        let pool = ThreadPool(threads: 2)
        let results = layer.results(
            batch: kernels.normalizeBatch, running: kernels.normalizeWithRunningStatistics,
            gradient: kernels.normalizeBatchGradient, pool: pool)
        let exact = layer.plainResults(Double.self, pool: pool)
        // Sums of a chunk, its mean and the mean of all are rounded to 2⁻¹¹ each; the deviation is 0.6.
        #expect(relativeError(results[0], exact[0]) < 4 * 0x1p-11 / 0.6)
        #expect(relativeError(results[2], exact[2]) < 1e-4)
    }
}

/// A batch normalisation with its operands; runs any implementation of it in single or double precision.
struct BatchNormalization: CustomTestStringConvertible {
    let rows: Int
    let channels: Int
    var input: [Double]
    var scale: [Double]
    var shift: [Double]
    var runningMean: [Double]
    var runningVariance: [Double]
    var outputGradient: [Double]

    static let samples = [
        BatchNormalization(rows: 2 * 28 * 28, channels: 32), BatchNormalization(rows: 32 * 7 * 7, channels: 128),
        BatchNormalization(rows: 4, channels: 1), BatchNormalization(rows: 5, channels: 3),
        BatchNormalization(rows: 999, channels: 10), BatchNormalization(rows: 613, channels: 47),
    ]

    init(rows: Int, channels: Int) {
        self.rows = rows
        self.channels = channels
        var numbers = Numbers(seed: 3)
        input = numbers.uniform(rows * channels, in: -1...3)
        scale = numbers.uniform(channels, in: 0.5...2)
        shift = numbers.uniform(channels)
        runningMean = numbers.uniform(channels)
        runningVariance = numbers.uniform(channels, in: 0.5...2)
        outputGradient = numbers.uniform(rows * channels)
    }

    var testDescription: String { "\(rows)×\(channels)" }

    func plainResults<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        _: Scalar.Type, pool: ThreadPool
    ) -> [[Scalar]] {
        results(
            batch: PlainKernels<Scalar>.normalizeBatch,
            running: PlainKernels<Scalar>.normalizeWithRunningStatistics,
            gradient: PlainKernels<Scalar>.normalizeBatchGradient, pool: pool)
    }

    /// Output, batch mean, inverse deviation, running mean, running variance, output with running statistics, and the
    /// gradients with respect to input, scale and shift.
    func results<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        batch normalizeBatch: (
            Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>, Scalar, Scalar,
            UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>,
            UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>, ThreadPool
        ) -> Void,
        running normalizeWithRunningStatistics: (
            Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>, Scalar,
            UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, ThreadPool
        ) -> Void,
        gradient normalizeBatchGradient: (
            Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
            UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>,
            UnsafeMutablePointer<Scalar>, ThreadPool
        ) -> Void, pool: ThreadPool
    ) -> [[Scalar]] {
        let input = GuardedBuffer(input.map { Scalar($0) })
        let scale = GuardedBuffer(scale.map { Scalar($0) })
        let shift = GuardedBuffer(shift.map { Scalar($0) })
        let runningMean = GuardedBuffer(runningMean.map { Scalar($0) })
        let runningVariance = GuardedBuffer(runningVariance.map { Scalar($0) })
        // Like the kernels' callers do, the gradient is computed in place.
        let gradient = GuardedBuffer(outputGradient.map { Scalar($0) })
        let output = GuardedBuffer<Scalar>(repeating: .nan, count: rows * channels)
        let mean = GuardedBuffer<Scalar>(repeating: .nan, count: channels)
        let inverseDeviation = GuardedBuffer<Scalar>(repeating: .nan, count: channels)
        let scaleGradient = GuardedBuffer<Scalar>(repeating: .nan, count: channels)
        let shiftGradient = GuardedBuffer<Scalar>(repeating: .nan, count: channels)
        let evaluated = GuardedBuffer(self.input.map { Scalar($0) })
        normalizeWithRunningStatistics(
            rows, channels, evaluated.pointer, scale.pointer, shift.pointer, 1e-5, runningMean.pointer,
            runningVariance.pointer, evaluated.pointer, pool)
        normalizeBatch(
            rows, channels, input.pointer, scale.pointer, shift.pointer, 1e-5, 0.1, output.pointer, mean.pointer,
            inverseDeviation.pointer, runningMean.pointer, runningVariance.pointer, pool)
        normalizeBatchGradient(
            rows, channels, input.pointer, gradient.pointer, scale.pointer, mean.pointer, inverseDeviation.pointer,
            gradient.pointer, scaleGradient.pointer, shiftGradient.pointer, pool)
        return [
            output.elements, mean.elements, inverseDeviation.elements, runningMean.elements,
            runningVariance.elements, evaluated.elements, gradient.elements, scaleGradient.elements,
            shiftGradient.elements,
        ]
    }
}
