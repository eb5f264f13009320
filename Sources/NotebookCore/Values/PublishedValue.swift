/// A value or measurement together with what it rests on.
package struct PublishedValue: Hashable, Sendable {
    package var value: Value
    package var kind: Publication.Kind
    package var unit: Unit?
    /// The outcomes that the value counts, image by image; nil where it counts no images.
    package var outcomes: ImageOutcomes.Selection?
    /// What a measurement was taken with; nil for what is no measurement.
    package var conditions: MeasurementConditions?
    /// What the data behind it stand in for (see `DataProvenance.substituteFor`); nil for the real thing.
    package var substituteFor: String?

    package init(
        _ value: Value, kind: Publication.Kind = .value, unit: Unit? = nil, outcomes: ImageOutcomes.Selection? = nil,
        conditions: MeasurementConditions? = nil, substituteFor: String? = nil
    ) {
        self.value = value
        self.kind = kind
        self.unit = unit ?? value.unit
        self.outcomes = outcomes
        self.conditions = conditions
        self.substituteFor = substituteFor
    }

    /// How the value is written where nothing else is said.
    package var naturalFormat: NumberFormat { (unit ?? .number).naturalFormat }
}
