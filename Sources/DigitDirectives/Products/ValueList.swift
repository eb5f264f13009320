import NotebookCore

/// Values below one path, in the order in which a cell promises them: the most telling one first.
struct ValueList: Sendable {
    private(set) var entries: [(path: ValuePath, value: Value)]

    /// Values by their names below the path that `parts` make.
    init(under parts: [String], _ values: KeyValuePairs<String, Value>) {
        entries = values.map { (ValuePath(parts + [$0.key]), $0.value) }
    }

    mutating func append(_ other: ValueList) { entries += other.entries }

    var byPath: [ValuePath: Value] { Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0.value) }) }
    var publications: [Publication] { entries.map { Publication($0.path) } }
}
