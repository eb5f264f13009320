internal import TensorKernels

/// A network that computes: parameters, gradients, and one workspace that is planned once.
///
/// Not to be shared between tasks; each makes its own and passes `weights` on.
package final class Network {
    /// What the network consists of.
    package let architecture: Architecture
    /// Where the network is computed.
    package let device: ComputeDevice
    /// Most images that one pass takes.
    package let batchCapacity: Int
    /// Where each layer's values lie in `weights` and `gradients`.
    package let layout: ParameterLayout

    let parameters: AlignedBuffer<Float>
    let gradientBuffer: AlignedBuffer<Float>
    let statistics: AlignedBuffer<Float>
    let workspace: Workspace
    let training: TrainingPlan
    let inference: InferencePlan
    /// Most images that go through the network at one time in evaluation.
    let inferenceCapacity: Int
    /// Whether what evaluation derives from the parameters and keeps in the workspace is still true.
    var isPreparedForInference = false
    let pixels: Slot<UInt8>
    let labels: Slot<UInt8>
    let probabilities: Slot<Float>
    let losses: Slot<Float>

    /// What a layer gives for more images than these would not stay in the cache until the next layer reads it.
    private static let largestInferenceBatch = 64

    /// Plans the memory for batches of up to `batchCapacity` images; all weights are zero until they are set or drawn.
    ///
    /// Throws `NetworkError.insufficientMemory` where the machine has too little.
    package init(
        _ architecture: Architecture, device: ComputeDevice, batchCapacity: Int
    ) throws(NetworkError) {
        precondition(batchCapacity > 0, "a batch of \(batchCapacity) images")
        self.architecture = architecture
        self.device = device
        self.batchCapacity = batchCapacity
        layout = ParameterLayout(architecture)

        let inputCount = batchCapacity * architecture.input.count
        var plan = WorkspacePlan()
        pixels = plan.reserveBytes(inputCount)
        labels = plan.reserveBytes(batchCapacity)
        probabilities = plan.reserveFloats(batchCapacity * architecture.classes)
        losses = plan.reserveFloats(batchCapacity)
        let factory = LayerFactory(architecture: architecture, layout: layout, kernels: device.kernels)
        var inferencePart = plan
        training = TrainingPlan(
            factory.makeTrainingLayers(batchCapacity: batchCapacity, reservingFrom: &plan), inputCount: inputCount,
            reservingFrom: &plan)
        inferenceCapacity = min(batchCapacity, Self.largestInferenceBatch)
        inference = InferencePlan(
            factory.makeInferenceLayers(batchCapacity: inferenceCapacity, reservingFrom: &inferencePart),
            inputCount: inferenceCapacity * architecture.input.count, reservingFrom: &inferencePart)
        workspace = try Workspace(plan.overlaid(with: inferencePart))

        parameters = AlignedBuffer(repeating: 0, count: layout.parameterCount)
        gradientBuffer = AlignedBuffer(repeating: 0, count: layout.parameterCount)
        statistics = AlignedBuffer(repeating: 0, count: layout.statisticCount)
    }

    /// A copy of what the network has learnt; setting it takes weights of the same layout.
    package var weights: Weights {
        get { Weights(parameters: parameters.elements, statistics: statistics.elements) }
        set {
            precondition(newValue.fit(layout), "weights of another architecture")
            parameters.pointer.update(from: newValue.parameters, count: parameters.count)
            statistics.pointer.update(from: newValue.statistics, count: statistics.count)
            isPreparedForInference = false
        }
    }

    /// Draws new weights (He initialisation).
    package func initialize(key: UInt64) {
        weights = Weights.initial(layout, key: key)
    }

    func pass(batch: Int, dropoutKey: UInt64 = 0) -> Pass {
        Pass(
            kernels: device.kernels, pool: device.pool, batch: batch, dropoutKey: dropoutKey, workspace: workspace,
            parameters: parameters.pointer, gradients: gradientBuffer.pointer, statistics: statistics.pointer)
    }
}
