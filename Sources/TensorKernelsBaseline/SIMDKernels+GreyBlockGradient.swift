package import TensorKernelsInterface

extension SIMDKernels {
    /// Looks at winners alone. What normalisation takes from all outputs follows from the moments of the forward pass:
    /// with the pixels x under the taps and the gradients g of the winners, where G = Σ g and T = Σ x · g,
    ///
    ///     ∂shift = G,  ∂scale = 1/σ · Σ w · (T − x̄ · G),
    ///     ∂w = scale/σ · (T − x̄ · G − ∂scale/(n · σ) · Σ (x − x̄) · (y − ȳ)),
    ///
    /// and ∂bias = 0, since normalisation takes the bias away again.
    package static func convolveNormalizeAndPoolGradient(
        _ shape: GreyBlockShape, input: UnsafePointer<Float>, filters: UnsafePointer<Float>,
        scale: UnsafePointer<Float>, winners: UnsafePointer<UInt8>, moments: UnsafePointer<Float>,
        batchInverseDeviation: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
        filterGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
        scaleGradient: UnsafeMutablePointer<Float>, shiftGradient: UnsafeMutablePointer<Float>, pool: ThreadPool
    ) {
        let channels = shape.convolution.outChannels
        let pooling = shape.pooling
        let outputCount = pooling.outHeight * pooling.outWidth * channels
        sumOverGreyImages(
            shape.convolution, input: input, filters: filterGradient, channels: shiftGradient, pool: pool
        ) { image, framed, rowStride, products, sums in
            addWinners(
                pooling, image: framed, rowStride: rowStride, winners: winners + image * outputCount,
                outputGradient: outputGradient + image * outputCount, products: products, sums: sums)
        }
        biasGradient.update(repeating: 0, count: channels)
        forEachVector(in: 0..<channels) { channel, lanes in
            func vector(_ pointer: UnsafePointer<Float>) -> Vector { Vector(pointer + channel, lanes: lanes) }
            let inverseDeviation = vector(batchInverseDeviation)
            let sum = vector(shiftGradient)
            var product = Vector()
            for tap in 0..<GreyBlockShape.taps {
                let centred = vector(filterGradient + tap * channels) - Vector(repeating: moments[tap]) * sum
                centred.store(to: filterGradient + tap * channels + channel, lanes: lanes)
                product = product.adding(vector(filters + tap * channels), times: centred)
            }
            let gradient = product * inverseDeviation
            gradient.store(to: scaleGradient + channel, lanes: lanes)

            let meanProduct = gradient * inverseDeviation / Vector(repeating: Float(shape.rows))
            let factor = vector(scale) * inverseDeviation
            for tap in 0..<GreyBlockShape.taps {
                let centred = vector(filterGradient + tap * channels)
                let deviations = vector(moments + GreyBlockShape.taps + tap * channels)
                ((centred - meanProduct * deviations) * factor)
                    .store(to: filterGradient + tap * channels + channel, lanes: lanes)
            }
        }
    }

    /// Adds the gradients of one image's winners and their products with the pixels under each tap: ten sums in registers, a
    /// vector of channels after the other.
    private static func addWinners(
        _ shape: PoolingShape, image: UnsafePointer<Float>, rowStride: Int, winners: UnsafePointer<UInt8>,
        outputGradient: UnsafePointer<Float>, products: UnsafeMutablePointer<Float>,
        sums: UnsafeMutablePointer<Float>
    ) {
        forEachVector(in: 0..<shape.channels) { channel, lanes in
            var taps = InlineArray<9, Vector>(repeating: Vector())
            var sum = Vector()
            var source = channel
            for row in 0..<shape.outHeight {
                var corner = image + 2 * row * rowStride
                for _ in 0..<shape.outWidth {
                    let gradient = Vector(outputGradient + source, lanes: lanes)
                    let winner = IndexVector(bytes: winners + source, lanes: lanes)
                    @inline(__always)
                    func add(_ place: Int) {
                        let isWinner = winner .== IndexVector(repeating: UInt32(place))
                        let won = Vector().replacing(with: gradient, where: isWinner)
                        sum = sum + won
                        for tap in 0..<9 {
                            let pixel = corner[(place / 2 + tap / 3) * rowStride + place % 2 + tap % 3]
                            taps[tap] = taps[tap].adding(Vector(repeating: pixel), times: won)
                        }
                    }
                    add(0)
                    add(1)
                    add(2)
                    add(3)
                    corner += 2
                    source += shape.channels
                }
            }
            func add(_ sum: Vector, to target: UnsafeMutablePointer<Float>) {
                (Vector(target + channel, lanes: lanes) + sum).store(to: target + channel, lanes: lanes)
            }
            for tap in 0..<9 { add(taps[tap], to: products + tap * shape.channels) }
            add(sum, to: sums)
        }
    }
}
