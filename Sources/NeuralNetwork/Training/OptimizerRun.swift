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
    ///
    /// `task` is called for each number below `taskCount`, by threads that would have to wait for others at the end: what
    /// it does must not touch parameters and gradients.
    func update(_ network: Network, meanwhile taskCount: Int = 0, _ task: (Int) -> Void = { _ in }) {
        step += 1
        network.isPreparedForInference = false
        let count = network.parameters.count
        let chunk = 16_384
        network.device.pool.run((count + chunk - 1) / chunk, then: taskCount) { index, _ in
            update(network, index * chunk..<min(count, (index + 1) * chunk))
        } second: { index, _ in
            task(index)
        }
    }

    /// Moves some of the parameters.
    private func update(_ network: Network, _ range: Range<Int>) {
        let device = network.device
        let parameters = network.parameters.pointer + range.lowerBound
        let gradients = network.gradientBuffer.pointer + range.lowerBound
        let firstMoments = firstMoments.pointer + range.lowerBound
        switch optimizer {
        case .adam(let learningRate, let beta1, let beta2, let epsilon):
            device.kernels.adam(
                count: range.count, parameters: parameters, gradients: gradients,
                firstMoments: firstMoments, secondMoments: secondMoments.pointer + range.lowerBound,
                step: AdamStep(
                    learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, number: step),
                pool: device.pool)
        case .sgd(let learningRate, let momentum):
            device.kernels.momentumDescent(
                count: range.count, parameters: parameters, gradients: gradients, velocities: firstMoments,
                learningRate: learningRate, momentum: momentum, pool: device.pool)
        }
    }
}
