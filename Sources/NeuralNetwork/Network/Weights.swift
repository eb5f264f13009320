/// All that a network has learnt: its parameters, and the running statistics of its batch normalisation.
package struct Weights: Hashable, Sendable {
    /// Trained values in the order of `ParameterLayout`.
    package var parameters: [Float]
    /// Running means and variances in the order of `ParameterLayout`.
    package var statistics: [Float]

    /// Takes both vectors in the order of `ParameterLayout`.
    package init(parameters: [Float], statistics: [Float]) {
        self.parameters = parameters
        self.statistics = statistics
    }

    /// Whether a network of this layout can take the weights.
    package func fit(_ layout: ParameterLayout) -> Bool {
        parameters.count == layout.parameterCount && statistics.count == layout.statisticCount
    }
}
