import NotebookCore
import Testing

@testable import NotebookEngine

/// Why a cell was computed, seen from the notebook's last run.
struct ExplanationTests {
    private let runs: KeptRuns
    private static let text = "```count a\n```\n```count b\nfrom: a\n```\n"

    init() throws {
        runs = try KeptRuns()
    }

    @Test func firstRunHasNothingToCompareWith() async throws {
        #expect(try await runs.run(Self.text).explanations == [.firstRun, .firstRun])
        #expect(try await runs.run(Self.text).explanations == [.kept, .kept])
    }

    @Test func changedInputIsToldWithWhatItWas() async throws {
        _ = try await runs.run(Self.text)
        let outcome = try await runs.run(Self.text.replacing("count a\n", with: "count a\nstart: 7\nsteps: 4\n"))
        #expect(
            outcome.explanations[0]
                == .changed([InputChange("start", from: nil, to: "7"), InputChange("steps", from: nil, to: "4")]))
        guard case .changed(let changes)? = outcome.explanations[1] else { Issue.record("not changed"); return }
        #expect(changes.map(\.name) == ["from"])
        #expect(changes[0].old != changes[0].new)
    }

    @Test func seedAndKernelsAreInputs() async throws {
        _ = try await runs.run("```fake a\n```")
        #expect(
            try await runs.run("```fake a\n```", seed: 2).explanations
                == [.changed([InputChange("random seed", from: "1", to: "2")])])
        #expect(
            try await runs.run("```fake a\n```", seed: 2, kernels: "v4").explanations
                == [.changed([InputChange("kernel variant", from: "plain", to: "v4")])])
    }

    @Test func newCellIsToldApartFromAChangedOne() async throws {
        _ = try await runs.run(Self.text)
        #expect(
            try await runs.run(Self.text + "```count c\nstart: 9\n```\n").explanations == [.kept, .kept, .newCell])
    }

    @Test func renamedCellIsStillKnownByWhatItComputes() async throws {
        _ = try await runs.run(Self.text)
        let outcome = try await runs.run(Self.text.replacing("count b", with: "count z"))
        #expect(outcome.explanations == [.kept, .newCell])
    }

    @Test func refreshedAndLostResultsAreToldApart() async throws {
        _ = try await runs.run(Self.text)
        #expect(try await runs.run(Self.text, refreshed: ["a"]).explanations == [.refreshed, .refreshed])
        _ = try StoreCleaning(maximalSize: 0).clean(runs.store)
        #expect(try await runs.run(Self.text).explanations == [.firstRun, .firstRun])
    }

    @Test func lostResultAloneIsMissing() async throws {
        _ = try await runs.run(Self.text)
        for path in runs.files(in: "results") { try runs.remove(path) }
        #expect(try await runs.run(Self.text).explanations == [.missing, .missing])
    }

    @Test func failedCellKeepsWhatItWasMadeFromBefore() async throws {
        let text = "```fake a\n```"
        _ = try await runs.run(text)
        _ = try await runs.run("```fake a\nbehaviour: fail\n```")
        #expect(
            try await runs.run("```fake a\nbehaviour: substitute\n```").explanations
                == [.changed([InputChange("behaviour", from: nil, to: "substitute")])])
    }
}
