import Markup
import NotebookCore
import NotebookEngine

/// Says at the top of a page which data it rests on, and loudly where they stand in for others.
struct DataBanner {
    private let sources: [(data: DataProvenance, trainingImages: [Int])]

    init(_ run: Run) {
        var sources: [(data: DataProvenance, trainingImages: [Int])] = []
        for cell in run.cells {
            guard let result = cell.result, let data = result.provenance else { continue }
            // As the cell publishes them.
            let count = result.values.first { $0.key.text.hasSuffix(".training.images") }?.value.number.map { Int($0) }
            if let index = sources.firstIndex(where: { $0.data == data }) {
                sources[index].trainingImages += [count].compactMap(\.self)
            } else {
                sources.append((data, [count].compactMap(\.self)))
            }
        }
        self.sources = sources
    }

    @NodeBuilder
    var element: [Node] {
        for (data, counts) in sources {
            if let original = data.substituteFor {
                Element("div", .class("banner warning")) {
                    Element("p") {
                        Element("strong") { "These are not \(original) results. " }
                        "Data: \(data.summary)\(Self.images(counts)), standing in for \(original). "
                        "Claims about \(original) are marked as not applicable."
                    }
                }
            } else {
                Element("p", .class("banner")) {
                    Element("strong") { "Data: " }
                    data.summary + Self.images(counts)
                }
            }
        }
    }

    /// ", 48,000 training images" and those of smaller parts.
    private static func images(_ counts: [Int]) -> String {
        let distinct = Set(counts).sorted(by: >).map { NumberFormat.integer.text(for: Double($0)) }
        guard let most = distinct.first else { return "" }
        let parts = distinct.dropFirst()
        return ", \(most) training images"
            + (parts.isEmpty ? "" : " (in parts also \(parts.joined(separator: " and ")))")
    }
}
