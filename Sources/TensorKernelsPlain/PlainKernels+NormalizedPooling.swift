package import TensorKernelsInterface

extension PlainKernels {
    /// `normalizeBatch` with given moments, then max(x, 0), then the greatest of each window.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func normalizeAndPool(
        _ shape: PoolingShape, input: UnsafePointer<Scalar>, moments: UnsafePointer<Scalar>,
        scale: UnsafePointer<Scalar>, shift: UnsafePointer<Scalar>, epsilon: Scalar, momentum: Scalar,
        output: UnsafeMutablePointer<Scalar>, peaks: UnsafeMutablePointer<Scalar>,
        batchInverseDeviation: UnsafeMutablePointer<Scalar>,
        runningMean: UnsafeMutablePointer<Scalar>, runningVariance: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        let rows = shape.batch * shape.height * shape.width
        for channel in 0..<shape.channels {
            let mean = moments[channel]
            let squares = Double(moments[shape.channels + channel])
            let inverseDeviation = 1 / (squares / Double(rows) + Double(epsilon)).squareRoot()
            batchInverseDeviation[channel] = Scalar(inverseDeviation)
            runningMean[channel] += momentum * (mean - runningMean[channel])
            let unbiased = Scalar(squares / Double(max(1, rows - 1)))
            runningVariance[channel] += momentum * (unbiased - runningVariance[channel])

            let factor = inverseDeviation * Double(scale[channel])
            shape.forEachWindow { image, y, x in
                let places = shape.places(image, y, x, channel)
                let peak = places.map { input[$0] }.reduce(input[places[0]]) { peak, value in
                    (factor < 0 ? value < peak : value > peak) ? value : peak
                }
                let index = shape.outputIndex(image, y, x, channel)
                peaks[index] = peak
                output[index] = max(0, Scalar((Double(peak) - Double(mean)) * factor + Double(shift[channel])))
            }
        }
    }

    /// The gradients of maximum, ReLU and `normalizeBatch`, one after the other.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func normalizeAndPoolGradient(
        _ shape: PoolingShape, input: UnsafePointer<Scalar>, peaks: UnsafePointer<Scalar>,
        outputGradient: UnsafePointer<Scalar>, scale: UnsafePointer<Scalar>, shift: UnsafePointer<Scalar>,
        batchMean: UnsafePointer<Scalar>, batchInverseDeviation: UnsafePointer<Scalar>,
        inputGradient: UnsafeMutablePointer<Scalar>,
        scaleGradient: UnsafeMutablePointer<Scalar>, shiftGradient: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        let rows = shape.batch * shape.height * shape.width
        inputGradient.update(repeating: 0, count: rows * shape.channels)
        for channel in 0..<shape.channels {
            let mean = Double(batchMean[channel])
            let factor = Double(batchInverseDeviation[channel]) * Double(scale[channel])
            shape.forEachWindow { image, y, x in
                let index = shape.outputIndex(image, y, x, channel)
                let normal = (Double(peaks[index]) - mean) * factor + Double(shift[channel])
                guard normal > 0,
                    let winner = shape.places(image, y, x, channel).first(where: { input[$0] == peaks[index] })
                else { return }
                inputGradient[winner] = outputGradient[index]
            }
        }
        normalizeBatchGradient(
            rows: rows, channels: shape.channels, input: input, outputGradient: UnsafePointer(inputGradient),
            scale: scale, batchMean: batchMean, batchInverseDeviation: batchInverseDeviation,
            inputGradient: inputGradient, scaleGradient: scaleGradient, shiftGradient: shiftGradient, pool: pool)
    }
}

extension PoolingShape {
    func forEachWindow(_ body: (_ image: Int, _ y: Int, _ x: Int) -> Void) {
        for image in 0..<batch {
            for y in 0..<outHeight {
                for x in 0..<outWidth { body(image, y, x) }
            }
        }
    }

    /// Indices of the inputs of a window, row-major.
    func places(_ image: Int, _ y: Int, _ x: Int, _ channel: Int) -> [Int] {
        (0..<window * window).map { inputIndex(image, y, x, position: $0, channel) }
    }
}
