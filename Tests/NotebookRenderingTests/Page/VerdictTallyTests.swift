import NotebookCore
import Testing

@testable import NotebookRendering

struct VerdictTallyTests {
    private func markup(_ verdicts: [Verdict]) -> String? {
        let claims = verdicts.enumerated().map { index, verdict in
            AssessedClaim(statement: "\(index)", reported: nil, measured: nil, verdict: verdict)
        }
        return VerdictTally(claims.map { ($0, nil) }).element.map(\.markup)
    }

    @Test func countsTheVerdictsOfAllClaims() throws {
        let tally = try #require(markup([.reproduced, .notTested, .reproduced, .undecided, .measuredHere]))
        #expect(tally.contains("<strong>4 claims</strong>"))
        #expect(tally.contains(#"<b class="reproduced">2 reproduced</b>"#))
        #expect(tally.contains(#"<b class="undecided">1 undecided</b>"#))
        #expect(tally.contains("<b>1 not tested</b>"))
        #expect(!tally.contains("measured here"))
    }

    @Test func partsOfTheBarFollowEachOther() throws {
        let tally = try #require(markup([.reproduced, .notTested]))
        #expect(tally.contains(#"<rect class="reproduced" x="0%" width="50%" height="8"/>"#))
        #expect(tally.contains(#"<rect class="not-tested" x="50%" width="50%" height="8"/>"#))
    }

    @Test func isLeftOutWithoutClaims() {
        #expect(markup([]) == nil)
    }
}
