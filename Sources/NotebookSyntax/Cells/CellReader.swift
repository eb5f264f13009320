import MarkdownSyntax
import NotebookCore

/// Turns a fenced directive into a cell: reads its options, fills in parameters and defaults, checks what can be
/// checked without the other cells.
struct CellReader {
    let parameters: [Parameter]

    /// The cell, or nil where a problem went to `diagnostics`.
    func read(
        _ code: CodeBlock, lines: ClosedRange<Int>, as directive: any Directive.Type, id: String, label: String?,
        into diagnostics: inout [Diagnostic]
    ) -> Cell? {
        let location = SourceLocation(
            line: lines.lowerBound, column: code.info.first?.position.column ?? 1,
            length: directive.name.unicodeScalars.count)
        if let problem = ForeignOptions.problem(in: code, of: directive) {
            diagnostics.append(problem)
            return nil
        }
        let options = directive.options + PresentationOptions.all
        let yaml = YAMLReader(keys: YAMLKeys(of: options)) { line, column in
            let place = code.filePosition(ofLiteral: SourcePosition(line: line, column: column))
            return SourceLocation(line: place.line, column: place.column)
        }
        let entries: [OptionNode.Entry]
        do {
            entries = try yaml.mapping(in: code.literal, of: "a cell's body")
        } catch {
            diagnostics.append(error)
            return nil
        }
        let problemCount = diagnostics.count
        var readings: [String: OptionReading] = [:]
        var locations: [String: SourceLocation] = [:]
        var usedParameters: [String: String] = [:]
        // Options that are there in another spelling, or that a line without a colon may hold.
        var meant: Set<String> = []
        for entry in entries {
            guard let option = options.first(where: { $0.name == entry.key }) else {
                if let name = Suggestion.closest(to: entry.key, among: options.map(\.name)) { meant.insert(name) }
                diagnostics.append(unknownOption(entry, of: directive, among: options.map(\.name)))
                continue
            }
            // An empty text is as good as none.
            if entry.value.content == .null, option.form == .text { continue }
            locations[option.name] = entry.value.location
            do {
                let node = try substituteParameters(in: entry.value, &usedParameters)
                readings[option.name] = try option.read(node)
            } catch {
                if let mistake = yaml.mistake(belowKeyOf: entry, in: code.literal, before: entries) {
                    diagnostics.append(mistake)
                    meant.formUnion(options.map(\.name))
                } else {
                    diagnostics.append(error.prefixed(with: "`\(option.name)`: "))
                }
            }
        }
        var missing: [String] = []
        for option in options where readings[option.name] == nil {
            if let reading = option.defaultReading {
                readings[option.name] = reading
            } else if locations[option.name] == nil, !meant.contains(option.name) {
                missing.append(option.name)
            }
        }
        if !missing.isEmpty {
            let names = missing.map { "`\($0)`" }.joined(separator: ", ")
            diagnostics.append(
                Diagnostic(
                    at: location, "\(directive.name) needs \(names)",
                    remedy: "`notebook directives \(directive.name)` lists its options."))
        }
        guard diagnostics.count == problemCount else { return nil }
        let arguments = DirectiveArguments(
            label: label, location: location, readings: readings, locations: locations)
        do {
            return Cell(
                id: id, label: label, directive: try directive.init(arguments), lines: lines, source: code.literal,
                canonicalOptions: canonicalOptions(of: directive, readings), usedParameters: usedParameters,
                optionReferences: Dictionary(
                    directive.options.map { ($0.name, readings[$0.name]?.references ?? []) }
                ) { first, _ in first },
                presentation: PresentationOptions.presentation(from: arguments))
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    private func canonicalOptions(
        of directive: any Directive.Type, _ readings: [String: OptionReading]
    ) -> [String: String] {
        var texts: [String: String] = [:]
        for option in directive.options {
            guard let text = readings[option.name]?.canonicalText, text != option.defaultText else { continue }
            texts[option.name] = text
        }
        return texts
    }

    private func unknownOption(
        _ entry: OptionNode.Entry, of directive: any Directive.Type, among names: [String]
    ) -> Diagnostic {
        if let space = entry.key.first.flatMap(YAMLLine.name(ofSpace:)), names.contains(entry.key.trimmed) {
            return Diagnostic(
                at: entry.keyLocation, "the line is indented with a \(space)", remedy: "Indent it with spaces.")
        }
        let suggestion =
            ["label", "id", "name"].contains(entry.key)
            ? "A cell's label stands behind the directive: ```` ```\(directive.name) LABEL ````."
            : Suggestion.closest(to: entry.key, among: names).map { "Did you mean `\($0)`?" }
        return Diagnostic(
            at: entry.keyLocation, "\(directive.name) has no option `\(entry.key)`",
            remedy: suggestion ?? "It has \(names.joined(separator: ", ")).")
    }

    // MARK: Parameters

    /// The node with the texts of the parameters that it names as `$name`.
    private func substituteParameters(
        in node: OptionNode, _ used: inout [String: String]
    ) throws(Diagnostic) -> OptionNode {
        var node = node
        switch node.content {
        case .scalar(let text):
            guard text.hasPrefix("$") else { return node }
            let name = String(text.dropFirst())
            guard ValuePath.isKebabCase(name) else { return node }
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                let names = parameters.map(\.name)
                let suggestion = Suggestion.closest(to: name, among: names).map { "Did you mean `$\($0)`?" }
                throw Diagnostic(
                    at: node.location, "the notebook declares no parameter `\(name)`",
                    remedy: suggestion ?? "Declare it under `params:` in the front matter.")
            }
            used[name] = parameter.text
            node.content = .scalar(parameter.text)
        case .null: break
        case .sequence(let nodes):
            var replaced: [OptionNode] = []
            for element in nodes { replaced.append(try substituteParameters(in: element, &used)) }
            node.content = .sequence(replaced)
        case .mapping(let entries):
            var replaced: [OptionNode.Entry] = []
            for var entry in entries {
                entry.value = try substituteParameters(in: entry.value, &used)
                replaced.append(entry)
            }
            node.content = .mapping(replaced)
        }
        return node
    }
}

extension Diagnostic {
    fileprivate func prefixed(with text: String) -> Diagnostic {
        var diagnostic = self
        diagnostic.summary = text + summary
        return diagnostic
    }
}
