import MarkdownSyntax
import NotebookCore
import NotebookEngine

/// Writes events as lines that stay on the terminal.
struct EventText {
    let style: TextStyle
    /// Where lines of fixed form are cut; nil where nothing limits them.
    let columns: Int?
    /// Whether to tell of errors alone.
    let isQuiet: Bool
    /// Whether to tell of each cell why it was computed.
    let explains: Bool

    /// What is told of a run in few words: which cells it has computed; nil where every cell is told of.
    let computedCells: [String]?

    func lines(for event: CommandEvent, nameColumns: Int, elapsed: Duration) -> [String] {
        switch event {
        case .run(.runStarted) where computedCells != nil: return []
        case .run(.cellFinished(let cell, _, _)) where computedCells != nil && cell.isCached: return []
        case .outputWritten(let run, _) where computedCells != nil:
            return outcome(of: run) + (isQuiet ? [] : [rerun(run, elapsed)])
        case .watch(let event): return isQuiet && !event.endsTheProgram ? [] : lines(for: event)
        case .diagnostics(let diagnostics, let file, let source):
            let text = DiagnosticText(file: file.withoutControls, source: source, isStyled: style.isEnabled)
            return diagnostics.filter { !isQuiet || $0.severity == .error }.map(text.text)
        case .problem(let problem):
            let summary = "\(style("error:", .failure)) \(problem.summary.withoutControls)"
            return [summary] + [problem.remedy.map { "  \($0.withoutControls)" }].compactMap(\.self)
        case .run(.runStarted(let notebook)):
            return isQuiet ? [] : [style(notebook.file.withoutControls, .strong) + settings(of: notebook)]
        case .run(.cellReported(let cell, .milestone(let text))):
            // On a terminal the bar below says which cell it is, and columns are dear.
            let name = columns == nil ? "\(cell.label ?? cell.directiveName): " : ""
            let line = StyledLine("    \(name)\(text.withoutControls)", .faint)
            return isQuiet ? [] : [line.text(style, columns: columns)]
        case .run(.storeNoted(let text)):
            return isQuiet ? [] : [style("  note: \(text.withoutControls)", .warning)]
        case .run(.cellFinished(let cell, _, _)):
            return lines(for: cell, nameColumns: nameColumns)
        case .outputWritten(let run, let files):
            return outcome(of: run) + (isQuiet ? [] : [written(run, files, elapsed)])
        case .outputKept(let run, let files):
            let reason =
                run.status == .interrupted
                ? "an interrupted run replaces no good page" : "a run with failures replaces no good page"
            return outcome(of: run) + (isQuiet ? [] : ["  \(files.page.path) is left as it was: \(reason)"])
        case .sweepStarted(let file, let runs, let jobs):
            let manner = jobs > 1 ? ", \(jobs) at a time" : ""
            return isQuiet ? [] : ["\(style("sweep of \(file.withoutControls)", .strong)): \(runs) runs\(manner)"]
        case .sweepEnded(let files, let runs, let count, let isWritten):
            let number = runs == count ? "\(count) runs" : "\(runs) of \(count) runs"
            let text =
                isWritten
                ? "\(style(files.page.path, .strong)) and \(files.record.path): \(number) compared"
                : "\(files.page.path) is left as it was: "
                    + (runs == count ? "not all runs ended well" : "there are \(number)")
            return isQuiet ? [] : [text]
        case .interruptionReceived:
            // Told with `--quiet` too: it is why the program ends otherwise than with 0.
            return [style("  interrupted; once more ends at once", .warning)]
        case .run(.cellStarted), .run(.cellReported), .run(.runFinished), .sweepProgressed:
            return []
        }
    }

    /// The parameters whose values come from outside the notebook: " with epochs=3, rate=0.1".
    private func settings(of notebook: Notebook) -> String {
        let texts = notebook.frontMatter.parameters.filter(\.isSet).map { "\($0.name)=\($0.text)" }
        return texts.isEmpty ? "" : " with " + texts.joined(separator: ", ").withoutControls
    }

    private func lines(for run: CellRun, nameColumns: Int) -> [String] {
        // Of the cells that an interrupted run did not come to, the last line tells the number.
        guard !isQuiet, run.status != .interrupted || run.seconds > 0 else { return [] }
        let line = CellLine(run, nameColumns: nameColumns).line(within: columns).text(style, columns: columns)
        let resumption =
            run.status == .interrupted ? (run.failure?.remedy.map { [style("    \($0)", .warning)] } ?? []) : []
        let notes = (run.result?.notes ?? []).map { style("    note: \($0.withoutControls)", .warning) }
        let reasons = explains ? ExplanationText(run).lines.map { style("    \($0.withoutControls)", .faint) } : []
        return [line] + resumption + reasons + notes
    }

    /// What went wrong in a run, at its end where it is seen.
    private func outcome(of run: Run) -> [String] {
        let text = DiagnosticText(file: run.notebook.file, source: run.notebook.source, isStyled: style.isEnabled)
        let failures = run.cells.compactMap { cell -> String? in
            guard cell.status == .failed, let failure = cell.failure else { return nil }
            let place = SourceLocation(line: cell.cell.lines.lowerBound, length: .max)
            return text.text(
                for: Diagnostic(
                    at: place, "\(cell.cell.displayName) failed: \(failure.summary)", remedy: failure.remedy))
        }
        let expectations = run.cells.flatMap { cell in
            (cell.result?.failedExpectations ?? []).map { expectation in
                let place = style("\(run.notebook.file.withoutControls):\(cell.cell.lines.lowerBound):", .strong)
                return "\(place) \(style("not as expected:", .failure)) \(expectation.withPlainSpaces)"
            }
        }
        return failures + expectations
    }

    /// What was computed again after a change: "  digits.md: recomputed train first, evaluate (line 24) in 1.31 s".
    private func rerun(_ run: Run, _ elapsed: Duration) -> String {
        let cells = computedCells ?? []
        let named = cells.prefix(Self.namedCells).joined(separator: ", ")
        let others = cells.count - Self.namedCells
        let work =
            cells.isEmpty ? "nothing recomputed" : "recomputed " + named + (others > 0 ? " and \(others) more" : "")
        return "  \(style(run.notebook.file.withoutControls, .strong)): \(work) in \(text(for: elapsed))"
    }

    /// Cells that a line names before it only counts them.
    private static let namedCells = 3

    private func lines(for event: WatchEvent) -> [String] {
        switch event {
        case .serving(let address, let takenPort):
            let note = takenPort.map { ["note: port \($0) is taken; a free one takes its place"] } ?? []
            return note.map { style($0, .warning) } + ["the page is at \(style(address, .accent))"]
        case .browserMissing(let address):
            return [style("note: no browser could be opened; open \(address) yourself", .warning)]
        case .waiting(let file, let address):
            return ["watching \(style(file.withoutControls, .strong)) at \(style(address, .accent)) — Ctrl-C ends"]
        case .filesChanged: return []
        case .ended: return ["no longer watching"]
        }
    }

    private func text(for duration: Duration) -> String {
        NumberFormat.duration.text(for: duration / .seconds(1)).withPlainSpaces
    }

    private func written(_ run: Run, _ files: OutputFiles, _ elapsed: Duration) -> String {
        let counts: [(CellStatus, String)] = [
            (.failed, "failed"), (.interrupted, "interrupted"), (.skipped, "skipped"),
        ]
        var parts = ["\(run.cells.count) \(run.cells.count == 1 ? "cell" : "cells")"]
        let cached = run.cells.count { $0.isCached && $0.status == .ok }
        if cached > 0 { parts.append("\(cached) from the cache (\(CellLine.cacheSign))") }
        for (status, word) in counts {
            let count = run.cells.count { $0.status == status }
            if count > 0 { parts.append("\(count) \(word)") }
        }
        return "  \(style(files.page.path, .strong)) and \(files.record.path): "
            + parts.joined(separator: ", ") + " in \(text(for: elapsed))"
    }
}
