import Charts
import Markup
import NotebookCore
import NotebookEngine

/// Renders one cell: its source, what it shows, its remarks, or why it shows nothing.
struct CellRenderer {
    let cell: CellRun
    let run: Run
    let numbering: OutputNumbering
    let sheets: ImageSheets

    static func anchor(of cell: Cell) -> String { anchor(ofCell: cell.id) }
    static func anchor(ofCell id: String) -> String { "cell-" + id }

    var element: Element {
        let english = ProgramLanguage.attributes(in: run.notebook.frontMatter)
        return Element(
            "div", .class("cell"), .id(Self.anchor(of: cell.cell)), english.lang, english.dir,
            cell.status == .waiting ? .data("state", cell.status.rawValue) : nil
        ) {
            // A failed cell shows its source with the failure.
            if cell.cell.presentation.showsSource, [.ok, .skipped, .waiting].contains(cell.status) { source }
            switch cell.status {
            case .waiting: Node.fragment([])
            case .ok: outputs
            case .failed, .interrupted: FailureBox(cell: cell, run: run).element
            case .skipped: FailureBox(cell: cell, run: run).skippedElement
            }
            remarks
        }
    }

    private var source: Element {
        Element("details", .class("source"), .flag("open", !cell.cell.presentation.foldsSource)) {
            Element("summary") {
                cell.cell.directiveName
                if let label = cell.cell.label {
                    " "
                    Element("em") { label }
                }
                if cell.status == .ok, cell.seconds >= 1 {
                    " "
                    Element("small") { NumberFormat.duration.text(for: cell.seconds) }
                }
            }
            Element("pre") { Element("code") { fencedSource } }
        }
    }

    private var fencedSource: String {
        cell.cell.lines.map { String(run.notebook.source[$0]) }.joined(separator: "\n")
    }

    @NodeBuilder
    private var outputs: [Node] {
        let places = numbering.places(of: cell.cell)
        let presentation = cell.cell.presentation
        let all = cell.shownOutputs
        let captioned = all.firstIndex { if case .text = $0 { false } else { true } }
        let described = all.firstIndex { output in
            switch output {
            case .chart, .images: true
            case .table, .text: false
            }
        }
        let isDataElsewhere = ChartData.isStatedElsewhere(among: all)
        let expressions = (cell.cell.directive as? ClaimsDirective)?.expressions ?? []
        let nodes = all.enumerated().map { index, output in
            OutputRenderer(
                output: output, place: places.indices.contains(index) ? places[index] : nil,
                caption: index == captioned ? presentation.caption : nil,
                alternativeText: index == described ? presentation.alternativeText : nil, width: presentation.width,
                isDataElsewhere: isDataElsewhere[index], expressions: expressions, sheets: sheets
            ).nodes
        }
        let pair = pairOfCharts(among: all, isDataElsewhere)
        for index in all.indices where index != pair?.upperBound {
            if let pair, index == pair.lowerBound {
                Element("div", .class("pair", "narrow")) { nodes[index] + nodes[index + 1] }
            } else {
                Node.fragment(nodes[index])
            }
        }
    }

    /// Two curves over the same axis, such as the loss and the accuracy of a training, which stand side by side where there is
    /// room.
    private func pairOfCharts(among outputs: [CellOutput], _ isDataElsewhere: [Bool]) -> ClosedRange<Int>? {
        guard cell.cell.presentation.width == 1 else { return nil }
        func axis(_ index: Int) -> Axis? {
            if isDataElsewhere[index], case .chart(let chart) = outputs[index], case .line(let line) = chart.kind {
                line.x
            } else {
                nil
            }
        }
        return outputs.indices.dropLast().first { axis($0) != nil && axis($0) == axis($0 + 1) }.map { $0...$0 + 1 }
    }

    @NodeBuilder
    private var remarks: [Node] {
        for expectation in cell.result?.failedExpectations ?? [] {
            Element("p", .class("note unmet")) {
                Element("strong") { "Expectation not met: " }
                BacktickedText(expectation).nodes
            }
        }
        for note in cell.result?.notes ?? [] {
            Element("p", .class("note")) { BacktickedText(note).nodes }
        }
    }
}
