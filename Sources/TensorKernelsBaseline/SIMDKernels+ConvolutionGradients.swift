package import TensorKernelsInterface

extension SIMDKernels {
    /// The input's gradient is a convolution of the output gradient with the filters turned by 180° and their channels
    /// exchanged.
    package static func convolveGradients(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, filters: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        inputGradient: UnsafeMutablePointer<Float>?, scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        if let inputGradient, shape.suitsWinograd, shape.transposed.suitsWinograd {
            gradientsByWinograd(
                shape, input: input, filters: filters, outputGradient: outputGradient,
                filterGradient: filterGradient, biasGradient: biasGradient, inputGradient: inputGradient,
                scratch: scratch, pool: pool)
            return
        }
        self.filterGradient(
            shape, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
            biasGradient: biasGradient, scratch: scratch, pool: pool)
        if let inputGradient {
            turn(filters, of: shape, to: scratch, pool: pool)
            correlate(
                shape.transposed, input: outputGradient, filters: scratch, bias: nil, output: inputGradient,
                moments: nil, scratch: scratch + shape.filterCount, pool: pool)
        }
    }

    private static func filterGradient(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        scratch: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        if shape.suitsWinograd {
            filterGradientByWinograd(
                shape, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
                biasGradient: biasGradient, scratch: scratch, pool: pool)
        } else if shape.hasGreyImagesAndSmallFilters {
            filterGradientOfGreyImages(
                shape, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
                biasGradient: biasGradient, pool: pool)
        } else {
            filterGradientDirectly(
                shape, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
                biasGradient: biasGradient, scratch: scratch, pool: pool)
        }
    }

    /// Writes turned[i, j, o, c] = filters[kernelHeight − 1 − i, kernelWidth − 1 − j, c, o].
    private static func turn(
        _ filters: UnsafePointer<Float>, of shape: ConvolutionShape,
        to turned: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let taps = shape.kernelHeight * shape.kernelWidth
        let tapStride = shape.inChannels * shape.outChannels
        pool.run(taps) { tap in
            transpose(
                rows: shape.inChannels, columns: shape.outChannels,
                from: filters + (taps - 1 - tap) * tapStride, rowStride: shape.outChannels,
                to: turned + tap * tapStride, rowStride: shape.inChannels)
        }
    }
}
