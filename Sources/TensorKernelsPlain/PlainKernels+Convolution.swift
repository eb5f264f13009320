package import TensorKernelsInterface

extension PlainKernels {
    /// Floats of scratch memory that the loops need: none.
    package static func convolutionScratchCount(_ shape: ConvolutionShape) -> Int { 0 }

    /// output[n, y, x, o] = bias[o] + Σ input[n, y + i − paddingRows, x + j − paddingColumns, c] · filters[i, j, c, o].
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func convolve(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Scalar>, filters: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>,
        output: UnsafeMutablePointer<Scalar>, moments: UnsafeMutablePointer<Scalar>?,
        scratch: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        for image in 0..<shape.batch {
            for y in 0..<shape.outHeight {
                for x in 0..<shape.outWidth {
                    for outChannel in 0..<shape.outChannels {
                        var sum = Double(bias[outChannel])
                        for i in 0..<shape.kernelHeight {
                            for j in 0..<shape.kernelWidth {
                                guard let pixel = shape.inputPixel(image, y, x, i, j) else { continue }
                                let tap = (i * shape.kernelWidth + j) * shape.inChannels
                                for inChannel in 0..<shape.inChannels {
                                    sum +=
                                        Double(input[pixel * shape.inChannels + inChannel])
                                        * Double(filters[(tap + inChannel) * shape.outChannels + outChannel])
                                }
                            }
                        }
                        output[shape.outputPixel(image, y, x) * shape.outChannels + outChannel] = Scalar(sum)
                    }
                }
            }
        }
        if let moments { measure(shape, output, moments: moments) }
    }

    /// moments[o] = μ = mean of output[:, o]; moments[outChannels + o] = Σ (output[:, o] − μ)².
    private static func measure(
        _ shape: ConvolutionShape, _ output: UnsafePointer<Scalar>, moments: UnsafeMutablePointer<Scalar>
    ) {
        let rows = shape.batch * shape.outHeight * shape.outWidth
        for channel in 0..<shape.outChannels {
            var sum = 0.0
            for row in 0..<rows { sum += Double(output[row * shape.outChannels + channel]) }
            let mean = sum / Double(rows)
            var squares = 0.0
            for row in 0..<rows {
                let deviation = Double(output[row * shape.outChannels + channel]) - mean
                squares += deviation * deviation
            }
            moments[channel] = Scalar(mean)
            moments[shape.outChannels + channel] = Scalar(squares)
        }
    }

    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package static func convolveGradients(
        _ shape: ConvolutionShape,
        input: UnsafePointer<Scalar>, filters: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
        filterGradient: UnsafeMutablePointer<Scalar>, biasGradient: UnsafeMutablePointer<Scalar>,
        inputGradient: UnsafeMutablePointer<Scalar>?, scratch: UnsafeMutablePointer<Scalar>, pool: ThreadPool
    ) {
        writeFilterGradient(
            shape, input: input, outputGradient: outputGradient, filterGradient: filterGradient,
            biasGradient: biasGradient)
        if let inputGradient {
            writeInputGradient(
                shape, outputGradient: outputGradient, filters: filters, inputGradient: inputGradient)
        }
    }

    /// inputGradient[p, c] = Σ outputGradient[q, o] · filters[i, j, c, o] over all (q, i, j) that read input pixel p.
    private static func writeInputGradient(
        _ shape: ConvolutionShape, outputGradient: UnsafePointer<Scalar>, filters: UnsafePointer<Scalar>,
        inputGradient: UnsafeMutablePointer<Scalar>
    ) {
        for image in 0..<shape.batch {
            for row in 0..<shape.height {
                for column in 0..<shape.width {
                    for inChannel in 0..<shape.inChannels {
                        var sum = 0.0
                        for i in 0..<shape.kernelHeight {
                            for j in 0..<shape.kernelWidth {
                                let y = row + shape.paddingRows - i
                                let x = column + shape.paddingColumns - j
                                guard (0..<shape.outHeight).contains(y), (0..<shape.outWidth).contains(x) else {
                                    continue
                                }
                                let reader = shape.outputPixel(image, y, x) * shape.outChannels
                                let filter =
                                    ((i * shape.kernelWidth + j) * shape.inChannels + inChannel) * shape.outChannels
                                for outChannel in 0..<shape.outChannels {
                                    sum +=
                                        Double(outputGradient[reader + outChannel])
                                        * Double(filters[filter + outChannel])
                                }
                            }
                        }
                        let pixel = (image * shape.height + row) * shape.width + column
                        inputGradient[pixel * shape.inChannels + inChannel] = Scalar(sum)
                    }
                }
            }
        }
    }

    /// filterGradient[i, j, c, o] = Σ input[pixel read by q at (i, j), c] · outputGradient[q, o] over all outputs q.
    private static func writeFilterGradient(
        _ shape: ConvolutionShape, input: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
        filterGradient: UnsafeMutablePointer<Scalar>, biasGradient: UnsafeMutablePointer<Scalar>
    ) {
        for i in 0..<shape.kernelHeight {
            for j in 0..<shape.kernelWidth {
                for inChannel in 0..<shape.inChannels {
                    for outChannel in 0..<shape.outChannels {
                        var sum = 0.0
                        for image in 0..<shape.batch {
                            for y in 0..<shape.outHeight {
                                for x in 0..<shape.outWidth {
                                    guard let pixel = shape.inputPixel(image, y, x, i, j) else { continue }
                                    let reader = shape.outputPixel(image, y, x)
                                    sum +=
                                        Double(input[pixel * shape.inChannels + inChannel])
                                        * Double(outputGradient[reader * shape.outChannels + outChannel])
                                }
                            }
                        }
                        let tap = (i * shape.kernelWidth + j) * shape.inChannels + inChannel
                        filterGradient[tap * shape.outChannels + outChannel] = Scalar(sum)
                    }
                }
            }
        }
        for outChannel in 0..<shape.outChannels {
            var sum = 0.0
            for reader in 0..<shape.batch * shape.outHeight * shape.outWidth {
                sum += Double(outputGradient[reader * shape.outChannels + outChannel])
            }
            biasGradient[outChannel] = Scalar(sum)
        }
    }
}

extension ConvolutionShape {
    /// Index of the input pixel that output (y, x) reads at tap (i, j), or nil where it lies in the padding.
    func inputPixel(_ image: Int, _ y: Int, _ x: Int, _ i: Int, _ j: Int) -> Int? {
        let row = y + i - paddingRows
        let column = x + j - paddingColumns
        guard row >= 0, row < height, column >= 0, column < width else { return nil }
        return (image * height + row) * width + column
    }

    fileprivate func outputPixel(_ image: Int, _ y: Int, _ x: Int) -> Int {
        (image * outHeight + y) * outWidth + x
    }
}
