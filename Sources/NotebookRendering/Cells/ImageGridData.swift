import NotebookCore

/// What a model made of the images of a grid as a table, for readers without scripts, who cannot open an image.
enum ImageGridData {
    /// A row for each image with its probabilities; nil where no image has any, or no two have equally many.
    static func table(of grid: ImageGrid) -> Table? {
        let read = grid.items.filter { $0.trueClass != nil && $0.predictedClass != nil && !$0.probabilities.isEmpty }
        let classes = read.first?.probabilities.count ?? 0
        guard classes > 0, read.count == grid.items.count, read.allSatisfy({ $0.probabilities.count == classes }) else {
            return nil
        }
        return Table(
            title: grid.title,
            columns: ["Image", "True", "Read as"].map { Table.Column($0) }
                + (0..<classes).map { Table.Column("P(\($0))") },
            rows: read.enumerated().map { index, item in
                [
                    .number(Double(index + 1), .integer), .text(item.trueClass.map(String.init) ?? ""),
                    .text(item.predictedClass.map(String.init) ?? ""),
                ]
                    + item.probabilities.map { .number($0, .percent(1)) }
            })
    }
}
