/// Where each layer's tensors lie in evaluation: nothing is kept, so that two places suffice for all outputs.
struct InferencePlan {
    let input: Slot<Float>
    let logits: Slot<Float>
    let steps: [Step]

    struct Step {
        let layer: any InferenceLayer
        let input: Slot<Float>
        let output: Slot<Float>
    }

    /// Reserves room for `inputCount` values of a full batch and two outputs to alternate between.
    init(_ layers: [PlacedLayer<any InferenceLayer>], inputCount: Int, reservingFrom plan: inout WorkspacePlan) {
        input = plan.reserveFloats(inputCount)
        let largest = layers.map(\.outputCount).max() ?? inputCount
        var next = plan.reserveFloats(largest)
        var other = plan.reserveFloats(largest)
        var current = input
        var steps: [Step] = []
        for layer in layers.map(\.layer) {
            let output = layer.infersInPlace ? current : next
            steps.append(Step(layer: layer, input: current, output: output))
            if !layer.infersInPlace { swap(&next, &other) }
            current = output
        }
        self.steps = steps
        logits = current
    }

    /// Derives from the parameters what all batches share; to be done again when they have changed.
    func prepare(_ pass: Pass) {
        for step in steps { step.layer.prepare(pass) }
    }

    /// Computes the logits from the input with the running statistics and without dropout.
    func infer(_ pass: Pass) {
        for step in steps {
            step.layer.infer(pass, input: pass.workspace[step.input], output: pass.workspace[step.output])
        }
    }
}
