package import TensorKernelsInterface

extension PlainKernels {
    /// output[n, y, x, c] = max of the window × window inputs from (y · window, x · window) on.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func maxPool(
        _ shape: PoolingShape, input: UnsafePointer<Scalar>,
        output: UnsafeMutablePointer<Scalar>, winners: UnsafeMutablePointer<UInt8>, pool: ThreadPool
    ) {
        for image in 0..<shape.batch {
            for y in 0..<shape.outHeight {
                for x in 0..<shape.outWidth {
                    for channel in 0..<shape.channels {
                        var greatest = input[shape.inputIndex(image, y, x, position: 0, channel)]
                        var winner = 0
                        for position in 1..<max(1, shape.window * shape.window) {
                            let value = input[shape.inputIndex(image, y, x, position: position, channel)]
                            if value > greatest {
                                greatest = value
                                winner = position
                            }
                        }
                        let index = shape.outputIndex(image, y, x, channel)
                        output[index] = greatest
                        winners[index] = UInt8(winner)
                    }
                }
            }
        }
    }

    /// inputGradient = outputGradient at each window's winner, 0 everywhere else.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func maxPoolGradient(
        _ shape: PoolingShape, outputGradient: UnsafePointer<Scalar>, winners: UnsafePointer<UInt8>,
        inputGradient: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        inputGradient.update(repeating: 0, count: shape.batch * shape.height * shape.width * shape.channels)
        for image in 0..<shape.batch {
            for y in 0..<shape.outHeight {
                for x in 0..<shape.outWidth {
                    for channel in 0..<shape.channels {
                        let index = shape.outputIndex(image, y, x, channel)
                        let winner = shape.inputIndex(image, y, x, position: Int(winners[index]), channel)
                        inputGradient[winner] = outputGradient[index]
                    }
                }
            }
        }
    }
}

extension PoolingShape {
    /// Index of the input at `position` (row-major) of the window of output (y, x).
    func inputIndex(_ image: Int, _ y: Int, _ x: Int, position: Int, _ channel: Int) -> Int {
        let row = y * window + position / window
        let column = x * window + position % window
        return ((image * height + row) * width + column) * channels + channel
    }

    func outputIndex(_ image: Int, _ y: Int, _ x: Int, _ channel: Int) -> Int {
        ((image * outHeight + y) * outWidth + x) * channels + channel
    }
}
