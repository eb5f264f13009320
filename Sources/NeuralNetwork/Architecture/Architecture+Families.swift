extension Architecture {
    /// Blocks of convolution, batch normalization, ReLU and, with `pooling`, 2×2 max pooling; then dense layers with ReLU; then the
    /// logits.
    ///
    /// `blocks` holds the number of filters of each block, `dense` the units of each hidden dense layer. Dropout
    /// stands just before the last layer; a rate of 0 leaves it out.
    package static func convolutional(
        input: ImageShape, blocks: [Int], kernel: Int = 3, padding: LayerSpecification.Padding = .same,
        batchNormalization: Bool = true, pooling: Bool = true, dense: [Int], dropout: Double, classes: Int
    ) throws(ArchitectureError) -> Architecture {
        var layers: [LayerSpecification] = []
        for filters in blocks {
            layers.append(.convolution(filters: filters, kernel: kernel, padding: padding))
            if batchNormalization { layers.append(.batchNormalization) }
            layers.append(.relu)
            if pooling { layers.append(.maxPooling(window: 2)) }
        }
        layers += classifier(hidden: dense, dropout: dropout, classes: classes)
        return try Architecture(input: input, layers: layers, classes: classes)
    }

    /// A multilayer perceptron: flatten, dense layers with ReLU, the logits; dropout just before the last layer.
    package static func perceptron(
        input: ImageShape, hidden: [Int], dropout: Double = 0, classes: Int
    ) throws(ArchitectureError) -> Architecture {
        try Architecture(
            input: input, layers: classifier(hidden: hidden, dropout: dropout, classes: classes), classes: classes)
    }

    private static func classifier(hidden: [Int], dropout: Double, classes: Int) -> [LayerSpecification] {
        var layers: [LayerSpecification] = [.flatten]
        for units in hidden {
            layers += [.dense(units: units), .relu]
        }
        if dropout != 0 { layers.append(.dropout(rate: dropout)) }
        layers.append(.dense(units: classes))
        return layers
    }
}
