/// Where each layer's tensors lie while a network trains: outputs stay until the backward pass has used them.
struct TrainingPlan {
    let input: Slot<Float>
    let logits: Slot<Float>
    /// Where the gradient of the loss with respect to the logits is put.
    let logitGradient: Slot<Float>
    let steps: [Step]
    /// Where the backward pass ends: nothing in front of the first trained layer needs a gradient.
    let firstTrained: Int

    struct Step {
        let layer: any TrainingLayer
        /// Indices in the architecture of what the layer computes.
        let span: Range<Int>
        let input: Slot<Float>
        let output: Slot<Float>
        let outputGradient: Slot<Float>
        let inputGradient: Slot<Float>?

        /// Computes the layer's output.
        func forward(_ pass: Pass) {
            layer.forward(pass, input: pass.workspace[input], output: pass.workspace[output])
        }

        /// Computes the gradients of the layer's parameters and input.
        func backward(_ pass: Pass) {
            layer.backward(
                pass, input: pass.workspace[input], output: pass.workspace[output],
                outputGradient: pass.workspace[outputGradient],
                inputGradient: inputGradient.map { pass.workspace[$0] })
        }
    }

    /// Reserves room for `inputCount` values of a full batch, every layer's output, and two gradients to alternate
    /// between.
    init(_ layers: [PlacedLayer<any TrainingLayer>], inputCount: Int, reservingFrom plan: inout WorkspacePlan) {
        input = plan.reserveFloats(inputCount)
        var places = [input]
        for placed in layers {
            places.append(
                placed.layer.runsInPlace ? places[places.count - 1] : plan.reserveFloats(placed.outputCount))
        }
        logits = places[layers.count]

        let gradientCount = layers.map(\.outputCount).max() ?? inputCount
        var gradient = plan.reserveFloats(gradientCount)
        var other = plan.reserveFloats(gradientCount)
        logitGradient = gradient
        var steps: [Step] = []
        let first = layers.firstIndex { $0.layer.isTrainable } ?? 0
        for index in layers.indices.reversed() {
            let layer = layers[index].layer
            let isAlternating = index > first && !layer.differentiatesInPlace
            steps.append(
                Step(
                    layer: layer, span: layers[index].span, input: places[index], output: places[index + 1],
                    outputGradient: gradient, inputGradient: isAlternating ? other : nil))
            if isAlternating { swap(&gradient, &other) }
        }
        self.steps = steps.reversed()
        firstTrained = first
    }

    /// Computes the logits from the input.
    func forward(_ pass: Pass) {
        for step in steps { step.forward(pass) }
    }

    /// Computes the gradients of all parameters from the gradient of the logits, after `forward` of the same batch.
    func backward(_ pass: Pass) {
        for step in steps[firstTrained...].reversed() { step.backward(pass) }
    }
}
