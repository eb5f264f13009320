import TensorKernels
import Testing

@Suite struct DenseTests {
    @Test(arguments: fastVariants, Dense.samples)
    func matchesPlainLoops(variant: KernelVariant, layer: Dense) throws {
        let kernels = try variant.kernels()
        let pool = ThreadPool(threads: 2)

        let output = layer.forward(by: kernels.dense, pool: pool)
        #expect(relativeError(output, layer.forward(by: PlainKernels<Double>.dense, pool: pool)) < kernelTolerance)
        #expect(relativeError(output, layer.forward(by: PlainKernels<Float>.dense, pool: pool)) < kernelTolerance)

        let gradients = layer.gradients(by: kernels.denseGradients, pool: pool)
        let exact = layer.gradients(by: PlainKernels<Double>.denseGradients, pool: pool)
        let rounded = layer.gradients(by: PlainKernels<Float>.denseGradients, pool: pool)
        for index in gradients.indices {
            #expect(relativeError(gradients[index], exact[index]) < kernelTolerance)
            #expect(relativeError(gradients[index], rounded[index]) < kernelTolerance)
        }
        #expect(layer.gradients(by: kernels.denseGradients, withInput: false, pool: pool) == gradients.suffix(2))
    }

    @Test(arguments: KernelVariant.available)
    func computesARowAlikeInAnyBatch(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        let pool = ThreadPool(threads: 2)
        // Small batches are cut in another way than large ones.
        let layer = Dense(batch: 100, inputs: 500, outputs: 37)
        let output = layer.forward(by: kernels.dense, pool: pool)
        for rows in [0..<1, 3..<67, 35..<100] {
            #expect(
                layer.part(rows).forward(by: kernels.dense, pool: pool)
                    == Array(output[rows.lowerBound * 37..<rows.upperBound * 37]))
        }
    }

    @Test(arguments: KernelVariant.available)
    func isIndependentOfThreadCount(variant: KernelVariant) throws {
        let kernels = try variant.kernels()
        for layer in [Dense(batch: 70, inputs: 150, outputs: 90), Dense(batch: 9, inputs: 700, outputs: 90)] {
            #expect(
                isIndependentOfThreads { pool in
                    layer.gradients(by: kernels.denseGradients, pool: pool)
                        + [layer.forward(by: kernels.dense, pool: pool)]
                })
        }
    }

    @Test func plainGradientsAreDerivatives() {
        typealias Plain = PlainKernels<Double>
        let layer = Dense(batch: 3, inputs: 5, outputs: 4)
        let pool = ThreadPool(threads: 1)
        let gradients = layer.gradients(by: Plain.denseGradients, pool: pool)
        let operands: [WritableKeyPath<Dense, [Double]>] = [\.input, \.weights, \.bias]
        for (gradient, operand) in zip(gradients, operands) {
            let differences = centralDifferences(at: layer[keyPath: operand]) { values in
                var changed = layer
                changed[keyPath: operand] = values
                return dot(layer.outputGradient, changed.forward(by: Plain.dense, pool: pool))
            }
            #expect(relativeError(gradient, differences) < gradientTolerance)
        }
    }
}

/// A dense layer with its operands; runs any implementation of it in single or double precision.
struct Dense: CustomTestStringConvertible {
    let batch: Int
    let inputs: Int
    let outputs: Int
    var input: [Double]
    var weights: [Double]
    var bias: [Double]
    var outputGradient: [Double]

    static let samples = [
        Dense(batch: 32, inputs: 1152, outputs: 256), Dense(batch: 32, inputs: 256, outputs: 10),
        Dense(batch: 1, inputs: 1, outputs: 1), Dense(batch: 1, inputs: 300, outputs: 37),
        Dense(batch: 7, inputs: 5, outputs: 33), Dense(batch: 131, inputs: 17, outputs: 3),
    ]

    init(batch: Int, inputs: Int, outputs: Int) {
        self.batch = batch
        self.inputs = inputs
        self.outputs = outputs
        var numbers = Numbers(seed: 2)
        input = numbers.uniform(batch * inputs)
        weights = numbers.uniform(inputs * outputs)
        bias = numbers.uniform(outputs)
        outputGradient = numbers.uniform(batch * outputs)
    }

    var testDescription: String { "\(batch)×\(inputs)×\(outputs)" }

    func forward<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        by dense: (
            Int, Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
            UnsafeMutablePointer<Scalar>, ThreadPool
        ) -> Void, pool: ThreadPool
    ) -> [Scalar] {
        let input = GuardedBuffer(input.map { Scalar($0) })
        let weights = GuardedBuffer(weights.map { Scalar($0) })
        let bias = GuardedBuffer(bias.map { Scalar($0) })
        let output = GuardedBuffer<Scalar>(repeating: .nan, count: batch * outputs)
        dense(batch, inputs, outputs, input.pointer, weights.pointer, bias.pointer, output.pointer, pool)
        return output.elements
    }

    /// The same layer for some rows of the batch.
    func part(_ rows: Range<Int>) -> Dense {
        var part = Dense(batch: rows.count, inputs: inputs, outputs: outputs)
        part.input = Array(input[rows.lowerBound * inputs..<rows.upperBound * inputs])
        part.weights = weights
        part.bias = bias
        part.outputGradient = Array(outputGradient[rows.lowerBound * outputs..<rows.upperBound * outputs])
        return part
    }

    /// Gradients with respect to the input, where it is asked for, to weights and to bias.
    func gradients<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        by differentiate: (
            Int, Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
            UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>?, ThreadPool
        ) -> Void, withInput: Bool = true, pool: ThreadPool
    ) -> [[Scalar]] {
        let input = GuardedBuffer(input.map { Scalar($0) })
        let weights = GuardedBuffer(weights.map { Scalar($0) })
        let outputGradient = GuardedBuffer(outputGradient.map { Scalar($0) })
        let byInput = GuardedBuffer<Scalar>(repeating: .nan, count: batch * inputs)
        let byWeights = GuardedBuffer<Scalar>(repeating: .nan, count: inputs * outputs)
        let byBias = GuardedBuffer<Scalar>(repeating: .nan, count: outputs)
        differentiate(
            batch, inputs, outputs, input.pointer, weights.pointer, outputGradient.pointer, byWeights.pointer,
            byBias.pointer, withInput ? byInput.pointer : nil, pool)
        return (withInput ? [byInput.elements] : []) + [byWeights.elements, byBias.elements]
    }
}
