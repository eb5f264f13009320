/// All that a cell gives: what it shows, what it publishes, what it makes for other cells.
package struct CellResult: Sendable {
    package var outputs: [CellOutput]
    /// One value for each path that the cell promised as a value.
    package var values: [ValuePath: Value]
    /// One number for each path that the cell promised as a measurement (seconds, images per second …).
    package var measurements: [ValuePath: Double]
    package var product: (any CellProduct)?
    /// Where the cell's data come from, for the top of the page.
    package var provenance: DataProvenance?
    /// Expectations that do not hold, each in one line; any makes the run exit with 3.
    package var failedExpectations: [String]
    /// Remarks that belong beside the outputs, such as a fallback that was taken.
    package var notes: [String]
    /// What became of the cell's claims.
    package var claims: [AssessedClaim]
    /// What runs read in the images that the cell measured them on.
    package var answers: [ImageAnswers]
    /// Which images are behind the fractions among the values, by path, so that fractions of the same images are compared
    /// in pairs.
    package var outcomes: [ValuePath: ImageOutcomes.Selection]

    package init(
        outputs: [CellOutput] = [], values: [ValuePath: Value] = [:], measurements: [ValuePath: Double] = [:],
        product: (any CellProduct)? = nil, provenance: DataProvenance? = nil,
        failedExpectations: [String] = [], notes: [String] = [], claims: [AssessedClaim] = [],
        answers: [ImageAnswers] = [], outcomes: [ValuePath: ImageOutcomes.Selection] = [:]
    ) {
        self.outputs = outputs
        self.values = values
        self.measurements = measurements
        self.product = product
        self.provenance = provenance
        self.failedExpectations = failedExpectations
        self.notes = notes
        self.claims = claims
        self.answers = answers
        self.outcomes = outcomes
    }
}

/// Where data come from.
package struct DataProvenance: Hashable, Sendable, Codable {
    /// One line, such as "MNIST" or "synthetic digits, drawn by the program".
    package var summary: String
    /// What the data stand in for; nil where they are what the notebook asked for. Claims that rest on a
    /// substitute are not applicable.
    package var substituteFor: String?
    /// SHA-256 of each file, in hexadecimal, by file name.
    package var digests: [String: String]

    package init(summary: String, substituteFor: String? = nil, digests: [String: String] = [:]) {
        self.summary = summary
        self.substituteFor = substituteFor
        self.digests = digests
    }
}

/// A failure that a cell explains to the notebook's author.
package struct CellFailure: Error, Hashable, Sendable {
    /// What went wrong, in one line.
    package var summary: String
    /// What to do about it.
    package var remedy: String?
    /// Whether the files that the run was given are at fault, not the notebook.
    package var concernsInputFiles: Bool

    package init(_ summary: String, remedy: String? = nil, concernsInputFiles: Bool = false) {
        self.summary = summary
        self.remedy = remedy
        self.concernsInputFiles = concernsInputFiles
    }
}
