package import NotebookCore
import NotebookEngine

/// What the bodies of cells may hold as a JSON Schema (draft 2020-12), for editors that check and complete YAML.
///
/// Each directive's schema stands under `$defs` at its name; the whole is satisfied by the body of any cell.
package struct VocabularySchema {
    private let directives: [any Directive.Type]

    package init(_ directives: [any Directive.Type]) {
        self.directives = directives
    }

    package var text: String { String(decoding: schema.fileContents, as: UTF8.self) }

    private static let dialect = "https://json-schema.org/draft/2020-12/schema"

    private var schema: JSONValue {
        var definitions = Dictionary(directives.map { ($0.name, Self.body(of: $0)) }) { first, _ in first }
        definitions[OptionForm.parameterName] = [
            "description": "A parameter that the front matter declares under `params`, as `$name`.",
            "type": "string", "pattern": #"^\$[a-z0-9]+(-[a-z0-9]+)*$"#,
        ]
        return [
            "$schema": .string(Self.dialect),
            "title": "Body of a cell",
            "description": "What may stand in a fenced block whose first word is a directive.",
            "anyOf": .array(directives.map { ["$ref": .string("#/$defs/\($0.name)")] }),
            "$defs": .object(definitions),
        ]
    }

    private static func body(of directive: any Directive.Type) -> JSONValue {
        let options = directive.options + PresentationOptions.all
        return [
            "title": .string(directive.name),
            "description": .string(
                [directive.summary, directive.discussion].filter { !$0.isEmpty }.joined(separator: "\n\n")),
            "type": "object",
            "properties": .object(Dictionary(options.map { ($0.name, property($0)) }) { first, _ in first }),
            "required": .array(options.filter(\.isRequired).map { .string($0.name) }),
            "additionalProperties": false,
            "x-label": .string(directive.labelRule.rawValue),
            "x-example": .string(directive.example),
            "x-publishes": .array(
                directive.publicationHelp.map { help in
                    [
                        "path": .string(help.pattern), "kind": .string(help.kind.rawValue),
                        "description": .string(help.help),
                    ]
                }),
        ]
    }

    private static func property(_ option: any AnyOption) -> JSONValue {
        var schema = option.form.schema
        schema["description"] = .string("\(option.help)\n\nTakes: \(option.typeName).")
        if let text = option.defaultText, !text.isEmpty { schema["default"] = option.form.value(ofText: text) }
        return .object(schema)
    }
}

extension OptionForm {
    /// The name of the definition that parameters satisfy.
    fileprivate static let parameterName = "parameter"

    /// The keywords that what an option takes satisfies.
    fileprivate var schema: [String: JSONValue] {
        let alternatives = alternatives
        if alternatives.count == 1, case .object(let only) = alternatives[0] { return only }
        return ["anyOf": .array(alternatives)]
    }

    /// The schemas of which what an option takes satisfies one: those of its values, or the name of a parameter.
    private var alternatives: [JSONValue] {
        switch self {
        case .text, .label, .mapping: values
        case .list(let element):
            // A value by itself reads as a list of one.
            element.alternatives + [["type": "array", "items": .object(element.schema), "minItems": 1]]
        default: values + [["$ref": .string("#/$defs/\(Self.parameterName)")]]
        }
    }

    /// The same without parameters. Texts are not kept apart from what YAML takes for a number or a boolean.
    private var values: [JSONValue] {
        switch self {
        case .text: [["type": .scalars]]
        case .label: [["type": "string", "pattern": #"^\$?[a-z0-9]+(-[a-z0-9]+)*$"#]]
        case .pattern(let pattern): [["type": "string", "pattern": .string(pattern)]]
        case .boolean: [["enum": [true, false, "yes", "no", "on", "off"]]]
        case .integer(let limits):
            [
                .object(["type": "integer"].merging(Self.limits(limits)) { first, _ in first }),
                ["type": "string", "pattern": "^[-+]?[0-9]+(_[0-9]+)+$"],
            ]
        case .number(let limits): [.object(["type": "number"].merging(Self.limits(limits)) { first, _ in first })]
        case .share(let limit):
            [
                ["type": "number", "minimum": 0, "exclusiveMaximum": .number(limit)],
                ["type": "string", "pattern": #"^[0-9.]+ *%$"#],
            ]
        case .choice(let words): [["enum": .array(words.map { .string($0) })]]
        case .list: alternatives
        case .either(let form, let word): form.values + [["const": .string(word)]]
        case .mapping(let keys, let required):
            [
                [
                    "type": "object",
                    "properties": .object(Dictionary(keys.map { ($0, ["type": .scalars]) }) { first, _ in first }),
                    "required": .array(required.map { .string($0) }), "additionalProperties": false,
                ]
            ]
        }
    }

    private static func limits(_ limits: ClosedRange<Int>) -> [String: JSONValue] {
        var keywords: [String: JSONValue] = ["minimum": .integer(limits.lowerBound)]
        if limits.upperBound < .max { keywords["maximum"] = .integer(limits.upperBound) }
        return keywords
    }

    private static func limits(_ limits: ClosedRange<Double>) -> [String: JSONValue] {
        var keywords: [String: JSONValue] = ["minimum": .number(limits.lowerBound)]
        if limits.upperBound < .greatestFiniteMagnitude { keywords["maximum"] = .number(limits.upperBound) }
        return keywords
    }

    /// A value that an option has as its default, from its canonical spelling.
    fileprivate func value(ofText text: String) -> JSONValue {
        switch self {
        case .boolean: .boolean(text == "yes")
        case .integer: Int(text).map { .integer($0) } ?? .string(text)
        case .number, .share: Double(text).map { .number($0) } ?? .string(text)
        case .list(let element):
            .array(text.dropFirst().dropLast().split(separator: ", ").map { element.value(ofText: String($0)) })
        case .either(let form, let word): text == word ? .string(word) : form.value(ofText: text)
        case .text, .pattern, .choice, .mapping, .label: .string(text)
        }
    }
}

extension JSONValue {
    /// The types of what YAML reads a scalar as.
    fileprivate static let scalars: JSONValue = ["string", "number", "boolean"]
}
