/// Each channel's mean and squared deviations over parts of a matrix's rows, from which those of all rows follow.
///
/// A part is measured while its rows are still in the cache. Parts are combined in their order, so that it does not
/// matter who measured which.
struct ChannelMoments {
    let parts: Int
    let channels: Int
    /// Means, then squared deviations, then numbers of rows; the first two `[part][channel]`.
    private let memory: UnsafeMutablePointer<Float>

    /// Floats of memory for `parts` parts.
    static func count(parts: Int, channels: Int) -> Int { parts * (2 * channels + 1) }

    init(parts: Int, channels: Int, memory: UnsafeMutablePointer<Float>) {
        self.parts = parts
        self.channels = channels
        self.memory = memory
    }

    private var squares: UnsafeMutablePointer<Float> { memory + parts * channels }
    private var rowCounts: UnsafeMutablePointer<Float> { memory + 2 * parts * channels }

    /// Measures `rows` rows as part `index`, in one pass.
    ///
    /// Deviations are summed from the first row instead of from the mean, which is not known yet. Since that row is one
    /// of those summed, (first − mean)² is at most `rows` times the variance: few of the digits cancel.
    func measure(_ rows: Int, of first: UnsafePointer<Float>, asPart index: Int) {
        rowCounts[index] = Float(rows)
        let count = Vector(repeating: Float(rows))
        let target = index * channels
        var channel = 0
        // Two vectors are a cache line; with four sums, additions need not wait for each other.
        while channel + 2 * Vector.lanes <= channels {
            let sums = sumDeviations(rows, of: first + channel)
            sums.left.store(
                count, means: memory + target + channel, squares: squares + target + channel, lanes: Vector.lanes)
            let right = channel + Vector.lanes
            sums.right.store(
                count, means: memory + target + right, squares: squares + target + right, lanes: Vector.lanes)
            channel += 2 * Vector.lanes
        }
        forEachVector(in: channel..<channels) { channel, lanes in
            var sums = DeviationSums(from: Vector(first + channel, lanes: lanes))
            for row in 0..<rows { sums.add(Vector(first + row * channels + channel, lanes: lanes)) }
            sums.store(count, means: memory + target + channel, squares: squares + target + channel, lanes: lanes)
        }
    }

    @inline(__always)
    private func sumDeviations(
        _ rows: Int, of first: UnsafePointer<Float>
    ) -> (left: DeviationSums, right: DeviationSums) {
        let lanes = Vector.lanes
        var left = DeviationSums(from: Vector(first, lanes: lanes))
        var right = DeviationSums(from: Vector(first + lanes, lanes: lanes))
        var otherLeft = left
        var otherRight = right
        var row = first
        for _ in 0..<rows / 2 {
            left.add(Vector(row, lanes: lanes))
            right.add(Vector(row + lanes, lanes: lanes))
            otherLeft.add(Vector(row + channels, lanes: lanes))
            otherRight.add(Vector(row + channels + lanes, lanes: lanes))
            row += 2 * channels
        }
        if rows % 2 == 1 {
            left.add(Vector(row, lanes: lanes))
            right.add(Vector(row + lanes, lanes: lanes))
        }
        return (left.merged(otherLeft), right.merged(otherRight))
    }

    /// Writes the mean of all rows, then their squared deviations from it (Chan, Golub & LeVeque 1979).
    func combine(to moments: UnsafeMutablePointer<Float>) {
        var rows: Float = 0
        for part in 0..<parts { rows += rowCounts[part] }
        forEachVector(in: 0..<channels) { channel, lanes in
            var sum = Vector()
            for part in 0..<parts {
                let mean = Vector(memory + part * channels + channel, lanes: lanes)
                sum = sum.adding(mean, times: Vector(repeating: rowCounts[part]))
            }
            let mean = sum / Vector(repeating: rows)
            var total = Vector()
            for part in 0..<parts {
                let deviation = Vector(memory + part * channels + channel, lanes: lanes) - mean
                let squares = Vector(squares + part * channels + channel, lanes: lanes)
                total = total + squares.adding(deviation * deviation, times: Vector(repeating: rowCounts[part]))
            }
            mean.store(to: moments + channel, lanes: lanes)
            total.store(to: moments + channels + channel, lanes: lanes)
        }
    }
}

/// Sums of deviations from a value near the mean, and of their squares.
private struct DeviationSums {
    let origin: Vector
    var deviations = Vector()
    var squares = Vector()

    @inline(__always)
    init(from origin: Vector) { self.origin = origin }

    @inline(__always)
    mutating func add(_ value: Vector) {
        let deviation = value - origin
        deviations = deviations + deviation
        squares = squares.adding(deviation, times: deviation)
    }

    /// The sums of both, which have one origin.
    @inline(__always)
    func merged(_ other: DeviationSums) -> DeviationSums {
        var both = self
        both.deviations = deviations + other.deviations
        both.squares = squares + other.squares
        return both
    }

    /// Writes mean and sum of squared deviations from it of `count` values.
    @inline(__always)
    func store(
        _ count: Vector, means: UnsafeMutablePointer<Float>, squares: UnsafeMutablePointer<Float>, lanes: Int
    ) {
        let distance = deviations / count
        (origin + distance).store(to: means, lanes: lanes)
        let centred = self.squares - deviations * distance
        centred.replacing(with: Vector(), where: centred .< Vector()).store(to: squares, lanes: lanes)
    }
}
