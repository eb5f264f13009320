import NotebookCore
import Yams

/// Reads YAML into option nodes; the only importer of Yams.
struct YAMLReader {
    /// Gives the place in the file of a line and column of the YAML text, both from 1.
    let place: (_ line: Int, _ column: Int) -> SourceLocation
    /// Keys that the text may have, at the left margin and below; they tell what a line that cannot be read was meant to be.
    let keys: YAMLKeys

    init(keys: YAMLKeys, place: @escaping (_ line: Int, _ column: Int) -> SourceLocation) {
        self.keys = keys
        self.place = place
    }

    /// Nesting beyond which YAML is refused, so that no input exhausts the stack.
    private static let depthLimit = 64
    /// Nodes beyond which YAML is refused, so that no aliases multiply without end.
    private static let nodeLimit = 20_000

    /// The entries of the mapping that `text` holds; none where it holds nothing.
    func mapping(in text: String, of owner: String) throws(Diagnostic) -> [OptionNode.Entry] {
        try refuseDeepNesting(text)
        let root: Node?
        do {
            // Scalars are texts here, whatever numbers or dates they look like: no tag has to be found for them.
            root = try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch let error as YamlError {
            throw mistake(in: text) ?? diagnostic(for: error)
        } catch {
            throw Diagnostic(at: place(1, 1), "the YAML cannot be read: \(error)")
        }
        guard let root else { return [] }
        var remaining = Self.nodeLimit
        let node = try convert(root, remaining: &remaining)
        switch node.content {
        case .mapping(let entries): return entries
        case .null: return []
        case .scalar(let text) where text.isEmpty: return []
        default:
            throw mistake(in: text)
                ?? Diagnostic(
                    at: node.location, "\(owner) is not a list of options",
                    remedy: "Write one `option: value` a line.")
        }
    }

    private func convert(_ node: Node, remaining: inout Int) throws(Diagnostic) -> OptionNode {
        remaining -= 1
        guard remaining > 0 else {
            throw Diagnostic(at: place(1, 1), "the YAML has more than \(Self.nodeLimit) nodes")
        }
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return OptionNode(isNull ? .null : .scalar(scalar.string), at: location(of: scalar))
        case .sequence(let sequence):
            var nodes: [OptionNode] = []
            for element in sequence { nodes.append(try convert(element, remaining: &remaining)) }
            return OptionNode(.sequence(nodes), at: location(of: sequence.mark))
        case .mapping(let mapping):
            var entries: [OptionNode.Entry] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw Diagnostic(at: location(of: key.mark), "an option's name is a word")
                }
                entries.append(
                    .init(
                        key: name.string, keyLocation: location(of: name),
                        value: try convert(value, remaining: &remaining)))
            }
            return OptionNode(.mapping(entries), at: location(of: mapping.mark))
        case .alias:
            throw Diagnostic(at: location(of: node.mark), "YAML aliases are not supported here")
        }
    }

    private func location(of scalar: Node.Scalar) -> SourceLocation {
        let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
        var location = place(scalar.mark?.line ?? 1, (scalar.mark?.column ?? 1) + (isQuoted ? 1 : 0))
        location.length = max(1, scalar.string.prefix { !$0.isNewline }.unicodeScalars.count)
        return location
    }

    private func location(of mark: Mark?) -> SourceLocation { place(mark?.line ?? 1, mark?.column ?? 1) }

    // MARK: Errors

    /// The line below an entry that was taken as part of its value for want of a colon.
    func mistake(
        belowKeyOf entry: OptionNode.Entry, in text: String, before entries: [OptionNode.Entry]
    ) -> Diagnostic? {
        let first = place(1, 1).line
        let start = entry.keyLocation.line - first + 2
        let end = entries.map { $0.keyLocation.line - first }.filter { $0 >= start - 1 }.min() ?? .max
        guard start <= end else { return nil }
        return diagnostic(for: YAMLMistake(missingColonIn: text, lines: start...end, keys: keys))
    }

    private func mistake(in text: String) -> Diagnostic? { diagnostic(for: YAMLMistake(in: text, keys: keys)) }

    private func diagnostic(for mistake: YAMLMistake?) -> Diagnostic? {
        guard let mistake else { return nil }
        var location = place(mistake.line, mistake.column)
        location.length = mistake.length
        return Diagnostic(at: location, mistake.summary, remedy: mistake.remedy)
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let detail = [context?.text, problem].compactMap { $0?.trimmed }.joined(separator: ": ")
            return Diagnostic(
                at: place(mark.line, mark.column), "the YAML cannot be read (\(detail))",
                remedy: Self.hint(for: problem))
        case .reader(let problem, _, _, _):
            return Diagnostic(at: place(1, 1), "the YAML cannot be read (\(problem))")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.sorted().map { "`\($0)`" }.joined(separator: ", ")
            return Diagnostic(
                at: location(of: context.mark), "\(names) stands here more than once",
                remedy: "Keep one of them.")
        default:
            return Diagnostic(at: place(1, 1), "the YAML cannot be read")
        }
    }

    private static func hint(for problem: String) -> String? {
        if problem.contains("mapping values are not allowed") {
            return "A value that contains ‘: ’ needs quotes around it."
        }
        if problem.contains("cannot start any token") {
            return "A value that begins with a tab, @, ` or % needs quotes; indent with spaces."
        }
        return "Write one `option: value` a line; a value with special characters needs quotes."
    }

    /// libyaml's reader calls itself for each level of nesting; what could nest too deeply is refused before it begins.
    private func refuseDeepNesting(_ text: String) throws(Diagnostic) {
        var brackets = 0
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let indentation = line.prefix { " -?:\t".contains($0) }.count
            for character in line.utf8 {
                if character == 0x5B || character == 0x7B { brackets += 1 }
                if character == 0x5D || character == 0x7D { brackets -= 1 }
            }
            guard brackets <= Self.depthLimit, indentation <= 2 * Self.depthLimit else {
                throw Diagnostic(at: place(number + 1, 1), "the YAML is nested too deeply")
            }
        }
    }
}
