internal import Foundation
package import TensorKernelsInterface

extension SIMDKernels {
    /// m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; θ ← θ − η · m̂ / (√v̂ + ε).
    package static func adam(
        count: Int, parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
        firstMoments: UnsafeMutablePointer<Float>, secondMoments: UnsafeMutablePointer<Float>,
        step: AdamStep, pool: ThreadPool
    ) {
        let firstCorrection = 1 - pow(Double(step.beta1), Double(step.number))
        let secondCorrection = 1 - pow(Double(step.beta2), Double(step.number))
        let stride = Vector(repeating: Float(Double(step.learningRate) / firstCorrection))
        let inverseDeviation = Vector(repeating: Float(1 / secondCorrection.squareRoot()))
        let epsilon = Vector(repeating: step.epsilon)
        let decay1 = Vector(repeating: step.beta1)
        let decay2 = Vector(repeating: step.beta2)
        let weight1 = Vector(repeating: 1 - step.beta1)
        let weight2 = Vector(repeating: 1 - step.beta2)
        pool.forEachChunk(of: count) { range in
            forEachVector(in: range) { index, lanes in
                let gradient = zeroed(Vector(gradients + index, lanes: lanes), below: NegligibleMagnitude.gradient)
                let first = zeroed(
                    (weight1 * gradient).adding(decay1, times: Vector(firstMoments + index, lanes: lanes)),
                    below: NegligibleMagnitude.moment)
                let second = zeroed(
                    (weight2 * gradient * gradient).adding(decay2, times: Vector(secondMoments + index, lanes: lanes)),
                    below: NegligibleMagnitude.moment)
                first.store(to: firstMoments + index, lanes: lanes)
                second.store(to: secondMoments + index, lanes: lanes)
                let deviation = epsilon.adding(second.squareRoot(), times: inverseDeviation)
                (Vector(parameters + index, lanes: lanes) - stride * first / deviation)
                    .store(to: parameters + index, lanes: lanes)
            }
        }
    }

    /// v ← μ·v + g; θ ← θ − η·v.
    package static func momentumDescent(
        count: Int, parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
        velocities: UnsafeMutablePointer<Float>, learningRate: Float, momentum: Float, pool: ThreadPool
    ) {
        let rate = Vector(repeating: learningRate)
        let momentum = Vector(repeating: momentum)
        pool.forEachChunk(of: count) { range in
            forEachVector(in: range) { index, lanes in
                let velocity = zeroed(
                    Vector(gradients + index, lanes: lanes)
                        .adding(momentum, times: Vector(velocities + index, lanes: lanes)),
                    below: NegligibleMagnitude.moment)
                velocity.store(to: velocities + index, lanes: lanes)
                (Vector(parameters + index, lanes: lanes) - rate * velocity)
                    .store(to: parameters + index, lanes: lanes)
            }
        }
    }

    @inline(__always)
    private static func zeroed(_ value: Vector, below limit: Float) -> Vector {
        let isNegligible = (value .< Vector(repeating: limit)) .& (value .> Vector(repeating: -limit))
        return value.replacing(with: Vector(), where: isNegligible)
    }
}
