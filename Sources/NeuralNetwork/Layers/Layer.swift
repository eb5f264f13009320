internal import TensorKernels

/// The work of one layer: what it computes from its input, and how gradients go back through it.
///
/// A layer knows the places of its own parameters and of what it keeps between the two passes. Where its input and
/// output lie is the plan's to decide.
protocol Layer {
    /// Whether the output overwrites the input in training mode; both pointers are then the same.
    var runsInPlace: Bool { get }
    /// The same in evaluation mode.
    var infersInPlace: Bool { get }
    /// Whether the input's gradient overwrites the output's; `backward` is then given no place for it.
    var differentiatesInPlace: Bool { get }
    /// Whether the layer has parameters, and so needs its output's gradient.
    var isTrainable: Bool { get }

    /// Computes the output in training mode.
    func forward(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>)

    /// Computes the output in evaluation mode.
    func infer(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>)

    /// Writes the gradients of the parameters and of the input, after `forward` of the same batch.
    ///
    /// Without `inputGradient` a layer that differentiates in place writes it over `outputGradient`, and another
    /// leaves it out, because nothing in front of it is trained.
    func backward(
        _ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>,
        outputGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>?)
}

extension Layer {
    var infersInPlace: Bool { runsInPlace }
    var differentiatesInPlace: Bool { runsInPlace }
    var isTrainable: Bool { false }

    func infer(_ pass: Pass, input: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>) {
        forward(pass, input: input, output: output)
    }
}

/// What one pass over a batch works with.
struct Pass {
    let kernels: any Kernels.Type
    let pool: ThreadPool
    /// Rows of this batch, at most those that the workspace was planned for.
    let batch: Int
    /// Decides which values dropout keeps in this pass.
    let dropoutKey: UInt64
    let workspace: Workspace
    let parameters: UnsafeMutablePointer<Float>
    let gradients: UnsafeMutablePointer<Float>
    let statistics: UnsafeMutablePointer<Float>
}
