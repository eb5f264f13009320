package import NotebookCore

extension CellRun {
    /// The values that the cell published, with what they rest on.
    package var publishedValues: [ValuePath: PublishedValue] {
        (result?.values ?? [:]).mapValues { PublishedValue($0, substituteFor: substituteFor) }
    }

    /// The measurements that the cell published, with what they rest on.
    package var publishedMeasurements: [ValuePath: PublishedValue] {
        (result?.measurements ?? [:]).mapValues {
            PublishedValue(.number($0), kind: .measurement, substituteFor: substituteFor)
        }
    }
}
