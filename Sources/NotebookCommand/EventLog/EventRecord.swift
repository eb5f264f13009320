import NotebookCore
import NotebookEngine

/// The keys and values of one event; their names become kebab-case.
protocol EventRecord: Encodable {
    var event: String { get }
}

struct DiagnosticRecord: EventRecord {
    let event = "diagnostic"
    let severity: Diagnostic.Severity
    let file: String
    let line: Int?
    let column: Int?
    let summary: String
    let remedy: String?
    /// Lines of what follows from it.
    let consequences: [Int]?

    init(_ diagnostic: Diagnostic, file: String) {
        severity = diagnostic.severity
        self.file = file
        line = diagnostic.location?.line
        column = diagnostic.location?.column
        summary = diagnostic.summary
        remedy = diagnostic.remedy
        consequences = diagnostic.consequences.isEmpty ? nil : diagnostic.consequences.map(\.line)
    }
}

struct ProblemRecord: EventRecord {
    let event = "problem"
    let summary: String
    let remedy: String?
    let exitCode: Int32

    init(_ problem: CommandProblem) {
        summary = problem.summary
        remedy = problem.remedy
        exitCode = problem.status.rawValue
    }
}

struct RunStartedRecord: EventRecord {
    let event = "run-started"
    let file: String
    let cells: Int
    /// Texts of all parameters, by name.
    let parameters: [String: String]

    init(_ notebook: Notebook) {
        file = notebook.file
        cells = notebook.cells.count
        parameters = Dictionary(notebook.frontMatter.parameters.map { ($0.name, $0.text) }) { first, _ in first }
    }
}

struct CellStartedRecord: EventRecord {
    let event = "cell-started"
    let cell: String
    let directive: String
    let line: Int
    let position: Int
    let count: Int

    init(_ cell: Cell, position: Int, count: Int) {
        self.cell = cell.id
        directive = cell.directiveName
        line = cell.lines.lowerBound
        self.position = position + 1
        self.count = count
    }
}

struct CellProgressRecord: EventRecord {
    let event = "cell-progress"
    let cell: String
    let stage: String
    let fraction: Double?
    let figures: [String: String]
    let secondsLeft: Double?

    init(_ progress: CellProgress, of cell: Cell) {
        self.cell = cell.id
        stage = progress.stage
        fraction = progress.fraction?.finite
        figures = Dictionary(progress.figures.map { ($0.name, $0.text) }) { _, last in last }
        secondsLeft = progress.secondsLeft?.finite
    }
}

struct CellMilestoneRecord: EventRecord {
    let event = "cell-milestone"
    let cell: String
    let text: String
}

struct CellFinishedRecord: EventRecord {
    let event = "cell-finished"
    let file: String?
    let cell: String
    let directive: String
    let line: Int
    let status: CellStatus
    let seconds: Double?
    let loadSeconds: Double?
    let cached: Bool
    let summary: String?
    let remedy: String?
    let notes: [String]
    let failedExpectations: [String]
    let explanation: String?
    let changes: [Change]?

    /// An input that is not what it was in the notebook's last run.
    struct Change: Encodable {
        let input: String
        let old: String?
        let new: String?
    }

    init(_ run: CellRun, file: String?) {
        self.file = file
        cell = run.cell.id
        directive = run.cell.directiveName
        line = run.cell.lines.lowerBound
        status = run.status
        seconds = run.seconds.finite
        loadSeconds = run.loadSeconds.finite
        cached = run.isCached
        summary = run.failure?.summary
        remedy = run.failure?.remedy
        notes = run.result?.notes ?? []
        failedExpectations = run.result?.failedExpectations ?? []
        explanation = run.explanation?.word
        changes = run.explanation?.changes?.map { Change(input: $0.name, old: $0.old, new: $0.new) }
    }
}

struct StoreNotedRecord: EventRecord {
    let event = "store-noted"
    let text: String
}

struct RunFinishedRecord: EventRecord {
    let event = "run-finished"
    let file: String
    let status: RunStatus
}

struct OutputRecord: EventRecord {
    let event: String
    let file: String
    let page: String
    let record: String

    init(_ event: String, _ run: Run, _ files: OutputFiles) {
        self.event = event
        file = run.notebook.file
        page = files.page.path
        record = files.record.path
    }
}

struct SweepStartedRecord: EventRecord {
    let event = "sweep-started"
    let file: String
    let runs: Int
    let jobs: Int
}

struct SweepEndedRecord: EventRecord {
    let event: String
    let page: String
    let record: String
    let runs: Int
    let count: Int

    init(_ files: OutputFiles, runs: Int, of count: Int, isWritten: Bool) {
        event = isWritten ? "sweep-written" : "sweep-kept"
        page = files.page.path
        record = files.record.path
        self.runs = runs
        self.count = count
    }
}

struct WatchServingRecord: EventRecord {
    let event = "watch-serving"
    let address: String
    let takenPort: UInt16?
}

struct WatchBrowserMissingRecord: EventRecord {
    let event = "watch-browser-missing"
    let address: String
}

struct WatchWaitingRecord: EventRecord {
    let event = "watch-waiting"
    let file: String
    let address: String
}

struct WatchFilesChangedRecord: EventRecord {
    let event = "watch-files-changed"
    let files: [String]
}

struct InterruptedRecord: EventRecord {
    let event = "interrupted"
}

extension CellExplanation {
    fileprivate var word: String {
        switch self {
        case .kept: "kept"
        case .firstRun: "first-run"
        case .newCell: "new-cell"
        case .changed: "changed"
        case .refreshed: "refreshed"
        case .measuredAnew: "measured-anew"
        case .missing: "missing"
        case .unusable: "unusable"
        }
    }

    fileprivate var changes: [InputChange]? {
        if case .changed(let changes) = self { changes } else { nil }
    }
}

extension Double {
    /// The number where JSON can hold it.
    fileprivate var finite: Double? { isFinite ? self : nil }
}
