internal import Foundation
package import TensorKernelsInterface

extension PlainKernels {
    /// probabilities = exp(logits − max) / Σ exp(logits − max), row by row.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func softmax(
        batch: Int, classes: Int, logits: UnsafePointer<Scalar>,
        probabilities: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for row in 0..<batch {
            let first = row * classes
            var greatest = -Double.infinity
            for index in first..<first + classes { greatest = max(greatest, Double(logits[index])) }
            var sum = 0.0
            for index in first..<first + classes { sum += exp(Double(logits[index]) - greatest) }
            for index in first..<first + classes {
                probabilities[index] = Scalar(exp(Double(logits[index]) - greatest) / sum)
            }
        }
    }

    /// losses[n] = −log probabilities[n, label]; logitGradient = (probabilities − one-hot label) / batch.
    ///
    /// The logarithm is taken of the sum before it is divided, so that an impossible label costs no infinity.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func softmaxCrossEntropy(
        batch: Int, classes: Int, logits: UnsafePointer<Scalar>, labels: UnsafePointer<UInt8>,
        probabilities: UnsafeMutablePointer<Scalar>, losses: UnsafeMutablePointer<Scalar>,
        logitGradient: UnsafeMutablePointer<Scalar>?, pool: ThreadPool
    ) {
        for row in 0..<batch {
            let first = row * classes
            let label = Int(labels[row])
            precondition(label < classes, "label \(label) of \(classes) classes")
            var greatest = -Double.infinity
            for index in first..<first + classes { greatest = max(greatest, Double(logits[index])) }
            var sum = 0.0
            for index in first..<first + classes { sum += exp(Double(logits[index]) - greatest) }
            losses[row] = Scalar(log(sum) - (Double(logits[first + label]) - greatest))
            for index in first..<first + classes {
                let probability = exp(Double(logits[index]) - greatest) / sum
                probabilities[index] = Scalar(probability)
                let target: Double = index == first + label ? 1 : 0
                logitGradient?[index] = Scalar((probability - target) / Double(batch))
            }
        }
    }
}
