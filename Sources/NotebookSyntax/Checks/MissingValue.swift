import NotebookCore

/// A path that no cell publishes: what it was meant to be, or which cell would publish it.
///
/// All of it follows from the forms of paths that directives declare. Another cell's value is never offered: `medium.test.accuracy`
/// is no slip for `fast.test.accuracy`.
struct MissingValue {
    let path: ValuePath
    let vocabulary: Vocabulary
    let cells: [Cell]
    let cellsByLabel: [String: Cell]
    /// Published paths by their first word.
    let published: [String: [ValuePath]]

    /// What to write or add instead.
    var remedy: String {
        let label = path.parts.first ?? ""
        if let renamed { return "It is called `\(renamed)` now." }
        if let difference { return "Put spaces around the minus sign: `\(difference)`." }
        if cellsByLabel[label] == nil, let meant = pathWithMendedLabel { return didYouMean(meant) }
        let own = published[label, default: []]
        if let publisher = publisher(of: path) { return sentence(publisher, of: path, own) }
        if let meant = own.first(where: isSlip) { return didYouMean(meant) }
        for directive in vocabulary.directives {
            for help in directive.publicationHelp {
                guard let meant = PublicationPattern(help.pattern).path(meantBy: path) else { continue }
                if own.contains(meant) { return didYouMean(meant) }
                if let publisher = publisher(of: meant), publisher.isPossible {
                    return didYouMean(meant) + " " + sentence(publisher, of: meant, own)
                }
            }
        }
        let longer = own.filter(isShortened).sorted { $0.parts.count < $1.parts.count }.map { "`\($0)`" }
        if !longer.isEmpty {
            return "It could be \(longer.prefix(3).joined(separator: ", "))\(longer.count > 3 ? " and others" : "")."
        }
        return cellsByLabel[label].map {
            "`notebook directives` says what each cell publishes; \($0.displayName) on line \($0.lines.lowerBound) does not."
        } ?? "No cell has the label `\(label)`; `notebook directives` says what each cell publishes."
    }

    /// Whether a cell of `directive` could publish the path under some options.
    func isPublished(by directive: any Directive.Type) -> Bool { Self.isPublished(path, by: directive) }

    private static func isPublished(_ path: ValuePath, by directive: any Directive.Type) -> Bool {
        directive.publicationHelp.contains { PublicationPattern($0.pattern).bindings(of: path) != nil }
    }

    private func didYouMean(_ path: ValuePath) -> String { "Did you mean `\(path)`?" }

    /// What the path is called now, if its end was renamed.
    private var renamed: ValuePath? {
        for cell in cells {
            for (old, new) in type(of: cell.directive).renamedPublications where path.text.hasSuffix("." + old) {
                let current = ValuePath(path.text.dropLast(old.count) + new)
                if published[current.parts.first ?? "", default: []].contains(current) { return current }
            }
        }
        return nil
    }

    // MARK: Slips

    /// The path as a difference of two that are published, where its hyphen stands for a minus sign.
    private var difference: String? {
        let text = path.text
        for index in text.indices where text[index] == "-" {
            let (left, right) = (String(text[..<index]), String(text[text.index(after: index)...]))
            guard left.contains("."), right.contains("."),
                ValuePath.isWellFormed(left), ValuePath.isWellFormed(right),
                isKnown(ValuePath(left)), isKnown(ValuePath(right))
            else { continue }
            return "\(left) - \(right)"
        }
        return nil
    }

    /// Whether a path is published, or would be by a cell that could be added.
    private func isKnown(_ path: ValuePath) -> Bool {
        let label = path.parts.first ?? ""
        if published[label, default: []].contains(path) { return true }
        return cellsByLabel[label] != nil
            && vocabulary.directives.contains { Self.isPublished(path, by: $0) }
    }

    private func isSlip(for other: ValuePath) -> Bool {
        let (words, others) = (path.parts, other.parts)
        return words.count == others.count && words.first == others.first
            && zip(words, others).allSatisfy { $0 == $1 || Suggestion.isSlip($0, for: $1) }
    }

    /// Whether the path is another with words left out.
    private func isShortened(_ other: ValuePath) -> Bool {
        var words = path.parts[...]
        for word in other.parts where word == words.first { words.removeFirst() }
        return words.isEmpty
    }

    /// The path with the label of a cell in place of one that is no cell's, if that makes a published path.
    private var pathWithMendedLabel: ValuePath? {
        let words = path.parts
        guard let label = words.first, label.count > 3 else { return nil }
        let candidates = published.keys.sorted().filter { Suggestion.isSlip(label, for: $0) }
        return candidates.map { ValuePath([$0] + words.dropFirst()) }
            .first { published[$0.parts.first ?? "", default: []].contains($0) }
    }

    // MARK: Publishers

    /// A cell that would publish the path.
    private struct Publisher {
        let directive: any Directive.Type
        let help: PublicationHelp
        /// The label that it would have; nil where the path does not say.
        var label: String?
        /// Options with their texts, as the path says.
        var options: [(option: any AnyOption, text: String)] = []
        /// Labels that no cell has.
        var missingLabels: [String] = []

        /// Whether nothing else is missing.
        var isPossible: Bool { missingLabels.isEmpty }
    }

    private func publisher(of path: ValuePath) -> Publisher? {
        let publishers = vocabulary.directives.flatMap { directive in
            directive.publicationHelp.compactMap { publisher($0, of: directive, path) }
        }
        return publishers.first(where: \.isPossible) ?? publishers.first
    }

    private func publisher(_ help: PublicationHelp, of directive: any Directive.Type, _ path: ValuePath) -> Publisher? {
        guard let bindings = PublicationPattern(help.pattern).bindings(of: path) else { return nil }
        var publisher = Publisher(directive: directive, help: help)
        for (placeholder, word) in bindings.sorted(by: { $0.key < $1.key }) {
            guard let options = directive.placeholderOptions[placeholder] else {
                // The cell's own label: it cannot be that of a cell of another kind.
                guard cellsByLabel[word].map({ $0.directiveName == directive.name }) ?? true else { return nil }
                publisher.label = word
                continue
            }
            guard !options.isEmpty else { continue }
            guard let option = options.first(where: { takes(word, option: $0) }) else { return nil }
            publisher.options.append((option, word))
            if option.namesCells, cellsByLabel[word] == nil { publisher.missingLabels.append(word) }
        }
        return publisher
    }

    /// Whether a word can stand as an option's value: a label of a cell of the right kind or of none, one of its choices.
    private func takes(_ word: String, option: any AnyOption) -> Bool {
        guard let reading = try? option.read(OptionNode(.scalar(word), at: SourceLocation(line: 1))) else {
            return false
        }
        return reading.references.allSatisfy { reference in
            guard case .product(let label, let kind) = reference.target, let cell = cellsByLabel[label] else {
                return true
            }
            return type(of: cell.directive).product.map { $0 == kind } ?? false
        }
    }

    /// - Parameter own: The published paths that begin like this one.
    private func sentence(_ publisher: Publisher, of path: ValuePath, _ own: [ValuePath]) -> String {
        let pattern = PublicationPattern(publisher.help.pattern)
        if let bindings = pattern.bindings(of: path),
            let like = own.first(where: { pattern.bindings(of: $0) == bindings })
        {
            return "`\(like)` is published, and others like it, but not this number."
        }
        let name = publisher.directive.name
        if let label = publisher.label {
            guard let cell = cellsByLabel[label] else {
                return "No cell has the label `\(label)`: add ```` ```\(name) \(label) ````."
            }
            return "\(cell.displayName) on line \(cell.lines.lowerBound) does not publish it as it is: "
                + publisher.help.help
        }
        if let label = publisher.missingLabels.first {
            return "No cell has the label `\(label)`: add it, and \(addition(publisher))."
        }
        if let (cell, option, text) = extensibleCell(for: publisher) {
            return "Add `\(text)` to the `\(option)` of \(cell.displayName)."
        }
        return "Add \(addition(publisher))."
    }

    /// "an `evaluate` cell with `run: medium`"
    private func addition(_ publisher: Publisher) -> String {
        var texts: [String: [String]] = [:]
        var names: [String] = []
        for (option, text) in publisher.options where option.namesCells || option.defaultText?.trimmedList != [text] {
            if texts[option.name] == nil { names.append(option.name) }
            texts[option.name, default: []].append(text)
        }
        let options = names.map { name in
            let words = texts[name, default: []]
            return "`\(name): \(words.count == 1 ? words[0] : "[" + words.joined(separator: ", ") + "]")`"
        }
        let name = "`\(publisher.directive.name)`"
        let article = "aeiou".contains(publisher.directive.name.prefix(1)) ? "an" : "a"
        return "\(article) \(name) cell" + (options.isEmpty ? "" : " with \(options.joinedAsWords)")
    }

    /// A cell that names the same cells and lacks one word in an option that is a list.
    private func extensibleCell(for publisher: Publisher) -> (cell: Cell, option: String, text: String)? {
        let choices = publisher.options.filter { !$0.option.namesCells }
        guard choices.count == 1, case .list = choices[0].option.form else { return nil }
        let labels = Set(publisher.options.filter { $0.option.namesCells }.map(\.text))
        let cell = cells.first { cell in
            cell.directiveName == publisher.directive.name && labels.isSubset(of: cell.namedLabels)
        }
        return cell.map { ($0, choices[0].option.name, choices[0].text) }
    }
}

extension AnyOption {
    fileprivate var namesCells: Bool { form.namesCells }
}

extension Cell {
    /// Labels of the cells whose products this one needs.
    fileprivate var namedLabels: Set<String> {
        Set(references.compactMap { if case .product(let label, _) = $0.target { label } else { nil } })
    }
}

extension String {
    /// The elements of a list in brackets.
    fileprivate var trimmedList: [String] {
        trimmingPrefix("[").split { ", ]".contains($0) }.map(String.init)
    }
}
