package import NotebookCore
package import NotebookEngine

/// The numbers and anchors of a page's figures and tables, known before any of them is rendered so that prose can refer
/// forward.
package struct OutputNumbering {
    /// A numbered output.
    package struct Place: Equatable {
        package enum Kind: String {
            case figure = "Figure"
            case table = "Table"
        }

        package var kind: Kind
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
        var anchors: Set<String> = ["main"]
        var places: [String: [Place?]] = [:]
        var names: [String: String] = [:]
        var counts: [Place.Kind: Int] = [:]
        for run in cells {
            anchors.insert(CellRenderer.anchor(of: run.cell))
            var countsHere: [Place.Kind: Int] = [:]
            places[run.cell.id] = run.shownOutputs.map { output in
                let kind: Place.Kind
                switch output {
                case .table: kind = .table
                case .chart, .images: kind = .figure
                case .text: return nil
                }
                counts[kind, default: 0] += 1
                countsHere[kind, default: 0] += 1
                let prefix = kind == .figure ? "fig-" : "tbl-"
                let suffix = countsHere[kind] == 1 ? "" : "-\(countsHere[kind, default: 1])"
                let place = Place(
                    kind: kind, number: counts[kind, default: 1], anchor: prefix + run.cell.id + suffix)
                anchors.insert(place.anchor)
                names[place.anchor] = place.name
                return place
            }
        }
        self.anchors = anchors
        self.places = places
        self.names = names
    }

    /// The place of each output of a cell; nil for those without a number.
    package func places(of cell: Cell) -> [Place?] { places[cell.id] ?? [] }

    /// "Figure 3" for the anchor of the third figure; nil for other anchors.
    package func name(ofAnchor anchor: String) -> String? { names[anchor] }
}
