import Dispatch
import Synchronization

/// Digits that the program draws itself, in the form of MNIST: 60,000 to train with and 10,000 to test with.
///
/// Each picture is drawn from the seed and its own number alone, with arithmetic that every machine rounds alike:
/// the same seed gives the same pixels on any number of threads.
package struct SyntheticDigits: Sendable {
    /// Grows with every change that alters a pixel, so that results kept for older digits are not taken for newer.
    package static let version = 1
    /// Rows and columns of a picture.
    package static let side = 28

    let seed: UInt64

    package init(seed: UInt64) {
        self.seed = seed
    }

    /// Draws both sets on `threads` threads.
    package func dataset(threads: Int, training: Int = 60_000, test: Int = 10_000) -> DigitDataset {
        DigitDataset(
            training: images(.training, count: training, threads: threads),
            test: images(.test, count: test, threads: threads),
            origin: .synthetic(seed: seed, version: Self.version))
    }

    /// One of the two sets, which share no picture.
    package enum Part: UInt64, Sendable {
        case training = 0
        case test = 1

        /// Pictures of the whole set.
        package var count: Int { self == .training ? 60_000 : 10_000 }
    }

    /// Draws a whole set of `count` pictures.
    func images(_ part: Part, count: Int, threads: Int) -> DigitImages {
        images(part, at: Array(0..<count), of: count, threads: threads)
    }

    /// Draws the pictures at `indices` of a set of `total` pictures, in that order, without drawing the others.
    package func images(_ part: Part, at indices: [Int], of total: Int, threads: Int) -> DigitImages {
        let all = labels(part, count: total)
        let labels = indices.map { all[$0] }
        let count = indices.count
        let pixelsPerImage = Self.side * Self.side
        let pixels = [UInt8](unsafeUninitializedCapacity: count * pixelsPerImage) { buffer, initializedCount in
            let pictures = Pictures(start: buffer.baseAddress, pixelsPerImage: pixelsPerImage)
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
                while true {
                    let start = next.add(Self.chunk, ordering: .relaxed).oldValue
                    if start >= count { break }
                    for place in start..<min(start + Self.chunk, count) {
                        pictures.store(picture(part, index: indices[place], digit: Int(labels[place])), at: place)
                    }
                }
            }
            initializedCount = count * pixelsPerImage
        }
        return DigitImages(height: Self.side, width: Self.side, pixels: pixels, labels: labels)
    }

    /// Pictures that a thread takes at a time.
    private static let chunk = 100

    /// Draws one picture.
    private func picture(_ part: Part, index: Int, digit: Int) -> [UInt8] {
        var random = SplitMix64(seed: seed, index: part.rawValue << 32 | UInt64(index))
        let style = choose(DigitStyle.styles(of: digit), &random)
        let hand = Handwriting(&random)
        let traces = PenTrace.write(style.mixture(&random), hand, &random)
        return InkRaster(traces, rim: hand.rim).centred()
    }

    private func choose(_ styles: [DigitStyle], _ random: inout SplitMix64) -> DigitStyle {
        var rest = random.unit() * styles.reduce(0) { $0 + $1.weight }
        for style in styles.dropLast() {
            rest -= style.weight
            if rest < 0 { return style }
        }
        return styles[styles.count - 1]
    }

    /// The digits of a set of `count` pictures: 0 to 9 in turn, shuffled (Fisher and Yates), so that each comes equally
    /// often, up to one. No picture is drawn.
    package func labels(_ part: Part, count: Int) -> [UInt8] {
        var labels = (0..<count).map { UInt8($0 % 10) }
        var random = SplitMix64(seed: seed, index: part.rawValue << 32 | 0xffff_ffff)
        for index in labels.indices.reversed() {
            labels.swapAt(index, random.below(index + 1))
        }
        return labels
    }
}

/// Where threads put finished pictures, each in a place of its own.
private struct Pictures: @unchecked Sendable {
    let start: UnsafeMutablePointer<UInt8>?
    let pixelsPerImage: Int

    func store(_ pixels: [UInt8], at index: Int) {
        pixels.withUnsafeBufferPointer { source in
            guard let start, let base = source.baseAddress else { return }
            (start + index * pixelsPerImage).initialize(from: base, count: pixelsPerImage)
        }
    }
}
