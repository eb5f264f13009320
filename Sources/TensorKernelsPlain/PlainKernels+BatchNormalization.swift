package import TensorKernelsInterface

extension PlainKernels {
    /// output = scale · (input − μ) / √(σ² + ε) + shift, with μ and σ² of this batch (Ioffe & Szegedy 2015, algorithm 1).
    ///
    /// One row leaves the unbiased variance undefined; `runningVariance` then takes the biased one, which is zero.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func normalizeBatch(
        rows: Int, channels: Int, input: UnsafePointer<Scalar>,
        scale: UnsafePointer<Scalar>, shift: UnsafePointer<Scalar>, epsilon: Scalar, momentum: Scalar,
        output: UnsafeMutablePointer<Scalar>,
        batchMean: UnsafeMutablePointer<Scalar>, batchInverseDeviation: UnsafeMutablePointer<Scalar>,
        runningMean: UnsafeMutablePointer<Scalar>, runningVariance: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for channel in 0..<channels {
            var sum = 0.0
            for row in 0..<rows { sum += Double(input[row * channels + channel]) }
            let mean = sum / Double(rows)

            var squares = 0.0
            for row in 0..<rows {
                let deviation = Double(input[row * channels + channel]) - mean
                squares += deviation * deviation
            }
            let inverseDeviation = 1 / (squares / Double(rows) + Double(epsilon)).squareRoot()

            for row in 0..<rows {
                let normal = (Double(input[row * channels + channel]) - mean) * inverseDeviation
                output[row * channels + channel] = Scalar(normal * Double(scale[channel]) + Double(shift[channel]))
            }
            batchMean[channel] = Scalar(mean)
            batchInverseDeviation[channel] = Scalar(inverseDeviation)
            let unbiased = Scalar(squares / Double(max(1, rows - 1)))
            runningMean[channel] += momentum * (Scalar(mean) - runningMean[channel])
            runningVariance[channel] += momentum * (unbiased - runningVariance[channel])
        }
    }

    /// output = scale · (input − runningMean) / √(runningVariance + ε) + shift.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func normalizeWithRunningStatistics(
        rows: Int, channels: Int, input: UnsafePointer<Scalar>,
        scale: UnsafePointer<Scalar>, shift: UnsafePointer<Scalar>, epsilon: Scalar,
        runningMean: UnsafePointer<Scalar>, runningVariance: UnsafePointer<Scalar>,
        output: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for channel in 0..<channels {
            let inverseDeviation = 1 / (Double(runningVariance[channel]) + Double(epsilon)).squareRoot()
            for row in 0..<rows {
                let deviation = Double(input[row * channels + channel]) - Double(runningMean[channel])
                output[row * channels + channel] = Scalar(
                    deviation * inverseDeviation * Double(scale[channel]) + Double(shift[channel]))
            }
        }
    }

    /// The chain rule through μ and σ² as well: ∂x = scale/σ · (∂y − mean(∂y) − x̂ · mean(∂y · x̂)), x̂ = (x − μ)/σ.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func normalizeBatchGradient(
        rows: Int, channels: Int, input: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
        scale: UnsafePointer<Scalar>,
        batchMean: UnsafePointer<Scalar>, batchInverseDeviation: UnsafePointer<Scalar>,
        inputGradient: UnsafeMutablePointer<Scalar>,
        scaleGradient: UnsafeMutablePointer<Scalar>, shiftGradient: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for channel in 0..<channels {
            let mean = Double(batchMean[channel])
            let inverseDeviation = Double(batchInverseDeviation[channel])
            var gradientSum = 0.0
            var productSum = 0.0
            for row in 0..<rows {
                let gradient = Double(outputGradient[row * channels + channel])
                let normal = (Double(input[row * channels + channel]) - mean) * inverseDeviation
                gradientSum += gradient
                productSum += gradient * normal
            }
            for row in 0..<rows {
                let gradient = Double(outputGradient[row * channels + channel])
                let normal = (Double(input[row * channels + channel]) - mean) * inverseDeviation
                let centred = gradient - gradientSum / Double(rows) - normal * productSum / Double(rows)
                inputGradient[row * channels + channel] = Scalar(Double(scale[channel]) * inverseDeviation * centred)
            }
            scaleGradient[channel] = Scalar(productSum)
            shiftGradient[channel] = Scalar(gradientSum)
        }
    }
}
