/// What an optimiser remembers between steps.
package struct OptimizerState: Hashable, Sendable {
    /// Steps taken.
    package var step: Int
    /// Adam's mean gradients, or the velocities of gradient descent; one for each parameter.
    package var firstMoments: [Float]
    /// Adam's mean squared gradients; empty for gradient descent.
    package var secondMoments: [Float]

    /// Takes what an optimiser remembered after `step` steps.
    package init(step: Int, firstMoments: [Float], secondMoments: [Float]) {
        self.step = step
        self.firstMoments = firstMoments
        self.secondMoments = secondMoments
    }

    /// The state before the first step.
    static func initial(_ optimizer: Optimizer, parameterCount: Int) -> OptimizerState {
        let zeros = [Float](repeating: 0, count: parameterCount)
        return switch optimizer {
        case .adam: OptimizerState(step: 0, firstMoments: zeros, secondMoments: zeros)
        case .sgd: OptimizerState(step: 0, firstMoments: zeros, secondMoments: [])
        }
    }

    /// Whether `optimizer` can go on from this state with so many parameters.
    func fits(_ optimizer: Optimizer, parameterCount: Int) -> Bool {
        let secondCount = if case .adam = optimizer { parameterCount } else { 0 }
        return step >= 0 && firstMoments.count == parameterCount && secondMoments.count == secondCount
    }
}
