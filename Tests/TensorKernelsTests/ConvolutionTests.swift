import TensorKernels
import Testing

@Suite struct ConvolutionTests {
    @Test(arguments: fastVariants, ConvolutionShape.samples)
    func matchesPlainLoops(variant: KernelVariant, shape: ConvolutionShape) throws {
        let kernels = try variant.kernels()
        let convolution = Convolution(shape)
        let pool = ThreadPool(threads: 2)

        let (output, moments) = convolution.forward(by: kernels.convolve, pool: pool)
        let exactly = convolution.forward(by: PlainKernels<Double>.convolve, pool: pool)
        let roundedly = convolution.forward(by: PlainKernels<Float>.convolve, pool: pool)
        #expect(relativeError(output, exactly.output) < kernelTolerance)
        #expect(relativeError(output, roundedly.output) < kernelTolerance)
        #expect(relativeError(moments, exactly.moments) < kernelTolerance)
        #expect(relativeError(moments, roundedly.moments) < kernelTolerance)
        #expect(convolution.forward(by: kernels.convolve, measures: false, pool: pool).output == output)

        let gradients = convolution.gradients(by: kernels.convolveGradients, pool: pool)
        let exact = convolution.gradients(by: PlainKernels<Double>.convolveGradients, pool: pool)
        let rounded = convolution.gradients(by: PlainKernels<Float>.convolveGradients, pool: pool)
        for index in gradients.indices {
            #expect(relativeError(gradients[index], exact[index]) < kernelTolerance)
            #expect(relativeError(gradients[index], rounded[index]) < kernelTolerance)
        }
        #expect(
            convolution.gradients(by: kernels.convolveGradients, withInput: false, pool: pool) == gradients.suffix(2))
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        for shape in [
            ConvolutionShape.same(batch: 1, 14, 14, 3, 17), .same(batch: 9, 7, 7, 16, 40),
            .same(batch: 32, 14, 14, 32, 17), .same(batch: 20, 9, 7, 1, 33), .valid(batch: 5, 13, 9, 17, 3),
            .same(batch: 1, 28, 28, 64, 32),
        ] {
            let convolution = Convolution(shape)
            #expect(
                isIndependentOfThreads { pool in
                    let (output, moments) = convolution.forward(by: kernels.convolve, pool: pool)
                    return [output, moments] + convolution.gradients(by: kernels.convolveGradients, pool: pool)
                })
        }
    }

    @Test(arguments: [
        ConvolutionShape.same(batch: 2, 4, 5, 2, 3), .valid(batch: 1, 5, 4, 3, 2),
        .same(batch: 1, 3, 3, 1, 2, kernel: 5),
    ])
    func plainGradientsAreDerivatives(shape: ConvolutionShape) {
        let convolution = Convolution(shape)
        let pool = ThreadPool(threads: 1)
        typealias Plain = PlainKernels<Double>
        let gradients = convolution.gradients(by: Plain.convolveGradients, pool: pool)
        func loss(_ changed: Convolution) -> Double {
            dot(convolution.outputGradient, changed.forward(by: Plain.convolve, pool: pool).output)
        }
        let operands: [WritableKeyPath<Convolution, [Double]>] = [\.input, \.filters, \.bias]
        for (gradient, operand) in zip(gradients, operands) {
            let differences = centralDifferences(at: convolution[keyPath: operand]) { values in
                loss(convolution.with(operand, values))
            }
            #expect(relativeError(gradient, differences) < gradientTolerance)
        }
    }

    @Test func averagesNeighboursWithAnEvenFilter() {
        // A 3×3 image of ones under a 3×3 kernel of ones counts the neighbours that lie on the image.
        var convolution = Convolution(.same(batch: 1, 3, 3, 1, 1))
        convolution.input = Array(repeating: 1, count: 9)
        convolution.filters = Array(repeating: 1, count: 9)
        convolution.bias = [0.5]
        let (output, moments) = convolution.forward(by: PlainKernels<Double>.convolve, pool: ThreadPool(threads: 1))
        #expect(output == [4.5, 6.5, 4.5, 6.5, 9.5, 6.5, 4.5, 6.5, 4.5])
        // They sum to 53.5; four are 13/9 below their mean 53.5/9, four 5/9 above, one 32/9 above: 1800/81 in all.
        #expect(relativeError(moments, [53.5 / 9, 1800.0 / 81]) < 1e-15)
    }
}

extension ConvolutionShape {
    static func same(
        batch: Int, _ height: Int, _ width: Int, _ inChannels: Int, _ outChannels: Int, kernel: Int = 3
    ) -> ConvolutionShape {
        ConvolutionShape(
            batch: batch, height: height, width: width, inChannels: inChannels, outChannels: outChannels,
            kernelHeight: kernel, kernelWidth: kernel, paddingRows: (kernel - 1) / 2,
            paddingColumns: (kernel - 1) / 2)
    }

    static func valid(
        batch: Int, _ height: Int, _ width: Int, _ inChannels: Int, _ outChannels: Int, kernel: Int = 3
    ) -> ConvolutionShape {
        ConvolutionShape(
            batch: batch, height: height, width: width, inChannels: inChannels, outChannels: outChannels,
            kernelHeight: kernel, kernelWidth: kernel, paddingRows: 0, paddingColumns: 0)
    }

    /// The report's layers and whatever is odd: channels, widths, kernels, batches, images smaller than the kernel.
    static let samples: [ConvolutionShape] = [
        .same(batch: 3, 28, 28, 1, 32),
        .same(batch: 2, 14, 14, 32, 64),
        .same(batch: 3, 7, 7, 64, 128),
        .same(batch: 1, 7, 7, 64, 128),
        .same(batch: 32, 7, 7, 128, 64),
        .same(batch: 1, 1, 1, 1, 1),
        .same(batch: 2, 5, 1, 3, 10),
        .same(batch: 1, 1, 9, 10, 3),
        .same(batch: 5, 6, 11, 17, 33, kernel: 1),
        .same(batch: 2, 9, 13, 3, 17, kernel: 5),
        .same(batch: 17, 4, 3, 2, 5, kernel: 7),
        .same(batch: 1, 2, 2, 1, 47, kernel: 7),
        .valid(batch: 2, 8, 9, 5, 31),
        .valid(batch: 1, 3, 3, 4, 4),
        .valid(batch: 3, 12, 10, 1, 6, kernel: 5),
        .valid(batch: 33, 3, 5, 1, 16, kernel: 1),
        .valid(batch: 18, 5, 8, 1, 37),
        // Enough channels for Winograd's algorithm, in one direction at least, and tiles that reach beyond the image.
        .same(batch: 17, 3, 7, 17, 1),
        .same(batch: 9, 7, 3, 1, 17),
        .same(batch: 2, 11, 15, 32, 3),
        .same(batch: 2, 15, 11, 3, 32),
        .same(batch: 1, 12, 13, 64, 33),
        .same(batch: 65, 4, 4, 16, 17),
        .valid(batch: 1, 14, 18, 17, 32),
        .valid(batch: 3, 9, 16, 32, 17),
        .valid(batch: 5, 10, 5, 16, 65),
        .valid(batch: 2, 6, 33, 128, 16),
        ConvolutionShape(
            batch: 2, height: 7, width: 14, inChannels: 20, outChannels: 24, kernelHeight: 3, kernelWidth: 3,
            paddingRows: 2, paddingColumns: 0),
        ConvolutionShape(
            batch: 3, height: 6, width: 5, inChannels: 1, outChannels: 40, kernelHeight: 3, kernelWidth: 3,
            paddingRows: 2, paddingColumns: 0),
        ConvolutionShape(
            batch: 2, height: 6, width: 8, inChannels: 3, outChannels: 20, kernelHeight: 5, kernelWidth: 3,
            paddingRows: 1, paddingColumns: 2),
    ]
}

/// A convolution with its operands; runs any implementation of it in single or double precision.
private struct Convolution {
    let shape: ConvolutionShape
    var input: [Double]
    var filters: [Double]
    var bias: [Double]
    var outputGradient: [Double]

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        var numbers = Numbers(seed: 1)
        input = numbers.uniform(shape.batch * shape.height * shape.width * shape.inChannels)
        filters = numbers.uniform(shape.filterCount)
        bias = numbers.uniform(shape.outChannels)
        outputGradient = numbers.uniform(shape.batch * shape.outHeight * shape.outWidth * shape.outChannels)
    }

    func with(_ operand: WritableKeyPath<Convolution, [Double]>, _ values: [Double]) -> Convolution {
        var changed = self
        changed[keyPath: operand] = values
        return changed
    }

    func forward<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        by convolve: (
            ConvolutionShape, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
            UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>?, UnsafeMutablePointer<Scalar>, ThreadPool
        ) -> Void, measures: Bool = true, pool: ThreadPool
    ) -> (output: [Scalar], moments: [Scalar]) {
        let input = GuardedBuffer(input.map { Scalar($0) })
        let filters = GuardedBuffer(filters.map { Scalar($0) })
        let bias = GuardedBuffer(bias.map { Scalar($0) })
        let output = GuardedBuffer<Scalar>(repeating: .nan, count: outputGradient.count)
        let moments = GuardedBuffer<Scalar>(repeating: .nan, count: 2 * shape.outChannels)
        let scratch = scratch(Scalar.self)
        convolve(
            shape, input.pointer, filters.pointer, bias.pointer, output.pointer, measures ? moments.pointer : nil,
            scratch.pointer, pool)
        return (output.elements, moments.elements)
    }

    /// Gradients with respect to the input, where it is asked for, to filters and to bias.
    func gradients<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        by differentiate: (
            ConvolutionShape, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
            UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>?,
            UnsafeMutablePointer<Scalar>, ThreadPool
        ) -> Void, withInput: Bool = true, pool: ThreadPool
    ) -> [[Scalar]] {
        let input = GuardedBuffer(input.map { Scalar($0) })
        let filters = GuardedBuffer(filters.map { Scalar($0) })
        let outputGradient = GuardedBuffer(outputGradient.map { Scalar($0) })
        let byInput = GuardedBuffer<Scalar>(repeating: .nan, count: self.input.count)
        let byFilters = GuardedBuffer<Scalar>(repeating: .nan, count: self.filters.count)
        let byBias = GuardedBuffer<Scalar>(repeating: .nan, count: bias.count)
        let scratch = scratch(Scalar.self)
        differentiate(
            shape, input.pointer, filters.pointer, outputGradient.pointer, byFilters.pointer, byBias.pointer,
            withInput ? byInput.pointer : nil, scratch.pointer, pool)
        return (withInput ? [byInput.elements] : []) + [byFilters.elements, byBias.elements]
    }

    /// As much as any variant of this machine asks for, full of values that must not reach a result.
    private func scratch<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(_: Scalar.Type) -> GuardedBuffer<
        Scalar
    > {
        let counts = KernelVariant.available.map { (try? $0.kernels().convolutionScratchCount(shape)) ?? 0 }
        return GuardedBuffer(repeating: .nan, count: counts.max() ?? 0)
    }
}
