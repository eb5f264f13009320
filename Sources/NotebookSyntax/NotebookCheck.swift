import NotebookCore

/// Checks what cells and prose say of one another: references, published paths, cycles.
struct NotebookCheck {
    private(set) var diagnostics: [Diagnostic] = []

    private let cells: [Cell]
    private let cellsByLabel: [String: Cell]
    private let unreadLabels: Set<String>
    private let isComplete: Bool
    private let runValues: RunValues
    private var publishers: [ValuePath: Cell] = [:]

    /// - Parameter isComplete: Whether all cells could be read; if not, values that seem missing are let pass.
    init(
        cells: [Cell], inlineValues: [InlineValue], runValues: RunValues, unreadLabels: Set<String>, isComplete: Bool
    ) {
        self.cells = cells
        self.runValues = runValues
        self.unreadLabels = unreadLabels
        self.isComplete = isComplete
        cellsByLabel = Dictionary(cells.compactMap { cell in cell.label.map { ($0, cell) } }) { first, _ in first }
        collectPublications()
        let hasClaims = cells.contains { $0.directive is ClaimsDirective }
        for cell in cells {
            for reference in cell.references { check(reference, of: cell) }
        }
        for value in inlineValues {
            for mention in value.expression.mentions where !(hasClaims && ClaimTally.paths.contains(mention.path)) {
                check(mention.path, at: mention.location)
            }
        }
        checkUnits(of: inlineValues)
        if diagnostics.isEmpty, let cycle = DependencyGraph(cells: cells).cycle { report(cycle) }
    }

    private mutating func collectPublications() {
        for cell in cells {
            for publication in cell.publications {
                if let other = publishers[publication.path] {
                    diagnostics.append(
                        Diagnostic(
                            at: SourceLocation(line: cell.lines.lowerBound, length: cell.directiveName.count + 3),
                            "\(cell.displayName) publishes `\(publication.path)`, as does \(other.displayName)"
                                + " on line \(other.lines.lowerBound)",
                            remedy: "Let one cell publish it: remove one, or give them different labels or options."))
                    break
                }
                publishers[publication.path] = cell
            }
        }
    }

    private mutating func check(_ reference: Reference, of cell: Cell) {
        switch reference.target {
        case .value(let path): check(path, at: reference.location)
        case .product(let label, let kind):
            guard let other = cellsByLabel[label] else {
                reportMissingCell(label, at: reference.location) { $0.directiveProduct.map { $0 == kind } ?? false }
                return
            }
            guard other.directiveProduct.map({ $0 == kind }) ?? false else {
                diagnostics.append(
                    Diagnostic(
                        at: reference.location,
                        "`\(label)` is a \(other.directiveName) cell, which makes no \(kind.kind)",
                        remedy: candidates { $0.directiveProduct.map { $0 == kind } ?? false }))
                return
            }
        case .label(let label, let directive):
            guard let other = cellsByLabel[label] else {
                reportMissingCell(label, at: reference.location) { $0.directiveName == directive }
                return
            }
            if other.directiveName != directive {
                diagnostics.append(
                    Diagnostic(
                        at: reference.location, "`\(label)` is a \(other.directiveName) cell, not a \(directive) cell",
                        remedy: candidates { $0.directiveName == directive }))
            }
        }
    }

    private mutating func reportMissingCell(
        _ label: String, at location: SourceLocation, suits: (Cell) -> Bool
    ) {
        guard !unreadLabels.contains(label) else { return }
        let labels = cells.filter(suits).compactMap(\.label)
        let suggestion = Suggestion.closest(to: label, among: labels).map { "Did you mean `\($0)`?" }
        diagnostics.append(
            Diagnostic(at: location, "no cell has the label `\(label)`", remedy: suggestion ?? candidates(suits)))
    }

    private func candidates(_ suits: (Cell) -> Bool) -> String {
        let labels = cells.filter(suits).compactMap(\.label).map { "`\($0)`" }
        return labels.isEmpty
            ? "The notebook has no cell that would fit." : "It could be \(labels.joined(separator: ", "))."
    }

    private mutating func check(_ path: ValuePath, at location: SourceLocation) {
        guard publishers[path] == nil, runValues[path] == nil, isComplete else { return }
        let known = publishers.keys.map(\.text) + runValues.paths.map(\.text)
        let suggestion = Suggestion.closest(to: path.text, among: known.sorted())
        let label = path.parts.first ?? ""
        let remedy =
            renamed(path).map { "It is called `\($0)` now." } ?? suggestion.map { "Did you mean `\($0)`?" }
            ?? (cellsByLabel[label].map {
                "Add the cell that would measure it; \($0.displayName) on line \($0.lines.lowerBound) does not."
            } ?? "No cell has the label `\(label)`; `notebook directives` says what each cell publishes.")
        diagnostics.append(Diagnostic(at: location, "no cell publishes `\(path)`", remedy: remedy))
    }

    /// Finds numbers that are added, written or compared as what they are not.
    private mutating func checkUnits(of inlineValues: [InlineValue]) {
        func unit(of path: ValuePath) -> Unit? {
            publishers[path]?.publications.first { $0.path == path }?.unit ?? runValues[path]?.unit
        }
        for cell in cells { diagnostics += cell.directive.check(unitsBy: unit) }
        for value in inlineValues {
            do {
                try value.expression.checkUnits(unit)
            } catch {
                diagnostics.append(error)
            }
        }
    }

    /// What a path is called now whose end was renamed.
    private func renamed(_ path: ValuePath) -> ValuePath? {
        for cell in cells {
            for (old, new) in type(of: cell.directive).renamedPublications where path.text.hasSuffix("." + old) {
                let current = ValuePath(path.text.dropLast(old.count) + new)
                if publishers[current] != nil { return current }
            }
        }
        return nil
    }

    private mutating func report(_ cycle: [Cell]) {
        guard let first = cycle.first else { return }
        let names = (cycle + [first]).map { $0.label ?? $0.displayName }.joined(separator: " → ")
        diagnostics.append(
            Diagnostic(
                at: SourceLocation(line: first.lines.lowerBound, length: first.directiveName.count + 3),
                "cells wait for each other: \(names)", remedy: "Break the circle in one of them."))
    }
}

extension Cell {
    fileprivate var directiveProduct: (any CellProduct.Type)? { type(of: directive).product }
}
