import Testing

@testable import DigitData

struct SyntheticDigitsTests {
    /// Enough to find every style of every digit.
    static let sample = SyntheticDigits(seed: 1).images(.training, count: 500, threads: 2)

    @Test(arguments: [1, 2, 3, 8])
    func pixelsDoNotDependOnTheNumberOfThreads(threads: Int) {
        #expect(SyntheticDigits(seed: 1).images(.training, count: 500, threads: threads) == Self.sample)
    }

    /// Recorded; a change means that `version` must grow.
    @Test func pixelsAreThoseOfThisVersion() {
        #expect(SyntheticDigits.version == 1)
        #expect(
            FileDigest(of: Self.sample.pixels).hex == "79054f4a19559e9d1f2b25df7dd32eadc89bf58f0c7b5195de6025a84c834a32"
        )
    }

    @Test func seedsAndPartsGiveOtherDigits() {
        let digits = SyntheticDigits(seed: 1)
        let parts = [
            digits.images(.training, count: 10, threads: 1), digits.images(.test, count: 10, threads: 1),
            SyntheticDigits(seed: 2).images(.training, count: 10, threads: 1),
        ]
        #expect(Set(parts.map(\.pixels)).count == 3)
        #expect(Set(parts.map(\.labels)).count == 3)
        #expect(Set((0..<10).map { Array(parts[0].image(at: $0)) }).count == 10)
    }

    @Test(arguments: [500, 507])
    func everyDigitComesEquallyOften(count: Int) {
        let labels = SyntheticDigits(seed: 1).images(.training, count: count, threads: 2).labels
        for digit in UInt8(0)...9 {
            let share = labels.count { $0 == digit }
            #expect(share == count / 10 || share == count / 10 + 1)
        }
    }

    @Test func inkFitsTwentyPixelsAndFillsOneDirection() {
        for index in 0..<Self.sample.count {
            let (rows, columns) = inkedLines(Self.sample.image(at: index))
            let (height, width) = (rows.upperBound - rows.lowerBound + 1, columns.upperBound - columns.lowerBound + 1)
            #expect(height <= 20 && width <= 20, "picture \(index)")
            // A pen's thin end may leave the outermost pixel empty.
            #expect(max(height, width) >= 18, "picture \(index)")
        }
    }

    /// Whole pixels of shift leave at most half a pixel in each direction.
    @Test func inkIsCentredByMass() {
        for index in 0..<Self.sample.count {
            let image = Array(Self.sample.image(at: index))
            var mass = 0.0
            var moments = (row: 0.0, column: 0.0)
            for row in 0..<28 {
                for column in 0..<28 {
                    let ink = Double(image[row * 28 + column])
                    mass += ink
                    moments.row += ink * Double(row)
                    moments.column += ink * Double(column)
                }
            }
            // Rounding to grey levels moves the centre by less than a hundredth.
            #expect(abs(moments.row / mass - 13.5) <= 0.51, "picture \(index)")
            #expect(abs(moments.column / mass - 13.5) <= 0.51, "picture \(index)")
        }
    }

    @Test func theDatasetHasBothPartsAndItsOrigin() {
        let data = SyntheticDigits(seed: 4).dataset(threads: 2, training: 30, test: 20)
        #expect(data.training.count == 30)
        #expect(data.test.count == 20)
        #expect(data.training.height == 28)
        #expect(data.training.width == 28)
        #expect(data.origin == .synthetic(seed: 4, version: SyntheticDigits.version))
    }

    private func inkedLines(_ image: ArraySlice<UInt8>) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        let inked = image.enumerated().filter { $0.element > 0 }.map(\.offset)
        let rows = inked.map { $0 / 28 }
        let columns = inked.map { $0 % 28 }
        return ((rows.min() ?? 0)...(rows.max() ?? 27), (columns.min() ?? 0)...(columns.max() ?? 27))
    }
}
