internal import TensorKernelsInterface

/// Sums over all outputs of a 3 × 3 convolution of grey images: of the pixels under each tap, and of the products of
/// those under each two taps.
///
/// An output is linear in the pixels that it reads, so that its mean and variance follow from these sums, whatever
/// the filters, and nobody needs to look at the outputs. Sums are taken in double precision, in which the product of two
/// floats is exact: outputs of a filter that finds edges vary far less than the pixels do.
struct TapMoments {
    private let outHeight: Int
    private let outWidth: Int
    /// Outputs of each channel in the batch.
    private let rows: Double
    private let layout: FramedImage
    /// Vectors that a row of a stream takes.
    private let rowVectors: Int
    /// Doubles of a stream.
    private let streamCount: Int

    init(_ shape: ConvolutionShape) {
        outHeight = shape.outHeight
        outWidth = shape.outWidth
        rows = Double(shape.batch * outHeight * outWidth)
        layout = FramedImage(shape)
        rowVectors = (outWidth + DoubleVector.lanes - 1) / DoubleVector.lanes
        streamCount = (outHeight + 2) * rowVectors * DoubleVector.lanes
    }

    /// Doubles from one row of a stream to the next.
    private var rowStride: Int { rowVectors * DoubleVector.lanes }

    /// Doubles that the sums of one group of images take: pixels under each tap, then nine products for each two
    /// rows of taps, of which the second is 0, 1, then 2 rows below the first. Each sum is a vector of partial sums.
    static var count: Int { (GreyBlockShape.taps + 6 * 9) * DoubleVector.lanes }

    /// Floats of scratch memory that measuring an image takes: three streams of doubles, and the image in its frame.
    var scratchCount: Int { 2 * 3 * streamCount + layout.count }

    /// Adds the sums of one image to those of its group.
    ///
    /// The pixels under the three taps of a row are three streams through the image, each a column behind the one
    /// before. Laid out one row after the other, with zeros behind each row, they need no care for borders.
    func add(
        _ image: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Float>
    ) {
        let streams = UnsafeMutableRawPointer(scratch).bindMemory(to: Double.self, capacity: 3 * streamCount)
        let framed = scratch + 2 * 3 * streamCount
        layout.copy(image, to: framed)
        for column in 0..<3 { copy(framed + column, to: streams + column * streamCount) }

        var target = sums
        func keep(_ vector: DoubleVector) {
            (DoubleVector(target) + vector).store(to: target)
            target += DoubleVector.lanes
        }
        for row in 0..<3 {
            let pixels = pixelSums(streams, rows: row..<row + outHeight)
            for column in 0..<3 { keep(pixels[column]) }
        }
        for distance in 0..<3 {
            var products = productSums(streams, rows: 0..<outHeight, distance: distance)
            for pair in 0..<9 { keep(products[pair]) }
            // A row of taps further down sees the same rows of pixels, but for the first, and one more.
            for row in 0..<2 - distance {
                let left = productSums(streams, rows: row..<row + 1, distance: distance)
                let entered = productSums(streams, rows: row + outHeight..<row + outHeight + 1, distance: distance)
                for pair in 0..<9 {
                    products[pair] = products[pair] - left[pair] + entered[pair]
                    keep(products[pair])
                }
            }
        }
    }

    /// Writes the pixels under one tap of each output row's, and of two rows below them, as doubles.
    private func copy(_ framed: UnsafePointer<Float>, to stream: UnsafeMutablePointer<Double>) {
        for row in 0..<outHeight + 2 {
            let source = framed + row * layout.rowStride
            let target = stream + row * rowStride
            for column in 0..<outWidth { target[column] = Double(source[column]) }
            for column in outWidth..<rowStride { target[column] = 0 }
        }
    }

    /// The sums over some rows of each stream.
    @inline(__always)
    private func pixelSums(_ streams: UnsafePointer<Double>, rows: Range<Int>) -> InlineArray<3, DoubleVector> {
        var sums = InlineArray<3, DoubleVector>(repeating: DoubleVector())
        for vector in rows.lowerBound * rowVectors..<rows.upperBound * rowVectors {
            let index = vector * DoubleVector.lanes
            for column in 0..<3 { sums[column] = sums[column] + DoubleVector(streams + column * streamCount + index) }
        }
        return sums
    }

    /// The sums over some rows of the products of each stream with each stream `distance` rows below.
    @inline(__always)
    private func productSums(
        _ streams: UnsafePointer<Double>, rows: Range<Int>, distance: Int
    ) -> InlineArray<9, DoubleVector> {
        var sums = InlineArray<9, DoubleVector>(repeating: DoubleVector())
        let lower = streams + distance * rowStride
        for vector in rows.lowerBound * rowVectors..<rows.upperBound * rowVectors {
            let index = vector * DoubleVector.lanes
            for upperColumn in 0..<3 {
                let factor = DoubleVector(streams + upperColumn * streamCount + index)
                for lowerColumn in 0..<3 {
                    sums[3 * upperColumn + lowerColumn] = sums[3 * upperColumn + lowerColumn].adding(
                        factor, times: DoubleVector(lower + lowerColumn * streamCount + index))
                }
            }
        }
        return sums
    }

    /// Means of the pixels under the taps, and sums of the products of their deviations.
    struct Combined {
        var means = InlineArray<9, Double>(repeating: 0)
        /// For each two taps, `[tap][other]`.
        var products = InlineArray<81, Double>(repeating: 0)
    }

    /// Adds up the sums of all groups in their order.
    func combine(_ sums: UnsafePointer<Double>, groups: Int) -> Combined {
        var combined = Combined()
        func total(_ index: Int) -> Double {
            var sum = DoubleVector()
            for group in 0..<groups {
                sum = sum + DoubleVector(sums + group * Self.count + index * DoubleVector.lanes)
            }
            return sum.total
        }
        for tap in 0..<9 { combined.means[tap] = total(tap) / rows }
        var index = 9
        for distance in 0..<3 {
            for upper in 0..<3 - distance {
                for upperTap in 3 * upper..<3 * upper + 3 {
                    for lowerTap in 3 * (upper + distance)..<3 * (upper + distance) + 3 {
                        let product = total(index) - combined.means[upperTap] * combined.means[lowerTap] * rows
                        combined.products[9 * upperTap + lowerTap] = product
                        combined.products[9 * lowerTap + upperTap] = product
                        index += 1
                    }
                }
            }
        }
        return combined
    }
}
