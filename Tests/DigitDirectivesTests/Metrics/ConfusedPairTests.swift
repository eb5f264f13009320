import Testing

@testable import DigitDirectives

@Suite struct ConfusedPairTests {
    @Test func countsBothDirectionsAndSharesRanks() throws {
        let matrix = ConfusionMatrix(
            labels: [5, 5, 3, 4, 9, 7, 7, 7, 2], predicted: [3, 3, 5, 9, 4, 1, 7, 7, 2])
        let pairs = ConfusedPair.ranked(matrix)
        #expect(pairs.count == 45)
        #expect(pairs.prefix(4).map(\.pathPart) == ["3-5", "4-9", "1-7", "0-1"])
        #expect(pairs.prefix(4).map(\.errors) == [3, 2, 1, 0])
        #expect(pairs.prefix(4).map(\.rank.place) == [1, 2, 3, 4])
        #expect(pairs.dropFirst(3).allSatisfy { $0.rank.place == 4 })
        let first = try #require(pairs.first)
        #expect(first.upperAsLower == 2)
        #expect(first.lowerAsUpper == 1)
    }
}
