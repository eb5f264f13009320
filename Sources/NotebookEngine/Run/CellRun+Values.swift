package import NotebookCore

extension CellRun {
    /// The values that the cell published, with what they rest on.
    package var publishedValues: [ValuePath: PublishedValue] {
        guard let result else { return [:] }
        return published(result.values, outcomes: result.outcomes)
    }

    /// The measurements that the cell published, with what they rest on.
    package var publishedMeasurements: [ValuePath: PublishedValue] {
        published((result?.measurements ?? [:]).mapValues { .number($0) })
    }

    private func published(
        _ values: [ValuePath: Value], outcomes: [ValuePath: ImageOutcomes.Selection] = [:]
    ) -> [ValuePath: PublishedValue] {
        var published: [ValuePath: PublishedValue] = [:]
        for publication in cell.publications {
            guard let value = values[publication.path] else { continue }
            published[publication.path] = PublishedValue(
                value, kind: publication.kind, unit: publication.unit, outcomes: outcomes[publication.path],
                conditions: publication.kind == .measurement ? conditions : nil, substituteFor: substituteFor)
        }
        return published
    }
}
