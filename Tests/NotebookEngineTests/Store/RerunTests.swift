import NotebookCore
import Testing

@testable import NotebookEngine

/// What a second run takes from the store, and what it computes.
struct RerunTests {
    private let runs: KeptRuns
    private static let chain = """
        ```count a
        ```
        ```count b
        from: a
        ```
        ```count c
        from: b
        ```
        ```count other
        start: 5
        ```
        """

    init() throws {
        runs = try KeptRuns()
    }

    @Test func nothingIsComputedTwice() async throws {
        let first = try await runs.run(Self.chain)
        let second = try await runs.run(Self.chain)
        #expect(first.computed == ["a", "b", "c", "other"])
        #expect(second.computed == [])
        #expect(second.work == [])
        #expect(second.texts == first.texts)
        #expect(second.run.values == first.run.values)
        #expect(second.run.measurements == first.run.measurements)
        #expect(second.run.cells.map(\.seconds) == first.run.cells.map(\.seconds))
    }

    /// A cached duration is that of the threads that it was measured with, whatever this run has.
    @Test func measurementsKeepWhatTheyWereTakenWith() async throws {
        let first = try await runs.run(Self.chain, threads: 2)
        let second = try await runs.run(Self.chain, threads: 1)
        #expect(second.computed == [])
        let measured = second.run.cells.filter { !($0.result?.measurements ?? [:]).isEmpty }
        #expect(!measured.isEmpty)
        #expect(measured.allSatisfy { $0.conditions?.threads == 2 })
        #expect(second.run.measurements == first.run.measurements)
        #expect(second.run.measurements.values.allSatisfy { $0.conditions?.threads == 2 })
        let anew = try await runs.run(Self.chain, threads: 1, refreshed: ["a"])
        #expect(anew.run.cells[0].conditions?.threads == 1)
    }

    @Test(arguments: [
        ("```count a\n", "```count a\nstart: 1\n", ["a", "b", "c"]),
        ("from: b\n", "from: b\nstart: 1\n", ["c"]),
        ("from: b\n", "from: [a, b]\n", ["c"]),
        ("from: b\n", "from: [b]\n", []),
        ("```count a\n", "```count a\nstart: 0\n", []),
        ("```count a\n", "```count a\nsteps: 0_003\ncaption: A\nalt: B\nfold: no\n", []),
        ("```count a\n", "```count a\necho: no\noutput: no\nwidth: 50%\n", []),
        ("```count a\n", "Prose.\n\n```count a\n", []),
        // A result that mentions its own label is computed for the new one; what is counted is the same.
        ("```count other\n", "```count another\n", ["another"]),
    ])
    func exactlyWhatAChangeTouchesIsComputed(text: String, replacement: String, computed: [String]) async throws {
        _ = try await runs.run(Self.chain)
        #expect(try await runs.run(Self.chain.replacing(text, with: replacement)).computed == computed)
        // And the old results are still there.
        #expect(try await runs.run(Self.chain).computed == [])
    }

    @Test func orderOfCellsChangesNothing() async throws {
        _ = try await runs.run(Self.chain)
        let cells = Self.chain.split(separator: "```count ").map { "```count \($0)" }
        #expect(try await runs.run(cells.reversed().joined(separator: "\n")).computed == [])
    }

    @Test func seedTouchesOnlyWhatDrawsRandomNumbers() async throws {
        let text = "```fake a\n```\n```count b\n```\n"
        _ = try await runs.run(text)
        #expect(try await runs.run(text, seed: 2).computed == ["a"])
    }

    @Test func otherKernelsComputeEverything() async throws {
        _ = try await runs.run(Self.chain)
        #expect(try await runs.run(Self.chain, kernels: "v4").computed == ["a", "b", "c", "other"])
    }

    @Test func refreshedCellIsComputedWithItsDependents() async throws {
        _ = try await runs.run(Self.chain)
        let refreshed = try await runs.run(Self.chain, refreshed: ["b"])
        #expect(refreshed.computed == ["b", "c"])
        // From its beginning, not from a checkpoint.
        #expect(refreshed.work.filter { $0.hasPrefix("b") } == ["b: step 1", "b: step 2", "b: step 3"])
        #expect(try await runs.run(Self.chain).computed == [])
    }

    @Test func resultIsNotUsedWithOtherMeasurementsThanThoseItWasComputedFrom() async throws {
        _ = try await runs.run(Self.chain)
        try runs.remove(runs.result(publishing: "a.total"))
        let second = try await runs.run(Self.chain)
        #expect(second.computed == ["a", "b", "c"])
        #expect(second.explanations[1] == .measuredAnew("count `a`"))
        #expect(try await runs.run(Self.chain).computed == [])
    }

    @Test func cellsThatComputeTheSameAreMeasuredEachForItself() async throws {
        let text = "```count a\n```\n```count b\n```\n```count c\nfrom: [a, b]\n```"
        let first = try await runs.run(text)
        #expect(first.run.measurements["a.run"] != first.run.measurements["b.run"])
        #expect(try await runs.run(text).computed == [])
    }

    @Test func productIsMadeAgainOnlyWhereItIsWanted() async throws {
        _ = try await runs.run(Self.chain)
        let outcome = try await runs.run(Self.chain.replacing("from: b\n", with: "from: b\nstart: 10\n"))
        #expect(outcome.work == ["c: step 1", "c: step 2", "c: step 3"])
        #expect(outcome.run.values["c.total"] == .init(.integer(19)))
    }

    @Test func productThatKeepsNothingIsMadeByDoingTheWorkAgain() async throws {
        let text = "```fake a\n```\n```fake b\nneeds: a\n```\n"
        _ = try await runs.run(text)
        let outcome = try await runs.run(text + "```fake c\nneeds: [a, b]\n```\n")
        #expect(outcome.computed == ["c"])
        #expect(outcome.run.cells[2].result?.outputs == [.text("a+a+b+c")])
    }

    @Test func readOnlyRunComputesNothing() async throws {
        _ = try await runs.run("```count a\n```")
        let outcome = try await runs.run(
            "```count a\n```\n```count b\n```\n```count c\nstart: 1\n```", isReadOnly: true)
        #expect(outcome.work == [])
        #expect(outcome.run.cells.map(\.status) == [.ok, .failed, .failed])
        #expect(outcome.run.cells[2].failure?.summary == "its result has not been kept")
    }

    @Test func failedAndInterruptedCellsAreNotKept() async throws {
        let text = "```fake a\nbehaviour: fail\n```\n"
        for _ in 1...2 { #expect(try await runs.run(text).run.cells.map(\.status) == [.failed]) }
        #expect(runs.files(in: "results") == [])
    }
}
