import NotebookCore
import NotebookEngine

/// A notebook with as much of its results as is at hand; the other cells are waiting.
struct PreparedRun: Sendable {
    let source: NotebookSource
    let notebook: Notebook
    /// Keys of the cells by id, as far as they are known and anything is left to compute.
    let keys: [String: CellKey]
    /// One for each cell, in the order of the notebook.
    var cells: [CellRun]
    private let environment: RunEnvironment

    /// The notebook before anything is known of its results.
    init(_ notebook: Notebook, from source: NotebookSource, in execution: NotebookExecution) {
        self.source = source
        self.notebook = notebook
        keys = [:]
        cells = notebook.cells.map(CellRun.init(waiting:))
        environment = execution.environment(of: notebook, from: source)
    }

    /// The notebook with all results that have been kept.
    init(lookingUp notebook: Notebook, from source: NotebookSource, in execution: NotebookExecution) async {
        self.source = source
        self.notebook = notebook
        environment = execution.environment(of: notebook, from: source)
        var lookUp = execution
        lookUp.settings.cache.isReadOnly = true
        // A cell that fails because its result has not been kept may well end when it runs.
        cells = await lookUp.run(notebook, from: source, receive: { _ in }).cells.map {
            $0.status == .ok ? $0 : CellRun(waiting: $0.cell)
        }
        keys = cells.contains { $0.status == .waiting } ? await execution.keys(of: notebook, from: source) : [:]
    }

    var isWhole: Bool { !cells.contains { $0.status == .waiting } }

    var run: Run { Run(notebook: notebook, cells: cells, environment: environment) }

    /// Takes up what became of a cell; one that was interrupted goes on waiting.
    mutating func end(_ cell: CellRun) {
        guard cell.status != .interrupted else { return }
        for index in cells.indices where cells[index].cell.id == cell.cell.id { cells[index] = cell }
    }
}

extension CellRun {
    /// A cell that has not ended yet.
    fileprivate init(waiting cell: Cell) {
        self.init(cell: cell, status: .waiting, result: nil, failure: nil, seconds: 0, substituteFor: nil)
    }
}
