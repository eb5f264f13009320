package import TensorKernelsInterface

extension PlainKernels {
    /// `convolve`, then `normalizeAndPool`.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func convolveNormalizeAndPool(
        _ shape: GreyBlockShape, input: UnsafePointer<Scalar>, filters: UnsafePointer<Scalar>,
        bias: UnsafePointer<Scalar>, scale: UnsafePointer<Scalar>, shift: UnsafePointer<Scalar>,
        epsilon: Scalar, momentum: Scalar,
        output: UnsafeMutablePointer<Scalar>, winners: UnsafeMutablePointer<UInt8>,
        moments: UnsafeMutablePointer<Scalar>, batchInverseDeviation: UnsafeMutablePointer<Scalar>,
        runningMean: UnsafeMutablePointer<Scalar>, runningVariance: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        let channels = shape.convolution.outChannels
        let convolved = convolved(shape, input: input, filters: filters, bias: bias, pool: pool)
        var peaks = [Scalar](repeating: 0, count: shape.outputCount)
        normalizeAndPool(
            shape.pooling, input: convolved.output, moments: convolved.moments, scale: scale, shift: shift,
            epsilon: epsilon, momentum: momentum, output: output, peaks: &peaks,
            batchInverseDeviation: batchInverseDeviation, runningMean: runningMean,
            runningVariance: runningVariance, pool: pool)
        shape.pooling.forEachWindow { image, y, x in
            for channel in 0..<channels {
                let index = shape.pooling.outputIndex(image, y, x, channel)
                let winner = shape.pooling.places(image, y, x, channel)
                    .firstIndex { convolved.output[$0] == peaks[index] }
                winners[index] = output[index] > 0 ? UInt8(winner ?? 0) : GreyBlockShape.noWinner
            }
        }
        measure(shape, input: input, convolved.output, means: convolved.moments, to: moments)
    }

    /// moments[t] = x̄_t, the mean of the pixels under tap t; behind these Σ (x_t − x̄_t) · (output[:, o] − mean).
    private static func measure(
        _ shape: GreyBlockShape, input: UnsafePointer<Scalar>, _ output: [Scalar], means: [Scalar],
        to moments: UnsafeMutablePointer<Scalar>
    ) {
        let channels = shape.convolution.outChannels
        for tap in 0..<GreyBlockShape.taps {
            var mean = 0.0
            shape.forEachPixel(under: tap) { _, pixel in
                if let pixel { mean += Double(input[pixel]) / Double(shape.rows) }
            }
            moments[tap] = Scalar(mean)
            for channel in 0..<channels {
                var sum = 0.0
                shape.forEachPixel(under: tap) { row, pixel in
                    let deviation = (pixel.map { Double(input[$0]) } ?? 0) - mean
                    sum += deviation * (Double(output[row * channels + channel]) - Double(means[channel]))
                }
                moments[GreyBlockShape.taps + tap * channels + channel] = Scalar(sum)
            }
        }
    }

    /// The gradients of pooling and ReLU, of `normalizeBatch`, and of `convolve`, one after the other.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func convolveNormalizeAndPoolGradient(
        _ shape: GreyBlockShape, input: UnsafePointer<Scalar>, filters: UnsafePointer<Scalar>,
        scale: UnsafePointer<Scalar>, winners: UnsafePointer<UInt8>, moments: UnsafePointer<Scalar>,
        batchInverseDeviation: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
        filterGradient: UnsafeMutablePointer<Scalar>, biasGradient: UnsafeMutablePointer<Scalar>,
        scaleGradient: UnsafeMutablePointer<Scalar>, shiftGradient: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        let channels = shape.convolution.outChannels
        // The bias moves outputs and their mean alike.
        let bias = [Scalar](repeating: 0, count: channels)
        let convolved = convolved(shape, input: input, filters: filters, bias: bias, pool: pool)
        var gradient = [Scalar](repeating: 0, count: shape.rows * channels)
        shape.pooling.forEachWindow { image, y, x in
            for channel in 0..<channels {
                let index = shape.pooling.outputIndex(image, y, x, channel)
                guard winners[index] != GreyBlockShape.noWinner else { continue }
                gradient[shape.pooling.places(image, y, x, channel)[Int(winners[index])]] = outputGradient[index]
            }
        }
        gradient.withUnsafeMutableBufferPointer { gradient in
            guard let gradient = gradient.baseAddress else { return }
            normalizeBatchGradient(
                rows: shape.rows, channels: channels, input: convolved.output,
                outputGradient: UnsafePointer(gradient), scale: scale, batchMean: convolved.moments,
                batchInverseDeviation: batchInverseDeviation, inputGradient: gradient,
                scaleGradient: scaleGradient, shiftGradient: shiftGradient, pool: pool)
            var scratch = [Scalar]()
            convolveGradients(
                shape.convolution, input: input, filters: filters, outputGradient: UnsafePointer(gradient),
                filterGradient: filterGradient, biasGradient: biasGradient, inputGradient: nil, scratch: &scratch,
                pool: pool)
        }
    }

    private static func convolved(
        _ shape: GreyBlockShape, input: UnsafePointer<Scalar>, filters: UnsafePointer<Scalar>,
        bias: UnsafePointer<Scalar>, pool: ThreadPool
    ) -> (output: [Scalar], moments: [Scalar]) {
        let channels = shape.convolution.outChannels
        var output = [Scalar](repeating: 0, count: shape.rows * channels)
        var moments = [Scalar](repeating: 0, count: 2 * channels)
        var scratch = [Scalar]()
        convolve(
            shape.convolution, input: input, filters: filters, bias: bias, output: &output, moments: &moments,
            scratch: &scratch, pool: pool)
        return (output, moments)
    }
}

extension GreyBlockShape {
    /// Calls `body` with each output of the convolution and the index of the pixel that it reads at `tap`, nil in the
    /// padding.
    fileprivate func forEachPixel(under tap: Int, _ body: (_ row: Int, _ pixel: Int?) -> Void) {
        var row = 0
        for image in 0..<convolution.batch {
            for y in 0..<convolution.outHeight {
                for x in 0..<convolution.outWidth {
                    body(row, convolution.inputPixel(image, y, x, tap / 3, tap % 3))
                    row += 1
                }
            }
        }
    }
}
