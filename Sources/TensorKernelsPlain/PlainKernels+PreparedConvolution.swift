package import TensorKernelsInterface

extension PlainKernels {
    /// f = scale / √(σ² + ε): filters · f, and (bias − μ) · f + shift.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func foldNormalization(
        rows: Int, channels: Int, filters: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>,
        scale: UnsafePointer<Scalar>, shift: UnsafePointer<Scalar>, epsilon: Scalar,
        runningMean: UnsafePointer<Scalar>, runningVariance: UnsafePointer<Scalar>,
        foldedFilters: UnsafeMutablePointer<Scalar>, foldedBias: UnsafeMutablePointer<Scalar>
    ) {
        for channel in 0..<channels {
            let deviation = (Double(runningVariance[channel]) + Double(epsilon)).squareRoot()
            let factor = Double(scale[channel]) / deviation
            for row in 0..<rows {
                foldedFilters[row * channels + channel] = Scalar(Double(filters[row * channels + channel]) * factor)
            }
            foldedBias[channel] = Scalar(
                (Double(bias[channel]) - Double(runningMean[channel])) * factor + Double(shift[channel]))
        }
    }

    /// The bias and the filters as they are.
    package static func preparedConvolutionCount(_ shape: ConvolutionShape) -> Int {
        shape.outChannels + shape.filterCount
    }

    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func prepareConvolution(
        _ shape: ConvolutionShape, filters: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>,
        prepared: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        prepared.update(from: bias, count: shape.outChannels)
        (prepared + shape.outChannels).update(from: filters, count: shape.filterCount)
    }

    /// `convolve`, max(x, 0), then the greatest of each window.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func convolveRectifyAndPool(
        _ shape: ConvolutionShape, window: Int, input: UnsafePointer<Scalar>, prepared: UnsafePointer<Scalar>,
        output: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        var image = shape
        image.batch = 1
        let pooling = PoolingShape(
            batch: 1, height: shape.outHeight, width: shape.outWidth, channels: shape.outChannels, window: window)
        let count = shape.outHeight * shape.outWidth * shape.outChannels
        let pooledCount = pooling.outHeight * pooling.outWidth * shape.outChannels
        withUnsafeTemporaryAllocation(of: Scalar.self, capacity: count + 1) { buffer in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: pooledCount + 1) { winners in
                guard let values = buffer.baseAddress, let winners = winners.baseAddress else { return }
                for index in 0..<shape.batch {
                    convolve(
                        image, input: input + index * shape.height * shape.width * shape.inChannels,
                        filters: prepared + shape.outChannels, bias: prepared, output: values, moments: nil,
                        scratch: values, pool: pool)
                    for place in 0..<count { values[place] = max(0, values[place]) }
                    maxPool(
                        pooling, input: values, output: output + index * pooledCount, winners: winners, pool: pool)
                }
            }
        }
    }
}
