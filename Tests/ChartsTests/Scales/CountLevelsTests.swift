import Testing

@testable import Charts

struct CountLevelsTests {
    @Test func smallCountsHaveAShadeEach() {
        #expect(CountLevels(upTo: 3).levels.map(\.text) == ["1", "2", "3"])
    }

    @Test func largeCountsAreCutInEqualRatios() {
        #expect(
            CountLevels(upTo: 100_000).levels.map(\.text) == [
                "1–10", "11–100", "101–1,000", "1,001–10,000", "10,001–100,000",
            ])
    }

    @Test(arguments: [0, 1, 2, 5, 6, 7, 31, 892, 10_000, Int.max])
    func everyCountHasOneShade(largest: Int) {
        let levels = CountLevels(upTo: largest)
        #expect(levels.shade(of: 0) == 0)
        for count in Set([1, 2, 3, largest / 2, largest]) where count > 0 && count <= largest {
            #expect((1...CountLevels.count).contains(levels.shade(of: count)))
            #expect(levels.levels.count { $0.counts.contains(count) } == 1)
        }
        #expect(largest == 0 || levels.shade(of: largest) == levels.levels.last?.shade)
    }
}
