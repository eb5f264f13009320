import DigitDirectives
import Foundation
import NotebookCommand
import NotebookCore
import Testing

struct VocabularySchemaTests {
    private func schema(_ vocabulary: Vocabulary) throws -> [String: Any] {
        let data = Data(VocabularySchema(vocabulary.directives).text.utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func body(of directive: String, in schema: [String: Any]) throws -> [String: Any] {
        let definitions = try #require(schema["$defs"] as? [String: Any])
        return try #require(definitions[directive] as? [String: Any])
    }

    private func option(_ name: String, of directive: String) throws -> [String: Any] {
        let properties = try body(of: directive, in: schema(DigitDirectives.vocabulary))["properties"]
        return try #require((properties as? [String: Any])?[name] as? [String: Any])
    }

    @Test func hasEveryOptionOfEveryDirective() throws {
        let schema = try schema(DigitDirectives.vocabulary)
        let references = try #require(schema["anyOf"] as? [[String: String]])
        #expect(references.map { $0["$ref"] } == DigitDirectives.vocabulary.names.map { "#/$defs/\($0)" })
        for directive in DigitDirectives.vocabulary.directives {
            let body = try body(of: directive.name, in: schema)
            let properties = try #require(body["properties"] as? [String: Any])
            #expect(Set(properties.keys) == Set((directive.options + PresentationOptions.all).map(\.name)))
            #expect(body["required"] as? [String] == directive.options.filter(\.isRequired).map(\.name))
            #expect(body["additionalProperties"] as? Bool == false)
        }
    }

    @Test func tellsDefaultsAsTheirTypesHaveThem() throws {
        #expect(try option("batch-size", of: "train")["default"] as? Int == 32)
        #expect(try option("learning-rate", of: "train")["default"] as? Double == 0.001)
        #expect(try option("patience", of: "train")["default"] as? String == "none")
        #expect(try option("fold", of: "train")["default"] as? Bool == true)
        #expect(try option("split", of: "evaluate")["default"] as? [String] == ["test"])
        #expect(try option("caption", of: "train")["default"] == nil)
    }

    @Test func tellsWordsLimitsAndDocumentation() throws {
        let optimizer = try option("optimizer", of: "train")
        let words = try #require((optimizer["anyOf"] as? [[String: Any]])?.first?["enum"] as? [String])
        #expect(words.contains("adam"))
        #expect((optimizer["description"] as? String)?.contains("Takes: ") == true)
        let text = VocabularySchema(DigitDirectives.vocabulary.directives).text
        #expect(text.contains(#""maximum" : 10000"#))
        #expect(!text.contains("9223372036854775807") && !text.contains("e+308"))
    }

    @Test func oneDirectiveHasASchemaOfItsOwn() async throws {
        let session = try TestSession()
        #expect(await session.execute("directives", "total", "--format", "json") == .success)
        let text = session.standardOutput.text
        let schema = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let definitions = try #require(schema?["$defs"] as? [String: Any])
        #expect(Set(definitions.keys) == ["total", "parameter"])
    }
}
