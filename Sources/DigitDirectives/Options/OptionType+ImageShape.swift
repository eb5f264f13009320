import NeuralNetwork
import NotebookCore

extension OptionType where Value == ImageShape {
    /// Height, width and channels joined by `x`.
    static var imageShape: OptionType {
        let name = "image shape such as 28x28x1"
        return OptionType(
            name: name, form: .pattern("^[0-9]+[x×][0-9]+[x×][0-9]+$"),
            canonicalText: { "\($0.height)x\($0.width)x\($0.channels)" }
        ) { node throws(Diagnostic) in
            let text = try node.scalar(expected: name)
            guard let shape = ImageShape(parsing: text) else {
                throw Diagnostic(
                    at: node.location, "‘\(text)’ is not \(name.withIndefiniteArticle)",
                    remedy: "Write height, width and channels, each at least 1.")
            }
            return shape
        }
    }
}
