/// What a network consists of and costs, layer by layer.
package struct ModelSummary: Hashable, Codable, Sendable {
    /// One row a layer, in order.
    package let rows: [Row]

    /// One layer.
    package struct Row: Hashable, Codable, Sendable {
        /// "Convolution 3×3".
        package let name: String
        /// Shape of the output for one image, "14×14×64" or "256".
        package let output: String
        /// Trained values.
        package let parameters: Int
        /// Multiply–adds for one image; those of convolutions and dense layers.
        package let multiplyAdds: Int
    }

    /// Trained values of the whole network.
    package var parameters: Int { rows.reduce(0) { $0 + $1.parameters } }
    /// Multiply–adds of the whole network for one image.
    package var multiplyAdds: Int { rows.reduce(0) { $0 + $1.multiplyAdds } }
    /// Bytes of the trained values in single precision.
    package var weightBytes: Int { parameters * MemoryLayout<Float>.size }
}

extension Architecture {
    /// The table of layers with exact parameter counts.
    package var summary: ModelSummary {
        ModelSummary(
            rows: layers.indices.map { index in
                let layer = layers[index]
                let input = input(ofLayer: index)
                return ModelSummary.Row(
                    name: layer.description, output: outputs[index].description,
                    parameters: layer.parameterCount(for: input),
                    multiplyAdds: layer.multiplyAdds(from: input, to: outputs[index]))
            })
    }
}
