import NotebookCore

extension CellKey {
    /// The key of `cell` in one run. Options go by their names, which have no spaces; all other inputs' names have.
    ///
    /// Not in it: captions and other presentation, the cell's place and the prose, threads, and labels that the result
    /// does not mention. A parameter is in it as it resolves into options.
    ///
    /// - Parameters:
    ///   - substitute: What the data behind the cell stand in for; nil for the real thing.
    ///   - needed: The cells that this one needs directly, with their keys.
    init(
        _ cell: Cell, in environment: RunEnvironment, runValues: RunValues, findings: CellFindings,
        substituteFor substitute: String?, needing needed: [(Cell, CellKey)]
    ) {
        let directive = type(of: cell.directive)
        var inputs = [
            KeyInput("name of directive", directive.name),
            KeyInput("version of \(directive.name)", String(directive.version)),
            KeyInput("kernel variant", environment.kernels),
        ]
        func identity(where isMeant: (Cell) -> Bool) -> String {
            guard let (_, key) = needed.first(where: { isMeant($0.0) }) else {
                preconditionFailure("\(cell.displayName) has a key before a cell that it needs")
            }
            return key.identity
        }
        let extending = Set(directive.extendingOptions.map(\.name))
        let unmentioned = Set(directive.unmentionedReferences.map(\.name))
        // The random stream is an input of its own, which the first cell of a stream has as well as those that name it.
        let otherwiseCounted = Set((directive.searchOptions + [directive.streamOption].compactMap(\.self)).map(\.name))
        for option in directive.options where !otherwiseCounted.contains(option.name) {
            let labels = cell.optionReferences[option.name]?.compactMap(\.productLabel) ?? []
            for (index, label) in labels.enumerated() {
                let name = labels.count == 1 ? option.name : "\(option.name), \(index + 1)"
                inputs.append(KeyInput(name, identity { $0.label == label }))
                if !unmentioned.contains(option.name) {
                    inputs.append(KeyInput("label of \(name)", label, .wording))
                }
            }
            if labels.isEmpty, let text = cell.canonicalOptions[option.name] {
                inputs.append(KeyInput(option.name, text, extending.contains(option.name) ? .extent : .work))
            }
        }
        for path in Set(cell.references.compactMap(\.valuePath)) {
            let isPublished = needed.contains { $0.0.publications.contains { $0.path == path } }
            if !isPublished, let value = runValues[path] {
                inputs.append(KeyInput("value of \(path)", "\(value.value)"))
            } else {
                inputs.append(KeyInput("`\(path)`", identity { $0.publications.contains { $0.path == path } }))
            }
        }
        // What judges values says otherwise where their data only stand in for others.
        if let substitute, cell.references.contains(where: { $0.valuePath != nil }) {
            inputs.append(KeyInput("data stand in for", substitute))
        }
        if directive.drawsRandomNumbers {
            inputs.append(KeyInput("random seed", String(environment.seed)))
            inputs.append(KeyInput("random stream", cell.directive.streamLabel ?? cell.id))
        }
        inputs += findings.inputs.map { KeyInput($0.key, $0.value) }
        if let label = cell.mentionedLabel { inputs.append(KeyInput("own label", label, .wording)) }
        self.init(inputs)
    }
}

extension Cell {
    /// The cell's own label where the result mentions it: in its words or in a path that it publishes.
    fileprivate var mentionedLabel: String? {
        guard let label else { return nil }
        let isMentioned =
            type(of: directive).labelRule == .required
            || publications.contains { $0.path.parts.first == label }
        return isMentioned ? label : nil
    }
}

extension Reference {
    fileprivate var productLabel: String? {
        if case .product(let label, _) = target { label } else { nil }
    }

    fileprivate var valuePath: ValuePath? {
        if case .value(let path) = target { path } else { nil }
    }
}
