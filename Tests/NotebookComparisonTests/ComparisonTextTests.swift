import Foundation
import NotebookComparison
import Testing

struct ComparisonTextTests {
    private func comparison() throws -> RunComparison {
        try RunComparison(
            SampleRecords.run("a.json", answers: "7011"),
            SampleRecords.run("b.json", seed: 2, accuracy: "0.9", verdict: "not reproduced"),
            includesMeasurements: false)
    }

    @Test func tellsAllThatDiffers() throws {
        #expect(
            try ComparisonText(comparison()).text == """
                first   a.json
                second  b.json

                Conditions
                  The runs were not made with the same.
                          First  Second
                    seed  1      2

                Claims
                  1 claim with another verdict.
                    Claim          First       measured  Second          measured
                    It reads well  reproduced   98.90 %  not reproduced   98.90 %

                Values
                  1 value differs.
                    Path              First  Second  Difference
                    a.test.accuracy  0.9908     0.9     −0.0908

                Images: a, test
                  Of 4 images both runs read 2 rightly and 0 wrongly; only the first reads 0 rightly, only the second 2. \
                McNemar’s exact test gives p\u{A0}=\u{A0}0.500, mid-p\u{A0}=\u{A0}0.250: by the latter the two are not distinguishable at 5\u{202F}%.
                    Image  Shows  First reads  Second reads  Right
                        1  2      0            2             second
                        3  0      1            0             second

                """)
    }

    @Test func saysThatNothingDiffers() throws {
        let comparison = try RunComparison(
            SampleRecords.run("a.json"), SampleRecords.run("b.json"), includesMeasurements: false)
        #expect(ComparisonText(comparison).text == "first   a.json\nsecond  b.json\n\nNothing differs.\n")
    }

    @Test func recordHasEveryImage() throws {
        let record = try #require(
            try JSONSerialization.jsonObject(with: ComparisonRecord(comparison()).json()) as? [String: Any])
        #expect(record["measurements"] is NSNull)
        let predictions = try #require((record["predictions"] as? [[String: Any]])?.first)
        #expect(predictions["both-right"] as? Int == 2)
        #expect(predictions["p-value"] as? Double == 0.5)
        #expect((predictions["only-second-right"] as? [[String: Any]])?.map { $0["image"] as? Int } == [1, 3])
    }

    @Test func pageHasASectionForEachPart() throws {
        let run = ComparisonReport(try comparison(), version: "1.0").run
        #expect(run.cells.map(\.cell.id) == ["conditions", "claims", "values", "images-a-test"])
        #expect(run.status == .succeeded)
    }
}
