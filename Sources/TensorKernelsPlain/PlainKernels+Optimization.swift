internal import Foundation
package import TensorKernelsInterface

extension PlainKernels {
    /// m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; θ ← θ − η · m̂ / (√v̂ + ε), m̂ and v̂ corrected for their start at zero.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func adam(
        count: Int, parameters: UnsafeMutablePointer<Scalar>, gradients: UnsafePointer<Scalar>,
        firstMoments: UnsafeMutablePointer<Scalar>, secondMoments: UnsafeMutablePointer<Scalar>,
        step: AdamStep, pool: ThreadPool
    ) {
        let beta1 = Double(step.beta1)
        let beta2 = Double(step.beta2)
        let firstCorrection = 1 - pow(beta1, Double(step.number))
        let secondCorrection = 1 - pow(beta2, Double(step.number))
        for index in 0..<count {
            let gradient = zeroed(Double(gradients[index]), below: NegligibleMagnitude.gradient)
            let first = zeroed(
                beta1 * Double(firstMoments[index]) + (1 - beta1) * gradient, below: NegligibleMagnitude.moment)
            let second = zeroed(
                beta2 * Double(secondMoments[index]) + (1 - beta2) * gradient * gradient,
                below: NegligibleMagnitude.moment)
            let deviation = (second / secondCorrection).squareRoot() + Double(step.epsilon)
            firstMoments[index] = Scalar(first)
            secondMoments[index] = Scalar(second)
            parameters[index] -= Scalar(Double(step.learningRate) * (first / firstCorrection) / deviation)
        }
    }

    /// v ← μ·v + g; θ ← θ − η·v.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func momentumDescent(
        count: Int, parameters: UnsafeMutablePointer<Scalar>, gradients: UnsafePointer<Scalar>,
        velocities: UnsafeMutablePointer<Scalar>, learningRate: Scalar, momentum: Scalar, pool: ThreadPool
    ) {
        for index in 0..<count {
            let velocity = momentum * velocities[index] + gradients[index]
            velocities[index] = Scalar(zeroed(Double(velocity), below: NegligibleMagnitude.moment))
            parameters[index] -= learningRate * velocities[index]
        }
    }

    private static func zeroed(_ value: Double, below limit: Float) -> Double {
        value.magnitude < Double(limit) ? 0 : value
    }
}
