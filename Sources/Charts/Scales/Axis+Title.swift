import NotebookCore

extension Axis {
    /// "Shift (pixels)", "Loss (cross-entropy, nats)"
    var titleWithUnit: String {
        guard let unit else { return title }
        return title.hasSuffix(")") ? "\(title.dropLast()), \(unit))" : "\(title) (\(unit))"
    }
}
