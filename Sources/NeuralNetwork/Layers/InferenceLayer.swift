/// The work of a layer in evaluation: running statistics, no dropout.
protocol InferenceLayer {
    /// Whether the output overwrites the input; both pointers are then the same.
    var infersInPlace: Bool { get }

    /// Derives from the parameters what `infer` works with; called once for as long as they stay the same.
    func prepare(_ pass: Pass)

    /// Computes the output.
    func infer(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>)
}

extension InferenceLayer {
    func prepare(_ pass: Pass) {}
}

/// A layer that computes the same in evaluation as in training.
extension InferenceLayer where Self: TrainingLayer {
    var infersInPlace: Bool { runsInPlace }

    func infer(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        forward(pass, input: input, output: output)
    }
}
