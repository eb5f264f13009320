import NotebookCore
import NotebookEngine
import Testing

/// Interrupted work goes on from its last checkpoint.
struct CheckpointTests {
    private let runs: KeptRuns

    init() throws {
        runs = try KeptRuns()
    }

    private func text(_ steps: Int, start: Int = 0) -> String { "```count a\nstart: \(start)\nsteps: \(steps)\n```\n" }

    @Test func interruptedWorkGoesOn() async throws {
        let cut = try await runs.run(text(5), interruptedAt: "a: step 3")
        #expect(cut.run.status == .interrupted)
        let rest = try await runs.run(text(5))
        #expect(rest.work == ["a: step 4", "a: step 5"])
        #expect(rest.run.values["a.total"] == .init(.integer(5)))
    }

    @Test func moreOfTheSameWorkGoesOnFromWhereItEnded() async throws {
        _ = try await runs.run(text(3))
        #expect(try await runs.run(text(5)).work == ["a: step 4", "a: step 5"])
    }

    @Test func lessOfTheSameWorkDoesNotStartFromBeyondItsEnd() async throws {
        _ = try await runs.run(text(5))
        let less = try await runs.run(text(3))
        #expect(less.work == ["a: step 1", "a: step 2", "a: step 3"])
        #expect(less.run.values["a.total"] == .init(.integer(3)))
        // Neither has lost its own.
        #expect(try await runs.run(text(6)).work == ["a: step 6"])
    }

    @Test func otherWorkStartsAnew() async throws {
        _ = try await runs.run(text(5), interruptedAt: "a: step 3")
        #expect(try await runs.run(text(5, start: 1)).work.count == 5)
        #expect(try await runs.run(text(5), kernels: "v4").work.count == 5)
    }
}
