package import MarkdownSyntax
package import NotebookCore
package import NotebookEngine

/// The numbers and anchors of a page's figures and tables, known before any of them is rendered so that prose can refer
/// forward.
package struct OutputNumbering {
    /// A numbered output.
    package struct Place: Equatable {
        package var kind: CellOutput.Numbering
        package var number: Int
        package var anchor: String

        /// "Figure 3"
        package var name: String { "\(kind.rawValue)\u{A0}\(number)" }
    }

    /// All anchors that a page gives out itself, so that no heading takes one.
    let anchors: Set<String>
    private let places: [String: [Place?]]
    private let names: [String: String]

    package init(_ cells: [CellRun]) {
        var anchors: Set<String> = [Self.main]
        var places: [String: [Place?]] = [:]
        var names: [String: String] = [:]
        var counts: [CellOutput.Numbering: Int] = [:]
        for run in cells {
            anchors.insert(CellRenderer.anchor(of: run.cell))
            var countsHere: [CellOutput.Numbering: Int] = [:]
            places[run.cell.id] = run.shownOutputs.map { output in
                guard let kind = output.numbering else { return nil }
                counts[kind, default: 0] += 1
                countsHere[kind, default: 0] += 1
                let place = Place(
                    kind: kind, number: counts[kind, default: 1],
                    anchor: Self.anchor(of: kind, number: countsHere[kind, default: 1], cell: run.cell.id))
                anchors.insert(place.anchor)
                names[place.anchor] = place.name
                return place
            }
        }
        self.anchors = anchors
        self.places = places
        self.names = names
    }

    /// The anchor of the page's main part.
    static let main = "main"

    /// The anchor of a cell's figure or table, which are numbered from 1 each.
    static func anchor(of kind: CellOutput.Numbering, number: Int, cell: String) -> String {
        (kind == .figure ? "fig-" : "tbl-") + cell + (number == 1 ? "" : "-\(number)")
    }

    /// The place of each output of a cell; nil for those without a number.
    package func places(of cell: Cell) -> [Place?] { places[cell.id] ?? [] }

    /// What a link to a figure or table shows in place of its content: the number, where the content is "Figure", "Table" or
    /// nothing. Nil where the content stands.
    package func name(ofLinkTo anchor: String, content: [Inline]) -> String? {
        ["", "Figure", "Table"].contains(content.plainText) ? name(ofAnchor: anchor) : nil
    }

    /// "Figure 3" for the anchor of the third figure; nil for other anchors.
    package func name(ofAnchor anchor: String) -> String? { names[anchor] }
}
