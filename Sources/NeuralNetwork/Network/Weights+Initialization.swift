extension Weights {
    /// Draws weights for a layout that has learnt nothing yet.
    ///
    /// Weights come from a normal distribution with variance 2 / fan-in (He, Zhang, Ren & Sun 2015, equation 10),
    /// each layer from a stream of its own; biases and shifts are 0, scales 1, running means 0 and running variances
    /// 1.
    package static func initial(_ layout: ParameterLayout, key: UInt64) -> Weights {
        var weights = Weights(
            parameters: [Float](repeating: 0, count: layout.parameterCount),
            statistics: [Float](repeating: 0, count: layout.statisticCount))
        for tensor in layout.tensors {
            switch tensor.role {
            case .weights:
                var stream = RandomStream(key: RandomStream.key(key, tensor.layer))
                let units = layout.range(.bias, ofLayer: tensor.layer).count
                let deviation = (2 / Double(tensor.range.count / units)).squareRoot()
                for index in tensor.range { weights.parameters[index] = Float(deviation * stream.normal()) }
            case .scale:
                for index in tensor.range { weights.parameters[index] = 1 }
            case .runningVariance:
                for index in tensor.range { weights.statistics[index] = 1 }
            case .bias, .shift, .runningMean:
                break
            }
        }
        return weights
    }
}
