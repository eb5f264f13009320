/// The work of a layer in training: what it computes from its input, and how gradients go back through it.
///
/// A layer knows the places of its own parameters and of what it keeps between the two passes. Where its input and
/// output lie is the plan's to decide.
protocol TrainingLayer {
    /// Whether the output overwrites the input; both pointers are then the same.
    var runsInPlace: Bool { get }
    /// Whether the input's gradient overwrites the output's; `backward` is then given no place for it.
    var differentiatesInPlace: Bool { get }
    /// Whether the layer has parameters, and so needs its output's gradient.
    var isTrainable: Bool { get }

    /// Computes the output.
    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>)

    /// Writes the gradients of the parameters and of the input, after `forward` of the same batch.
    ///
    /// Without `inputGradient` a layer that differentiates in place writes it over `outputGradient`, and another
    /// leaves it out, because nothing in front of it is trained.
    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?)
}

extension TrainingLayer {
    var differentiatesInPlace: Bool { runsInPlace }
    var isTrainable: Bool { false }
}
