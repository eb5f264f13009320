internal import TensorKernels

extension Network {
    /// Classifies images in evaluation mode: running statistics, no dropout.
    ///
    /// Works through them in batches of at most `batchSize`; what an image gives does not depend on it. Throws
    /// `NetworkError.shapeMismatch`, and `CancellationError` between batches where the task is cancelled.
    package func predict(_ images: LabeledImages, batchSize: Int = 500) throws -> Predictions {
        precondition(batchSize > 0, "batches of \(batchSize) images")
        guard images.shape == architecture.input else {
            throw NetworkError.shapeMismatch(expected: architecture.input, found: images.shape)
        }
        let classes = architecture.classes
        let step = min(batchSize, inferenceCapacity)
        if !isPreparedForInference {
            inference.prepare(pass(batch: 0))
            isPreparedForInference = true
        }
        let values = try [Float](unsafeUninitializedCapacity: images.count * classes) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            while count < images.count * classes {
                try Task.checkCancellation()
                let start = count / classes
                let batch = start..<min(start + step, images.count)
                loading(images, at: batch, into: inference.input).run()
                let pass = pass(batch: batch.count)
                inference.infer(pass)
                pass.kernels.softmax(
                    batch: batch.count, classes: classes, logits: workspace[inference.logits],
                    probabilities: base + count, pool: pass.pool)
                count += batch.count * classes
            }
        }
        return Predictions(classes: classes, probabilities: values)
    }
}
