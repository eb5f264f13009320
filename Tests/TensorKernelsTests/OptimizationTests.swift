import TensorKernels
import Testing

@Suite struct OptimizationTests {
    @Test(arguments: fastVariants, [1, 15, 33, 40_000])
    func matchesPlainLoops(variant: KernelVariant, count: Int) throws {
        let kernels = try variant.kernels()
        let pool = ThreadPool(threads: 2)
        let results = trained(adam: kernels.adam, descent: kernels.momentumDescent, count: count, pool: pool)
        let exact = trained(
            adam: PlainKernels<Double>.adam, descent: PlainKernels<Double>.momentumDescent, count: count, pool: pool)
        let rounded = trained(
            adam: PlainKernels<Float>.adam, descent: PlainKernels<Float>.momentumDescent, count: count, pool: pool)
        for index in results.indices {
            #expect(relativeError(results[index], exact[index]) < kernelTolerance)
            #expect(relativeError(results[index], rounded[index]) < kernelTolerance)
        }
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        #expect(
            isIndependentOfThreads { pool in
                trained(adam: kernels.adam, descent: kernels.momentumDescent, count: 70_001, pool: pool)
            })
    }

    @Test(arguments: KernelVariant.available)
    func firstStepOfAdamHasTheLengthOfTheLearningRate(variant: KernelVariant) throws {
        // The corrections make m̂ = g and v̂ = g², so that the step is η · g / (|g| + ε).
        let kernels = try variant.kernels()
        let parameters = GuardedBuffer<Float>([1, 1, 1])
        let moments = GuardedBuffer<Float>(repeating: 0, count: 6)
        let step = AdamStep(learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, number: 1)
        kernels.adam(
            count: 3, parameters: parameters.pointer, gradients: [2, -0.5, 0], firstMoments: moments.pointer,
            secondMoments: moments.pointer + 3, step: step, pool: ThreadPool(threads: 1))
        #expect(relativeError(parameters.elements, [0.9, 1.1, 1]) < 1e-6)
    }

    @Test(arguments: KernelVariant.available)
    func momentumAccumulatesAsInPyTorch(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let parameters = GuardedBuffer<Float>([1])
        let velocity = GuardedBuffer<Float>([0])
        for _ in 0..<2 {
            kernels.momentumDescent(
                count: 1, parameters: parameters.pointer, gradients: [1], velocities: velocity.pointer,
                learningRate: 0.1, momentum: 0.5, pool: ThreadPool(threads: 1))
        }
        // v = 1, then 1.5: θ = 1 − 0.1 − 0.15.
        #expect(relativeError(velocity.elements, [1.5]) < 1e-6)
        #expect(relativeError(parameters.elements, [0.75]) < 1e-6)
    }

    @Test(arguments: KernelVariant.available, [Float(0), 1e-20, -0x1p-130])
    func momentsOfTinyGradientsDoNotBecomeSubnormal(variant: KernelVariant, gradient: Float) throws {
        let kernels = try variant.kernels()
        let pool = ThreadPool(threads: 1)
        let parameters = GuardedBuffer<Float>(repeating: 1, count: 20)
        let moments = GuardedBuffer<Float>(repeating: 1e-27, count: 60)
        let gradients = GuardedBuffer<Float>(repeating: gradient, count: 20)
        for number in 1...300 {
            kernels.adam(
                count: 20, parameters: parameters.pointer, gradients: gradients.pointer,
                firstMoments: moments.pointer, secondMoments: moments.pointer + 20,
                step: AdamStep(learningRate: 0.1, beta1: 0.9, beta2: 0.9, epsilon: 1e-8, number: number), pool: pool)
            kernels.momentumDescent(
                count: 20, parameters: parameters.pointer, gradients: gradients.pointer,
                velocities: moments.pointer + 40, learningRate: 0.1, momentum: 0.9, pool: pool)
            #expect(moments.elements.allSatisfy { !$0.isSubnormal })
        }
        #expect(moments.elements.prefix(40).allSatisfy { $0 == 0 })
        #expect(parameters.elements.allSatisfy { $0 == 1 })
    }

    /// Parameters and moments after three steps of Adam and three of gradient descent.
    private func trained<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        adam: (
            Int, UnsafeMutablePointer<Scalar>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>,
            UnsafeMutablePointer<Scalar>, AdamStep, ThreadPool
        ) -> Void,
        descent: (
            Int, UnsafeMutablePointer<Scalar>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, Scalar, Scalar,
            ThreadPool
        ) -> Void, count: Int, pool: ThreadPool
    ) -> [[Scalar]] {
        var numbers = Numbers(seed: 9)
        let parameters = GuardedBuffer(numbers.uniform(count).map { Scalar($0) })
        let first = GuardedBuffer<Scalar>(repeating: 0, count: count)
        let second = GuardedBuffer<Scalar>(repeating: 0, count: count)
        let velocities = GuardedBuffer<Scalar>(repeating: 0, count: count)
        for number in 1...3 {
            let gradients = GuardedBuffer(numbers.uniform(count).map { Scalar($0) })
            let step = AdamStep(learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, number: number)
            adam(count, parameters.pointer, gradients.pointer, first.pointer, second.pointer, step, pool)
            descent(count, parameters.pointer, gradients.pointer, velocities.pointer, 0.05, 0.9, pool)
        }
        return [parameters.elements, first.elements, second.elements, velocities.elements]
    }
}
