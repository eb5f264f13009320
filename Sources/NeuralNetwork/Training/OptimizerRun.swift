internal import TensorKernels

/// An optimiser at work on one network: its constants, its moments, and the number of steps taken.
final class OptimizerRun {
    private let optimizer: Optimizer
    private(set) var step: Int
    private let firstMoments: AlignedBuffer<Float>
    private let secondMoments: AlignedBuffer<Float>

    /// Goes on from `state`, which must suit the optimiser.
    init(_ optimizer: Optimizer, from state: OptimizerState) {
        self.optimizer = optimizer
        step = state.step
        firstMoments = AlignedBuffer(state.firstMoments)
        secondMoments = AlignedBuffer(state.secondMoments)
    }

    /// A copy of what is remembered between steps.
    var state: OptimizerState {
        OptimizerState(step: step, firstMoments: firstMoments.elements, secondMoments: secondMoments.elements)
    }

    /// Moves the network's parameters by one step along its gradients.
    func update(_ network: Network) {
        step += 1
        network.isPreparedForInference = false
        let count = network.parameters.count
        let device = network.device
        switch optimizer {
        case .adam(let learningRate, let beta1, let beta2, let epsilon):
            device.kernels.adam(
                count: count, parameters: network.parameters.pointer, gradients: network.gradientBuffer.pointer,
                firstMoments: firstMoments.pointer, secondMoments: secondMoments.pointer,
                step: AdamStep(
                    learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, number: step),
                pool: device.pool)
        case .sgd(let learningRate, let momentum):
            device.kernels.momentumDescent(
                count: count, parameters: network.parameters.pointer, gradients: network.gradientBuffer.pointer,
                velocities: firstMoments.pointer, learningRate: learningRate, momentum: momentum, pool: device.pool)
        }
    }
}
