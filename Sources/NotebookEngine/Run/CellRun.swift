package import NotebookCore

/// What became of one cell.
package struct CellRun: Sendable {
    package let cell: Cell
    package let status: CellStatus
    /// Nil unless the status is `ok`.
    package var result: CellResult?
    /// What went wrong, or why the cell was skipped; nil where the status is `ok`.
    package let failure: CellFailure?
    /// Seconds that the computation took when it was done.
    package let seconds: Double
    /// Seconds that this run spent on loading the result from the store; 0 where it was computed.
    package let loadSeconds: Double
    package let isCached: Bool
    /// Why the cell was computed or not; nil where the run uses no store, or the cell did not end well.
    package let explanation: CellExplanation?
    /// Paths of the files outside the notebook on which the result rests.
    package let files: [String]
    /// The cell whose failure is the reason for skipping this one, as messages name it; nil unless skipped for one.
    package let skippedFor: String?
    /// What the cell's measurements were taken with, when it was computed; nil where it has none.
    package let conditions: MeasurementConditions?
    /// What the data behind the cell stand in for, its own or those of a cell that it depends on.
    package let substituteFor: String?

    package init(
        cell: Cell, status: CellStatus, result: CellResult?, failure: CellFailure?, seconds: Double,
        loadSeconds: Double = 0, isCached: Bool = false, explanation: CellExplanation? = nil,
        files: [String] = [], skippedFor: String? = nil,
        conditions: MeasurementConditions? = nil, substituteFor: String?
    ) {
        self.cell = cell
        self.status = status
        self.result = result
        self.failure = failure
        self.seconds = seconds
        self.loadSeconds = loadSeconds
        self.isCached = isCached
        self.explanation = explanation
        self.files = files
        self.skippedFor = skippedFor
        self.conditions = conditions
        self.substituteFor = substituteFor
    }

    /// The outputs that pages and exports show.
    package var shownOutputs: [CellOutput] { cell.presentation.showsOutputs ? result?.outputs ?? [] : [] }
}

/// How a cell ended.
package enum CellStatus: String, Sendable, Codable {
    case ok
    /// It explains why in `failure`.
    case failed
    /// A cell that it depends on did not end well.
    case skipped
    case interrupted
    /// It has not ended yet: in runs that are shown while they go on, never in a finished one.
    case waiting
}
