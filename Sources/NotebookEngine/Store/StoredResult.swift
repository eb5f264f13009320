import NotebookCore

/// A cell's result as the store keeps it; the product lies beside it, to be read when it is wanted.
struct StoredResult: Codable {
    var outputs: [CellOutput]
    var values: [String: Value]
    var measurements: [String: Double]
    var provenance: DataProvenance?
    var failedExpectations: [String]
    var notes: [String]
    /// Nil where there are none.
    var claims: [AssessedClaim]?
    var answers: [ImageAnswers]?
    var outcomes: [StoredOutcomes]?
    /// What the measurements were taken with; nil where there are none.
    var conditions: MeasurementConditions?
    /// Seconds that the computation took.
    var seconds: Double
    /// The results that the cell was computed from.
    var sources: Set<Source>

    /// A result that another was computed from.
    struct Source: Hashable, Codable {
        /// The identity of its cell's key; two cells that compute the same share it.
        var identity: String
        /// Tells it from other computations of such a cell.
        var stamp: String
    }

    init(
        _ result: CellResult, conditions: MeasurementConditions? = nil, seconds: Double, sources: Set<Source>
    ) {
        outputs = result.outputs
        values = Dictionary(uniqueKeysWithValues: result.values.map { ($0.key.text, $0.value) })
        measurements = Dictionary(uniqueKeysWithValues: result.measurements.map { ($0.key.text, $0.value) })
        provenance = result.provenance
        failedExpectations = result.failedExpectations
        notes = result.notes
        claims = result.claims.isEmpty ? nil : result.claims
        answers = result.answers.isEmpty ? nil : result.answers
        outcomes = result.outcomes.isEmpty ? nil : StoredOutcomes.all(of: result.outcomes)
        self.conditions = conditions
        self.seconds = seconds
        self.sources = sources
    }

    /// The result, without its product.
    var result: CellResult {
        CellResult(
            outputs: outputs,
            values: Dictionary(uniqueKeysWithValues: values.map { (ValuePath($0.key), $0.value) }),
            measurements: Dictionary(uniqueKeysWithValues: measurements.map { (ValuePath($0.key), $0.value) }),
            provenance: provenance, failedExpectations: failedExpectations, notes: notes, claims: claims ?? [],
            answers: answers ?? [], outcomes: (outcomes ?? []).reduce(into: [:]) { $0.merge($1.selections) { $1 } })
    }
}

/// The outcomes on one set of images, kept once for all the fractions that are counted from them.
struct StoredOutcomes: Codable {
    private var outcomes: ImageOutcomes
    /// Paths of fractions of all images.
    private var overall: [String]
    /// Paths of fractions of one class.
    private var byClass: [String: UInt8]

    static func all(of selections: [ValuePath: ImageOutcomes.Selection]) -> [StoredOutcomes] {
        Dictionary(grouping: selections.sorted { $0.key < $1.key }, by: \.value.outcomes).map { outcomes, selections in
            StoredOutcomes(
                outcomes: outcomes,
                overall: selections.filter { $0.value.classIndex == nil }.map(\.key.text),
                byClass: Dictionary(
                    uniqueKeysWithValues: selections.compactMap { path, selection in
                        selection.classIndex.map { (path.text, $0) }
                    }))
        }.sorted { $0.order < $1.order }
    }

    private var order: String { (overall + byClass.keys).min() ?? "" }

    var selections: [ValuePath: ImageOutcomes.Selection] {
        var selections: [ValuePath: ImageOutcomes.Selection] = [:]
        for path in overall { selections[ValuePath(path)] = ImageOutcomes.Selection(outcomes) }
        for (path, classIndex) in byClass {
            selections[ValuePath(path)] = ImageOutcomes.Selection(outcomes, classIndex: classIndex)
        }
        return selections
    }
}

extension CellResult {
    /// Tells computations of one cell apart: the measurements, the only part in which they differ.
    ///
    /// A cell that was computed from other measurements than its page shows would contradict it, so that each kept
    /// result knows the stamps of those that it was computed from.
    var stamp: String {
        var digest = InputDigest()
        for (_, number) in measurements.sorted(by: { $0.key < $1.key }) { digest.append(String(number)) }
        return digest.finalize().hexadecimal
    }
}
