/// Normalisation of the greatest value of each window, the one that stays greatest.
struct PeakNormalization {
    let mean: UnsafePointer<Float>
    let inverseDeviation: UnsafePointer<Float>
    let scale: UnsafePointer<Float>
    let shift: UnsafePointer<Float>

    /// What it does to a vector of channels.
    struct Channels {
        let mean: Vector
        let factor: Vector
        let shift: Vector
        /// 1, or −1 where normalisation turns the order of values round.
        let orientation: Vector

        /// A value whose order is that after normalisation; twice is the value itself.
        @inline(__always)
        func oriented(_ value: Vector) -> Vector { value * orientation }

        /// The normalised value.
        @inline(__always)
        func normalized(_ value: Vector) -> Vector { shift.adding(value - mean, times: factor) }

        /// The normalised value, or zero where it is negative; not-a-number stays what it is.
        @inline(__always)
        func rectified(_ value: Vector) -> Vector {
            let result = normalized(value)
            return result.replacing(with: Vector(), where: result .< Vector())
        }
    }

    @inline(__always)
    subscript(channel: Int, lanes: Int) -> Channels {
        let factor = Vector(inverseDeviation + channel, lanes: lanes) * Vector(scale + channel, lanes: lanes)
        return Channels(
            mean: Vector(mean + channel, lanes: lanes), factor: factor, shift: Vector(shift + channel, lanes: lanes),
            orientation: Vector(repeating: 1).replacing(with: Vector(repeating: -1), where: factor .< Vector()))
    }
}
