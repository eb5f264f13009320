/// What a browser is told of a cell that runs.
package struct CellUpdate: Encodable, Hashable, Sendable {
    /// The cell's id.
    package var cell: String
    /// What is going on.
    package var stage: String
    /// 0…1 of the cell; nil where unknown.
    package var fraction: Double?
    /// Figures in words.
    package var figures: [String]
    /// The time left, in words.
    package var left: String?
    /// Outputs so far; nil where they are as before.
    package var html: String?

    package init(
        cell: String, stage: String, fraction: Double? = nil, figures: [String] = [], left: String? = nil,
        html: String? = nil
    ) {
        self.cell = cell
        self.stage = stage
        self.fraction = fraction
        self.figures = figures
        self.left = left
        self.html = html
    }
}
