import NotebookCore

/// Checks what cells and prose say of one another: references, published paths, cycles, options that do not fit each other.
struct NotebookCheck {
    /// What is wrong, each cause once.
    private(set) var diagnostics: [Diagnostic] = []
    /// Places that are only wrong because a cell could not be read, by the position of the diagnostic that says why.
    private(set) var consequences: [Int: [SourceLocation]] = [:]

    private let vocabulary: Vocabulary
    private let cells: [Cell]
    private let cellsByLabel: [String: Cell]
    private let unread: [UnreadCell]
    private let runValues: RunValues
    private let hasClaims: Bool
    private var publishers: [ValuePath: Cell] = [:]
    private var publishedByLabel: [String: [ValuePath]] = [:]
    /// Positions of the diagnostics that have been told, by what is missing.
    private var told: [String: Int] = [:]

    init(_ collector: CellCollector, inlineValues: [InlineValue], runValues: RunValues) {
        vocabulary = collector.vocabulary
        cells = collector.cells
        unread = collector.unread
        self.runValues = runValues
        hasClaims = cells.contains { $0.directive is ClaimsDirective }
        cellsByLabel = Dictionary(cells.compactMap { cell in cell.label.map { ($0, cell) } }) { first, _ in first }
        collectPublications()
        for cell in cells {
            for reference in cell.references { check(reference, of: cell) }
        }
        for value in inlineValues {
            for mention in value.expression.mentions where !isTally(mention.path) {
                check(mention.path, at: mention.location)
            }
        }
        checkUnits(of: inlineValues)
        if diagnostics.isEmpty, consequences.isEmpty, let cycle = DependencyGraph(cells: cells).cycle { report(cycle) }
        let referenced = ReferencedCells(cells)
        for cell in cells { diagnostics += cell.directive.problems(with: referenced) }
    }

    /// Whether a path is published, or has the label of a cell in front.
    func isKnown(_ path: ValuePath) -> Bool {
        if publishers[path] != nil || runValues[path] != nil || isTally(path) { return true }
        let parts = path.parts
        return parts.count > 1 && (cellsByLabel[parts[0]] != nil || unread.contains { $0.label == parts[0] })
    }

    /// Whether a path is of the tally of claims, which prose may name.
    private func isTally(_ path: ValuePath) -> Bool { hasClaims && ClaimTally.paths.contains(path) }

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
                publishedByLabel[publication.path.parts.first ?? "", default: []].append(publication.path)
            }
        }
    }

    /// Tells of something missing, or adds the place to what has been told of it.
    private mutating func report(_ cause: String, at location: SourceLocation, _ diagnostic: () -> Diagnostic) {
        if let position = told[cause] {
            diagnostics[position].consequences.append(location)
        } else {
            told[cause] = diagnostics.count
            diagnostics.append(diagnostic())
        }
    }

    // MARK: Cells

    private mutating func check(_ reference: Reference, of cell: Cell) {
        switch reference.target {
        case .value(let path): check(path, at: reference.location)
        case .product(let label, let kind):
            let suits = { (cell: Cell) in type(of: cell.directive).product.map { $0 == kind } ?? false }
            guard let other = cellsByLabel[label] else {
                let makers = vocabulary.directives.filter { $0.product.map { $0 == kind } ?? false }
                reportMissingCell(label, of: makers, at: reference.location, suits: suits)
                return
            }
            guard suits(other) else {
                diagnostics.append(
                    Diagnostic(
                        at: reference.location,
                        "`\(label)` is a \(other.directiveName) cell, which makes no \(kind.kind)",
                        remedy: candidates(suits)))
                return
            }
        case .label(let label, let directive):
            guard let other = cellsByLabel[label] else {
                reportMissingCell(label, of: [vocabulary[name: directive]].compactMap(\.self), at: reference.location) {
                    $0.directiveName == directive
                }
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

    /// - Parameter makers: The directives of which one is wanted.
    private mutating func reportMissingCell(
        _ label: String, of makers: [any Directive.Type], at location: SourceLocation, suits: (Cell) -> Bool
    ) {
        if let cell = unread.first(where: { $0.label == label }) {
            consequences[cell.diagnostic, default: []].append(location)
            return
        }
        let labels = cells.filter(suits).compactMap(\.label)
        let slip = labels.first { Suggestion.isSlip(label, for: $0) }.map { "Did you mean `\($0)`?" }
        let addition = makers.first.map { "Add a cell that makes it: ```` ```\($0.name) \(label) ````." }
        let remedy = slip ?? (labels.isEmpty ? addition : nil) ?? candidates(suits)
        report("cell \(label)", at: location) {
            Diagnostic(at: location, "no cell has the label `\(label)`", remedy: remedy)
        }
    }

    private func candidates(_ suits: (Cell) -> Bool) -> String {
        let labels = cells.filter(suits).compactMap(\.label).map { "`\($0)`" }
        return labels.isEmpty
            ? "The notebook has no cell that would fit." : "It could be \(labels.joined(separator: ", "))."
    }

    private mutating func report(_ cycle: [Cell]) {
        guard let first = cycle.first else { return }
        let names = (cycle + [first]).map { $0.label ?? $0.displayName }.joined(separator: " → ")
        diagnostics.append(
            Diagnostic(
                at: SourceLocation(line: first.lines.lowerBound, length: first.directiveName.count + 3),
                "cells wait for each other: \(names)", remedy: "Break the circle in one of them."))
    }

    // MARK: Values

    private mutating func check(_ path: ValuePath, at location: SourceLocation) {
        guard publishers[path] == nil, runValues[path] == nil else { return }
        // The same path again, or another that the same cell would publish, needs no second look.
        if let position = told[path.text] {
            diagnostics[position].consequences.append(location)
            return
        }
        let missing = MissingValue(
            path: path, vocabulary: vocabulary, cells: cells, cellsByLabel: cellsByLabel, published: publishedByLabel)
        if let cell = unreadCell(publishing: missing) {
            consequences[cell.diagnostic, default: []].append(location)
            return
        }
        let label = path.parts.first ?? ""
        if let position = told["cell \(label)"], cellsByLabel[label] == nil {
            diagnostics[position].consequences.append(location)
            return
        }
        let remedy = runValues.remedy(for: path) ?? missing.remedy
        let cause = remedy.hasPrefix("Add ") || remedy.hasPrefix("No cell ") ? remedy : path.text
        report(cause, at: location) { Diagnostic(at: location, "no cell publishes `\(path)`", remedy: remedy) }
        told[path.text] = told[cause]
    }

    /// The cell that would publish a value if it could be read.
    private func unreadCell(publishing missing: MissingValue) -> UnreadCell? {
        let label = missing.path.parts.first
        return unread.first { $0.label == label && label != nil }
            ?? unread.first { cell in
                // A cell that publishes under its own label has another one.
                (cell.label == nil || cell.directive.labelRule == .optional) && missing.isPublished(by: cell.directive)
            }
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
}

extension RunValues {
    /// What to write instead of a parameter that is not declared, or of another slip for a value of the run.
    fileprivate func remedy(for path: ValuePath) -> String? {
        let isParameter = path.parts.count == 2 && path.parts[0] == "params"
        let meant = paths.first { other in
            let (words, others) = (path.parts, other.parts)
            return words.count == others.count
                && zip(words, others).allSatisfy { $0 == $1 || Suggestion.isSlip($0, for: $1) }
        }
        return meant.map { "Did you mean `\($0)`?" }
            ?? (isParameter ? "Declare `\(path.parts[1])` under `params:` in the front matter." : nil)
    }
}
