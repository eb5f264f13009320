internal import TensorKernels

/// Where the time of a training step goes: each layer, and what stands before and after them.
package struct StepProfile: Hashable, Sendable {
    /// In the order of the forward pass; last the optimiser.
    package let parts: [Part]

    /// A layer, or another part of the step.
    package struct Part: Hashable, Sendable {
        /// "Convolution 3×3", "Batch assembly".
        package let name: String
        /// Shape of a layer's output for one image; nil for other parts.
        package let output: String?
        /// What is computed towards the loss.
        package let forward: Work
        /// What is computed back from it; nil where there is nothing.
        package let backward: Work?
    }

    /// What one pass does in one part.
    package struct Work: Hashable, Sendable {
        /// Median duration for a batch.
        package let seconds: Double
        /// Floating-point operations of the direct algorithm for a batch, two for each multiply-add of a convolution
        /// or dense layer; 0 where there are none.
        package let operations: Int

        /// Operations a nanosecond; nil where none are counted.
        package var gigaflops: Double? {
            operations > 0 && seconds > 0 ? Double(operations) / seconds * 1e-9 : nil
        }
    }

    /// Times `repetitions` steps of training `architecture` with Adam on batches from `images`, part by part.
    ///
    /// `images` must suit the architecture and be at least `batchSize`. Throws `NetworkError.insufficientMemory`, and
    /// `CancellationError` where the task is cancelled.
    package init(
        _ architecture: Architecture, images: LabeledImages, batchSize: Int, repetitions: Int,
        on device: ComputeDevice
    ) throws {
        precondition(images.count >= batchSize, "\(images.count) images are no batch of \(batchSize)")
        precondition(repetitions > 0, "nothing to time")
        let network = try Network(architecture, device: device, batchCapacity: batchSize)
        network.initialize(key: 0)
        let optimizer = OptimizerRun(
            .adam(learningRate: 0.001),
            from: .initial(.adam(learningRate: 0.001), parameterCount: network.parameters.count))
        var times = Times(steps: network.training.steps.count)
        var order = RandomStream(key: 0)
        // The first step touches the memory for the first time.
        for step in 0...repetitions {
            try Task.checkCancellation()
            let batch = order.shuffled(0..<images.count).prefix(batchSize)
            let taken = network.timedStep(images, at: batch, optimizer: optimizer, dropoutKey: UInt64(step))
            if step > 0 { times.append(taken) }
        }
        parts = times.parts(of: network)
    }
}

/// Seconds that each part of each step took.
private struct Times {
    var assembly: [Double] = []
    var forward: [[Double]]
    var loss: [Double] = []
    var backward: [[Double]]
    var optimizer: [Double] = []

    init(steps: Int) {
        forward = Array(repeating: [], count: steps)
        backward = forward
    }

    mutating func append(_ other: Times) {
        assembly += other.assembly
        loss += other.loss
        optimizer += other.optimizer
        for index in forward.indices {
            forward[index] += other.forward[index]
            backward[index] += other.backward[index]
        }
    }

    func parts(of network: Network) -> [StepProfile.Part] {
        let summary = network.architecture.summary.rows
        let layers = network.training.steps.enumerated().map { place, step in
            let rows = summary[step.span]
            let multiplyAdds = rows.reduce(0) { $0 + $1.multiplyAdds }
            let operations = 2 * multiplyAdds * network.batchCapacity
            // The gradients of weights and of input cost as much each as the forward pass.
            let gradients = place > network.training.firstTrained ? 2 : 1
            return StepProfile.Part(
                name: rows.map(\.name).joined(separator: ", "), output: rows.last?.output,
                forward: Self.work(forward[place], operations),
                backward: backward[place].isEmpty ? nil : Self.work(backward[place], operations * gradients))
        }
        func part(_ name: String, _ seconds: [Double]) -> StepProfile.Part {
            StepProfile.Part(name: name, output: nil, forward: Self.work(seconds, 0), backward: nil)
        }
        return [part("Batch assembly", assembly)] + layers
            + [part("Softmax and loss", loss), part("Adam", optimizer)]
    }

    private static func work(_ seconds: [Double], _ operations: Int) -> StepProfile.Work {
        StepProfile.Work(seconds: Percentiles(seconds).median, operations: operations)
    }
}

extension Network {
    /// A training step, with a clock read between its parts.
    fileprivate func timedStep(
        _ images: LabeledImages, at indices: ArraySlice<Int>, optimizer: OptimizerRun, dropoutKey: UInt64
    ) -> Times {
        var times = Times(steps: training.steps.count)
        times.assembly.append(seconds { loading(images, at: indices, into: training.input).run() })
        let pass = pass(batch: indices.count, dropoutKey: dropoutKey)
        for (index, step) in training.steps.enumerated() {
            times.forward[index].append(seconds { step.forward(pass) })
        }
        times.loss.append(seconds { computeLoss(pass) })
        for index in training.steps.indices[training.firstTrained...].reversed() {
            times.backward[index].append(seconds { training.steps[index].backward(pass) })
        }
        times.optimizer.append(seconds { optimizer.update(self) })
        return times
    }
}
