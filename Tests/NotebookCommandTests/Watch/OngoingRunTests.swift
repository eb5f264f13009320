import NotebookCore
import NotebookEngine
import NotebookSyntax
import Testing

@testable import NotebookCommand

struct OngoingRunTests {
    private static func key(_ text: String) -> CellKey { CellKey([KeyInput("text", text)]) }

    private let keys = ["one": key("1"), "two": key("2")]

    /// A run that has come to the cell with that id.
    private func run(in id: String?) throws -> OngoingRun {
        let run = OngoingRun(keys: keys)
        if let id { #expect(!run.shouldEnd(after: .cellStarted(try cell(id), position: 0, count: 2))) }
        return run
    }

    private func cell(_ id: String) throws -> Cell {
        let reading = NotebookReader(vocabulary: TestSession.vocabulary)
            .read("```total \(id)\nnumbers: [1]\n```\n", file: "a.md")
        return try #require(reading.notebook).cells[0]
    }

    @Test func goesOnWhereTheRunningCellIsStillWanted() throws {
        let run = try run(in: "one")
        #expect(!run.supersede(by: ["one": Self.key("1"), "three": Self.key("3")]))
        // Whatever it is called: the key is what counts.
        #expect(!run.supersede(by: ["uno": Self.key("1")]))
    }

    @Test func endsAtOnceWhereTheRunningCellIsNotWanted() throws {
        #expect(try run(in: "one").supersede(by: ["one": Self.key("other"), "two": Self.key("2")]))
        #expect(try run(in: "one").supersede(by: [:]))
    }

    @Test func endsAtOnceBetweenCells() throws {
        #expect(try run(in: nil).supersede(by: keys))
        let run = try run(in: "one")
        #expect(!run.shouldEnd(after: .cellFinished(try finished("one"), position: 0, count: 2)))
        #expect(run.supersede(by: keys))
    }

    @Test func endsWithTheCellThatWasStillWanted() throws {
        let run = try run(in: "one")
        #expect(!run.supersede(by: keys))
        #expect(!run.shouldEnd(after: .cellReported(try cell("one"), .milestone("half"))))
        #expect(run.shouldEnd(after: .cellFinished(try finished("one"), position: 0, count: 2)))
    }

    @Test func endsAtOnceWhereALaterChangeWantsTheCellNoMore() throws {
        let run = try run(in: "one")
        #expect(!run.supersede(by: keys))
        #expect(run.supersede(by: ["one": Self.key("other")]))
    }

    private func finished(_ id: String) throws -> CellRun {
        CellRun(cell: try cell(id), status: .ok, result: nil, failure: nil, seconds: 1, substituteFor: nil)
    }
}
