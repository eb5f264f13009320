/// A network's shape: its input, its layers in order, its classes. Valid by construction.
package struct Architecture: Hashable, Sendable {
    /// Shape of the images that the network takes.
    package let input: ImageShape
    /// From the input to the logits.
    package let layers: [LayerSpecification]
    /// Classes that the network tells apart, 2 to 256; the last layer gives a logit for each.
    package let classes: Int
    /// Shape of each layer's output, in the order of `layers`.
    package let outputs: [ActivationShape]

    /// Most trained values of one network; 400 MB as floats.
    package static let parameterLimit = 100_000_000
    /// Most values that one layer gives for one image.
    package static let activationLimit = 16_777_216

    /// Follows the shapes from `input` to the last layer, which must give one logit for each class.
    ///
    /// Throws the first fault: a layer whose input does not suit it, a size out of range, a network too large.
    package init(input: ImageShape, layers: [LayerSpecification], classes: Int) throws(ArchitectureError) {
        let sides = 1...1024
        guard sides.contains(input.height), sides.contains(input.width), (1...64).contains(input.channels) else {
            throw ArchitectureError(cause: .inputOutOfRange(input))
        }
        guard (2...256).contains(classes) else { throw ArchitectureError(cause: .classesOutOfRange(classes)) }

        var shape = ActivationShape.image(input)
        var outputs: [ActivationShape] = []
        var parameters = 0
        for (index, layer) in layers.enumerated() {
            do throws(ArchitectureError.Cause) {
                let output = try layer.output(for: shape)
                guard output.count <= Self.activationLimit else {
                    throw .tooManyActivations(limit: Self.activationLimit)
                }
                parameters += layer.parameterCount(for: shape)
                guard parameters <= Self.parameterLimit else { throw .tooManyParameters(limit: Self.parameterLimit) }
                outputs.append(output)
                shape = output
            } catch {
                throw ArchitectureError(layer: index + 1, specification: layer, cause: error)
            }
        }
        guard shape == .features(classes) else {
            throw ArchitectureError(cause: .wrongOutput(found: shape, classes: classes))
        }
        self.input = input
        self.layers = layers
        self.classes = classes
        self.outputs = outputs
    }

    /// Shape of what enters layer `index`.
    func input(ofLayer index: Int) -> ActivationShape {
        index == 0 ? .image(input) : outputs[index - 1]
    }
}

extension Architecture: Codable {
    private enum CodingKeys: CodingKey {
        case input, layers, classes
    }

    /// Stores what the architecture was made from; the shapes follow from it.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(input, forKey: .input)
        try container.encode(layers, forKey: .layers)
        try container.encode(classes, forKey: .classes)
    }

    /// Throws `ArchitectureError` where what was stored makes no network.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            input: container.decode(ImageShape.self, forKey: .input),
            layers: container.decode([LayerSpecification].self, forKey: .layers),
            classes: container.decode(Int.self, forKey: .classes))
    }
}
