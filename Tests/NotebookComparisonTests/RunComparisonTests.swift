import NotebookCore
import Testing

@testable import NotebookComparison

struct RunComparisonTests {
    private func compare(
        _ first: RecordedRun, _ second: RecordedRun, includesMeasurements: Bool = false
    ) -> RunComparison {
        RunComparison(first, second, includesMeasurements: includesMeasurements)
    }

    @Test func runsThatDifferInDurationsAloneAreTheSame() throws {
        let runs = try (SampleRecords.run("a"), SampleRecords.run("b", seconds: 9))
        #expect(compare(runs.0, runs.1).isEmpty)
        let measured = compare(runs.0, runs.1, includesMeasurements: true)
        #expect(measured.measurements?.map(\.name) == ["a.seconds"])
        #expect(measured.measurements?.first?.difference == 7.5)
    }

    @Test func valuesThatDifferAreListedWithTheDifference() throws {
        let comparison = try compare(
            SampleRecords.run("a", accuracy: "0.75"), SampleRecords.run("b", accuracy: "0.5", more: ", \"b.new\": 1"))
        #expect(comparison.values.map(\.name) == ["b.new", "a.test.accuracy"])
        #expect(comparison.values[0].first == nil && comparison.values[0].difference == nil)
        #expect(comparison.values[1].difference == -0.25)
    }

    @Test func whatIsNotANumberHasNoDifference() throws {
        let comparison = try compare(SampleRecords.run("a", accuracy: "null"), SampleRecords.run("b"))
        #expect(comparison.values.map(\.difference) == [nil])
        #expect(try compare(SampleRecords.run("a", accuracy: "null"), SampleRecords.run("b", accuracy: "null")).isEmpty)
    }

    @Test func claimsThatFlipAreListed() throws {
        let comparison = try compare(SampleRecords.run("a"), SampleRecords.run("b", verdict: "not reproduced"))
        #expect(comparison.claims.map(\.claim.claim) == ["It reads well"])
        #expect(comparison.claims[0].first?.verdict == "reproduced")
        #expect(comparison.claims[0].second?.verdict == "not reproduced")
    }

    @Test func imagesThatOneRunReadsRightlyAreTold() throws {
        let comparison = try compare(
            SampleRecords.run("a", answers: "7011"), SampleRecords.run("b", answers: "7219"))
        let answers = try #require(comparison.answers.first)
        #expect(answers.test == McNemarTest(bothRight: 2, onlyFirstRight: 0, onlySecondRight: 1, bothWrong: 1))
        #expect(answers.onlySecondRight == [.init(index: 1, label: "2", first: "0", second: "2")])
        #expect(answers.onlyFirstRight.isEmpty)
    }

    @Test(arguments: ["7211", "721"])
    func differentImagesAreNotCompared(labels: String) throws {
        let comparison = try compare(
            SampleRecords.run("a"), SampleRecords.run("b", labels: labels, answers: labels))
        #expect(comparison.answers.first?.test == nil)
        #expect(!comparison.isEmpty)
        #expect(ComparisonText(comparison).text.contains("different images"))
    }

    @Test func seedsThatDifferAreAmongTheConditions() throws {
        let comparison = try compare(SampleRecords.run("a"), SampleRecords.run("b", seed: 2))
        #expect(comparison.conditions.map(\.name) == ["seed"])
    }
}
