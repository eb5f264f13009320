import NotebookCore

/// Reads what a notebook declares under `params:`.
enum ParameterReader {
    private static let keys = ["type", "default"]

    /// The parameters that can be read; what is wrong with the others goes to `diagnostics`.
    static func parameters(
        _ node: OptionNode, into diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) -> [Parameter] {
        guard case .mapping(let entries) = node.content else {
            if node.isEmpty { return [] }
            throw Diagnostic(at: node.location, "`params` is a mapping", remedy: "Write one `name: default` a line.")
        }
        var parameters: [Parameter] = []
        for entry in entries {
            do throws(Diagnostic) {
                parameters.append(try parameter(entry))
            } catch {
                diagnostics.append(error)
            }
        }
        return parameters
    }

    private static func parameter(_ entry: OptionNode.Entry) throws(Diagnostic) -> Parameter {
        guard ValuePath.isKebabCase(entry.key) else {
            throw Diagnostic(
                at: entry.keyLocation, "‘\(entry.key)’ is no name for a parameter",
                remedy: "Names are lower-case words joined by hyphens: `learning-rate`.")
        }
        guard case .mapping(let details) = entry.value.content else {
            guard entry.value.content != .null else {
                throw Diagnostic(
                    at: entry.keyLocation, "the parameter `\(entry.key)` has no default",
                    remedy: "Write one behind the colon, so that the notebook runs as it is: `\(entry.key): 5`.")
            }
            let text = try entry.value.scalar(expected: "a number, yes or no, or text")
            return Parameter(
                name: entry.key, kind: .init(ofDefault: text), text: text, location: entry.value.location)
        }
        if let unknown = details.first(where: { !keys.contains($0.key) }) {
            let suggestion = Suggestion.closest(to: unknown.key, among: keys).map { "Did you mean `\($0)`?" }
            throw Diagnostic(
                at: unknown.keyLocation, "a parameter has no `\(unknown.key)`",
                remedy: suggestion ?? "It has a `type` and a `default`.")
        }
        guard let node = details.first(where: { $0.key == "default" })?.value, node.content != .null else {
            throw Diagnostic(
                at: entry.keyLocation, "the parameter `\(entry.key)` has no default",
                remedy: "Add `default: …`, so that the notebook runs as it is.")
        }
        let text = try node.scalar(expected: "a number, yes or no, or text")
        let type = try details.first { $0.key == "type" && $0.value.content != .null }.map { entry throws(Diagnostic) in
            try OptionType<Parameter.Kind>.choice.read(entry.value)
        }
        let kind = type ?? .init(ofDefault: text)
        guard kind.accepts(text) else {
            throw Diagnostic(
                at: node.location, "the default ‘\(text)’ is not \(kind.wording), as `type: \(kind.rawValue)` says",
                remedy: "Change one of the two.")
        }
        return Parameter(name: entry.key, kind: kind, text: text, location: node.location)
    }
}
