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

    func lines(for event: CommandEvent, nameColumns: Int, elapsed: Duration) -> [String] {
        switch event {
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
                ? "an interrupted run replaces no page" : "a run whose data cannot be read replaces no page"
            return isQuiet ? [] : ["  \(files.page.path) is left as it was: \(reason)"]
        case .sweepStarted(let file, let runs, let jobs):
            let manner = jobs > 1 ? ", \(jobs) at a time" : ""
            return isQuiet ? [] : ["\(style("sweep of \(file.withoutControls)", .strong)): \(runs) runs\(manner)"]
        case .sweepEnded(let files, let runs, let count, let isWritten):
            let number = runs == count ? "\(count) runs" : "\(runs) of \(count) runs"
            let text =
                isWritten
                ? "\(style(files.page.path, .strong)) and \(files.record.path): \(number) compared"
                : "\(files.page.path) is left as it was: there are \(number)"
            return isQuiet ? [] : [text]
        case .interruptionReceived:
            return isQuiet ? [] : [style("  interrupted; once more ends at once", .warning)]
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
        guard run.status != .interrupted || run.seconds > 0 else { return [] }
        let line = CellLine(run, nameColumns: nameColumns).line.text(style, columns: columns)
        let notes = (run.result?.notes ?? []).map { style("    note: \($0.withoutControls)", .warning) }
        let reasons = explains ? ExplanationText(run).lines.map { style("    \($0.withoutControls)", .faint) } : []
        return isQuiet ? [] : [line] + reasons + notes
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
        let expectations = run.failedExpectations.map { "\(style("not as expected:", .failure)) \($0.withPlainSpaces)" }
        return failures + expectations
    }

    private func written(_ run: Run, _ files: OutputFiles, _ elapsed: Duration) -> String {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        let counts: [(CellStatus, String)] = [
            (.failed, "failed"), (.interrupted, "interrupted"), (.skipped, "skipped"),
        ]
        var parts = ["\(run.cells.count) \(run.cells.count == 1 ? "cell" : "cells")"]
        for (status, word) in counts {
            let count = run.cells.count { $0.status == status }
            if count > 0 { parts.append("\(count) \(word)") }
        }
        let duration = NumberFormat.duration.text(for: seconds).withPlainSpaces
        return "  \(style(files.page.path, .strong)) and \(files.record.path): "
            + parts.joined(separator: ", ") + " in \(duration)"
    }
}
