package import NotebookCore

/// What happens during a run, in order, for the terminal, the log and the live page.
package enum RunEvent: Sendable {
    case runStarted(notebook: Notebook)
    case cellStarted(Cell, position: Int, count: Int)
    case cellReported(Cell, CellReport)
    /// Something about the store that the user should know; the run goes on.
    case storeNoted(String)
    case cellFinished(CellRun, position: Int, count: Int)
    case runFinished(Run)
}
