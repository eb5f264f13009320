/// How parameters follow their gradients, with its constants.
package enum Optimizer: Hashable, Codable, Sendable {
    /// Adam (Kingma & Ba 2015).
    case adam(learningRate: Float, beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8)
    /// Gradient descent with momentum; 0 is plain gradient descent.
    case sgd(learningRate: Float, momentum: Float = 0)

    /// Factor of each step.
    package var learningRate: Float {
        switch self {
        case .adam(let learningRate, _, _, _), .sgd(let learningRate, _): learningRate
        }
    }
}
