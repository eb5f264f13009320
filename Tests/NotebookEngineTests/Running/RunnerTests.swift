import NotebookCore
import NotebookEngine
import Synchronization
import Testing

struct RunnerTests {
    @Test func handsProductsOn() async throws {
        let run = try await run("```fake c\nneeds: [a, b]\n```\n```fake a\n```\n```fake b\nneeds: a\n```")
        #expect(run.status == .succeeded)
        #expect(run.cells.map(\.cell.id) == ["c", "a", "b"])
        #expect(run.cells[0].result?.outputs == [.text("a+a+b+c")])
    }

    @Test func keepsOtherCellsGoingWhenOneFails() async throws {
        let text = "```fake a\nbehaviour: fail\n```\n```fake b\nneeds: a\n```\n```fake c\nneeds: b\n```\n```fake d\n```"
        let run = try await run(text)
        #expect(run.status == .failed)
        #expect(run.cells.map(\.status) == [.failed, .skipped, .skipped, .ok])
        #expect(run.cells[0].failure == CellFailure("it was told to fail", remedy: "Tell it to succeed."))
        #expect(run.cells[1].failure?.summary == "skipped, because fake `a` failed")
        #expect(run.cells[2].failure?.summary == "skipped, because fake `a` failed")
    }

    @Test func stopsAtTheFirstFailureWhenAsked() async throws {
        let text = "```fake a\n```\n```fake b\nbehaviour: fail\n```\n```fake c\n```"
        let run = try await run(text, stopsAtFirstFailure: true)
        #expect(run.cells.map(\.status) == [.ok, .failed, .skipped])
    }

    @Test func marksWhatAnInterruptionLeftUndone() async throws {
        let run = try await run("```fake a\n```\n```fake b\nbehaviour: cancel\n```")
        #expect(run.status == .interrupted)
        #expect(run.cells.map(\.status) == [.ok, .interrupted])
    }

    @Test func startsNothingOnceCancelled() async throws {
        let notebook = try notebook("```fake a\n```")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await Runner(settings: RunSettings(), environment: testEnvironment).run(notebook)
        }
        #expect(await task.value.cells.map(\.status) == [.interrupted])
    }

    @Test func givesEachCellAStreamOfItsOwn() async throws {
        let first = try await run("```fake a\n```\n```fake b\n```\n```fake c\nstream: a\n```")
        #expect(first.values["a.bits"] != first.values["b.bits"])
        #expect(first.values["a.bits"] == first.values["c.bits"])
        let inserted = try await run("```fake z\n```\n```fake b\n```\n```fake a\n```\n```fake c\nstream: a\n```")
        #expect(inserted.values["a.bits"] == first.values["a.bits"])
        #expect(inserted.values["b.bits"] == first.values["b.bits"])
        let otherSeed = try await run("```fake a\n```", seed: 2)
        #expect(otherSeed.values["a.bits"] != first.values["a.bits"])
    }

    @Test func tellsWhatRestsOnSubstitutedData() async throws {
        let text = "```fake a\nbehaviour: substitute\n```\n```fake b\nneeds: a\n```\n```fake c\n```"
        let run = try await run(text)
        #expect(run.values["b.bits"]?.substituteFor == "photographs")
        #expect(run.measurements["a.seconds"]?.substituteFor == "photographs")
        #expect(run.values["c.bits"]?.substituteFor == nil)
    }

    @Test func tellsEventsInOrder() async throws {
        let events = Mutex<[String]>([])
        _ = await Runner(settings: RunSettings(), environment: testEnvironment) { event in
            let text =
                switch event {
                case .runStarted: "run started"
                case .cellStarted(let cell, let position, let count): "\(cell.id) started \(position + 1)/\(count)"
                case .cellReported(let cell, .milestone(let line)): "\(cell.id): \(line)"
                case .cellReported: "other report"
                case .storeNoted(let text): text
                case .cellFinished(let run, _, _): "\(run.cell.id) \(run.status)"
                case .runFinished(let run): "run \(run.status)"
                }
            events.withLock { $0.append(text) }
        }.run(try notebook("```fake a\n```"))
        #expect(
            events.withLock { $0 } == ["run started", "a started 1/1", "a: at work", "a ok", "run succeeded"])
    }
}
