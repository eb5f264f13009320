internal import TensorKernels

extension Network {
    /// Computes loss and gradients of one batch in training mode, and lets it into the running statistics.
    ///
    /// `indices` name up to `batchCapacity` images of the network's shape with labels below its number of classes.
    /// The gradients of the mean loss replace those of the batch before. `dropoutKey` decides which values dropout
    /// keeps.
    package func differentiate(
        _ images: LabeledImages, at indices: ArraySlice<Int>, dropoutKey: UInt64
    ) -> Score {
        precondition(indices.count <= batchCapacity, "a batch of \(indices.count) images")
        loading(images, at: indices, into: training.input).run()
        return differentiate(loaded: indices.count, dropoutKey: dropoutKey)
    }

    /// The same for the `count` images that were loaded into the input of `training`.
    func differentiate(loaded count: Int, dropoutKey: UInt64) -> Score {
        precondition((1...batchCapacity).contains(count), "a batch of \(count) images")
        isPreparedForInference = false
        let pass = pass(batch: count, dropoutKey: dropoutKey)
        training.forward(pass)
        computeLoss(pass)
        training.backward(pass)
        return score(ofBatch: pass.batch)
    }

    /// Computes probabilities, losses and the gradient of the logits, from which the backward pass starts.
    func computeLoss(_ pass: Pass) {
        pass.kernels.softmaxCrossEntropy(
            batch: pass.batch, classes: architecture.classes, logits: workspace[training.logits],
            labels: workspace[labels], probabilities: workspace[probabilities], losses: workspace[losses],
            logitGradient: workspace[training.logitGradient], pool: pass.pool)
    }

    /// Gradients of the parameters after `differentiate`, in the order of `ParameterLayout`.
    package var gradients: [Float] { gradientBuffer.elements }

    private func score(ofBatch batch: Int) -> Score {
        let classes = architecture.classes
        let probabilities = UnsafeBufferPointer(start: workspace[probabilities], count: batch * classes)
        var score = Score()
        score.count = batch
        for row in 0..<batch {
            score.lossSum += Double(workspace[losses][row])
            let predicted = indexOfGreatest(probabilities[row * classes..<(row + 1) * classes])
            if predicted == Int(workspace[labels][row]) { score.correct += 1 }
        }
        return score
    }
}
