import TensorKernels
import Testing

@Suite struct SoftmaxTests {
    @Test(
        arguments: fastVariants,
        [
            Loss(batch: 32, classes: 10), Loss(batch: 1, classes: 1), Loss(batch: 67, classes: 2),
            Loss(batch: 5, classes: 17), Loss(batch: 3, classes: 256),
        ])
    func matchesPlainLoops(variant: KernelVariant, loss: Loss) throws {
        let kernels = try variant.kernels()
        let pool = ThreadPool(threads: 2)
        let results = loss.results(crossEntropy: kernels.softmaxCrossEntropy, softmax: kernels.softmax, pool: pool)
        for (result, exact) in zip(results, loss.plainResults(Double.self, pool: pool)) {
            #expect(relativeError(result, exact) < kernelTolerance)
        }
        for (result, rounded) in zip(results, loss.plainResults(Float.self, pool: pool)) {
            #expect(relativeError(result, rounded) < kernelTolerance)
        }
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let loss = Loss(batch: 300, classes: 11)
        #expect(
            isIndependentOfThreads { pool in
                loss.results(crossEntropy: kernels.softmaxCrossEntropy, softmax: kernels.softmax, pool: pool)
            })
    }

    @Test func plainGradientIsTheDerivative() {
        var loss = Loss(batch: 3, classes: 4)
        let pool = ThreadPool(threads: 1)
        let gradient = loss.plainResults(Double.self, pool: pool)[2]
        let differences = centralDifferences(at: loss.logits) { logits in
            loss.logits = logits
            return loss.plainResults(Double.self, pool: pool)[1].reduce(0, +) / 3
        }
        #expect(relativeError(gradient, differences) < gradientTolerance)
    }

    @Test(arguments: KernelVariant.available)
    func staysFiniteForExtremeLogits(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        var loss = Loss(batch: 2, classes: 3)
        loss.logits = [1e4, -1e4, 0, -3e38, 3e38, 0]
        loss.labels = [1, 0]
        let results = loss.results(
            crossEntropy: kernels.softmaxCrossEntropy, softmax: kernels.softmax, pool: ThreadPool(threads: 1))
        #expect(results[0] == [1, 0, 0, 0, 1, 0])
        #expect(results[1][0] == 2e4)
        #expect(results[2].allSatisfy { $0.isFinite })
    }

    @Test(arguments: KernelVariant.available)
    func letsNotANumberThrough(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        var loss = Loss(batch: 1, classes: 10)
        loss.logits[4] = .nan
        let results = loss.results(
            crossEntropy: kernels.softmaxCrossEntropy, softmax: kernels.softmax, pool: ThreadPool(threads: 1))
        #expect(results[0].allSatisfy { $0.isNaN })
        #expect(results[1][0].isNaN)
    }

    @Test(arguments: fastVariants)
    func exponentialIsAccurateOverItsWholeRange(variant: KernelVariant) throws {
        // Of two classes with logits 0 and x, the second has eˣ / (1 + eˣ); single values, not a norm.
        let kernels = try variant.kernels()
        let batch = 8_701
        let logits = (0..<2 * batch).map { -Float($0 % 2 * ($0 / 2)) / 100 }
        let probabilities = GuardedBuffer<Float>(repeating: .nan, count: 2 * batch)
        let exact = GuardedBuffer<Double>(repeating: .nan, count: 2 * batch)
        let pool = ThreadPool(threads: 1)
        kernels.softmax(batch: batch, classes: 2, logits: logits, probabilities: probabilities.pointer, pool: pool)
        PlainKernels<Double>.softmax(
            batch: batch, classes: 2, logits: logits.map { Double($0) }, probabilities: exact.pointer, pool: pool)
        let errors = zip(probabilities.elements, exact.elements).map { abs(Double($0) / $1 - 1) }
        // 2⁻²² of the exponential, and three roundings of 2⁻²⁴ after it.
        #expect(try #require(errors.max()) < 0x1p-22 + 3 * 0x1p-24)
    }
}

/// Logits with labels; runs any implementation of the loss in single or double precision.
struct Loss: CustomTestStringConvertible {
    let batch: Int
    let classes: Int
    var logits: [Double]
    var labels: [UInt8]

    init(batch: Int, classes: Int) {
        self.batch = batch
        self.classes = classes
        var numbers = Numbers(seed: 8)
        logits = numbers.uniform(batch * classes, in: -8...8)
        labels = numbers.bytes(batch, below: classes)
    }

    var testDescription: String { "\(batch)×\(classes)" }

    func plainResults<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        _: Scalar.Type, pool: ThreadPool
    ) -> [[Scalar]] {
        results(
            crossEntropy: PlainKernels<Scalar>.softmaxCrossEntropy, softmax: PlainKernels<Scalar>.softmax, pool: pool)
    }

    /// Probabilities, losses, gradient, and probabilities without the loss, in place.
    func results<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        crossEntropy: (
            Int, Int, UnsafePointer<Scalar>, UnsafePointer<UInt8>, UnsafeMutablePointer<Scalar>,
            UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>?, ThreadPool
        ) -> Void,
        softmax: (Int, Int, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, ThreadPool) -> Void,
        pool: ThreadPool
    ) -> [[Scalar]] {
        let logits = GuardedBuffer(logits.map { Scalar($0) })
        let labels = GuardedBuffer(labels)
        let probabilities = GuardedBuffer<Scalar>(repeating: .nan, count: batch * classes)
        let losses = GuardedBuffer<Scalar>(repeating: .nan, count: batch)
        let gradient = GuardedBuffer<Scalar>(repeating: .nan, count: batch * classes)
        crossEntropy(
            batch, classes, logits.pointer, labels.pointer, probabilities.pointer, losses.pointer, gradient.pointer,
            pool)
        softmax(batch, classes, logits.pointer, logits.pointer, pool)
        return [probabilities.elements, losses.elements, gradient.elements, logits.elements]
    }
}
