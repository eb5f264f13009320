import NotebookCore
import NotebookEngine
import Synchronization

/// Tells a person what happens: a line for each cell, a bar for the one that runs, and what came of it at the end.
///
/// The bar is drawn only where a line can be drawn again; elsewhere the lines that stay are all there is. The cursor
/// is never hidden, so that nothing has to be restored however the program ends.
package final class TerminalReporter: CommandReporter {
    private let output: TextOutput
    private let isQuiet: Bool
    private let explains: Bool
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state: Mutex<State>

    /// - Parameters:
    ///   - isQuiet: Whether to tell of errors alone.
    ///   - explains: Whether to tell of each cell why it was computed.
    ///   - now: The clock by which the bar is redrawn and the run is timed.
    package init(
        output: TextOutput, isQuiet: Bool = false, explains: Bool = false,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.output = output
        self.isQuiet = isQuiet
        self.explains = explains
        self.now = now
        state = Mutex(State(runStarted: now()))
    }

    private struct State {
        var runStarted: ContinuousClock.Instant
        /// After a change only what is computed anew is told of: the names of those cells; nil before the first change.
        var computedCells: [String]?
        var nameColumns = 0
        /// What the bar says while a cell runs.
        var bar: ProgressLine?
        var barDrawn: ContinuousClock.Instant?
        /// Columns of the bar that stands on the last line; nil where none does.
        var barColumns: Int?
    }

    /// Ten times a second is as much as an eye can follow.
    private static let redrawInterval = Duration.milliseconds(100)
    /// Longer names do not push the other columns away.
    private static let widestName = 32

    package func receive(_ event: CommandEvent) {
        state.withLock { state in
            switch event {
            case .watch(.filesChanged):
                state.runStarted = now()
                state.computedCells = []
            case .run(.runStarted(let notebook)):
                // After a change the clock runs from there.
                if state.computedCells == nil { state.runStarted = now() }
                let columns = notebook.cells.map { CellLine.name(of: $0).terminalColumns }
                state.nameColumns = min(columns.max() ?? 0, Self.widestName)
            case .run(.cellStarted(let cell, _, _)):
                state.barDrawn = nil
                show(CellProgress(fraction: nil, stage: "…"), of: cell, &state)
                // The mark of a cell that has only begun gives way to its first progress at once.
                state.barDrawn = nil
            case .run(.cellReported(let cell, .progress(let progress))): show(progress, of: cell, &state)
            case .sweepProgressed(let progress): show(progress, name: "sweep", shortName: "sweep", &state)
            case .run(.cellFinished(let cell, _, _)):
                state.bar = nil
                if cell.status == .ok, !cell.isCached { state.computedCells?.append(CellLine.name(of: cell.cell)) }
            case .run(.runFinished), .sweepEnded, .watch(.ended): state.bar = nil
            default: break
            }
            let text = EventText(
                style: output.style, columns: output.columns(), isQuiet: isQuiet, explains: explains,
                computedCells: state.computedCells)
            let elapsed = state.runStarted.duration(to: now())
            let lines = text.lines(for: event, nameColumns: state.nameColumns, elapsed: elapsed)
            if !lines.isEmpty || state.bar == nil {
                write(lines.map { $0 + "\n" }.joined(), &state)
            }
        }
    }

    package func section() -> ReporterSection {
        let held = HeldText()
        return ReporterSection(
            reporter: TerminalReporter(
                output: held.output(like: output), isQuiet: isQuiet, explains: explains, now: now),
            tell: { self.state.withLock { self.write(held.take(), &$0) } })
    }

    /// Takes the bar away, as the last thing before the program ends at once.
    package func clear() {
        state.withLock { state in
            state.bar = nil
            write("", &state)
        }
    }

    private func show(_ progress: CellProgress, of cell: Cell, _ state: inout State) {
        show(progress, name: CellLine.name(of: cell), shortName: cell.label ?? cell.directiveName, &state)
    }

    private func show(_ progress: CellProgress, name: String, shortName: String, _ state: inout State) {
        guard output.redrawsLines, !isQuiet else { return }
        state.bar = ProgressLine(name: name, shortName: shortName, progress: progress)
        if let drawn = state.barDrawn, drawn.duration(to: now()) < Self.redrawInterval { return }
        write("", &state)
    }

    /// Writes lines where the bar stands, and the bar below them, in one piece so that nothing flickers.
    private func write(_ lines: String, _ state: inout State) {
        let columns = output.columns() ?? 80
        var text = Self.erasure(ofBar: state.barColumns, columns: columns) + lines
        state.barColumns = nil
        if let bar = state.bar {
            // The last columns stay free: for the cursor, and for the `^C` that a terminal adds when it is typed.
            let room = max(columns - 3, 1)
            let line = bar.line(columns: room)
            text += line.text(output.style, columns: room)
            state.barColumns = min(line.columns, room)
            state.barDrawn = now()
        }
        if !text.isEmpty { output.write(text) }
    }

    /// Erases a bar that was drawn that long: a terminal that has become narrower shows it on several lines.
    private static func erasure(ofBar barColumns: Int?, columns: Int) -> String {
        guard let barColumns else { return "" }
        let rowsAbove = (max(barColumns, 1) - 1) / max(columns, 1)
        return (rowsAbove > 0 ? "\u{1B}[\(rowsAbove)A" : "") + "\r\u{1B}[J"
    }
}
