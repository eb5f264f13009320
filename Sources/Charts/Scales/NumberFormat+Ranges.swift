import NotebookCore

extension NumberFormat {
    /// "0.250 to 0.350"
    func text(for range: ClosedRange<Double>) -> String {
        "\(text(for: range.lowerBound)) to \(text(for: range.upperBound))"
    }
}
