import NotebookCore

/// Values below one path, in the order in which a cell promises them: the most telling one first.
struct ValueList: Sendable {
    private(set) var entries: [(path: ValuePath, value: Value, kind: Publication.Kind, unit: Unit?)]

    /// Values by their names below the path that `parts` make.
    ///
    /// - Parameter units: Units of the values that are numbers without more; integers are counts, proportions fractions.
    init(
        under parts: [String], _ values: KeyValuePairs<String, Value>, units: [String: Unit] = [:],
        kind: Publication.Kind = .value
    ) {
        entries = values.map { name, value in
            (ValuePath(parts + [name]), value, kind, units[name] ?? value.unit ?? .number)
        }
    }

    mutating func append(_ other: ValueList) { entries += other.entries }

    var byPath: [ValuePath: Value] { Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0.value) }) }
    var publications: [Publication] { entries.map { Publication($0.path, $0.kind, unit: $0.unit) } }
}
