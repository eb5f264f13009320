import Testing

@testable import NotebookRendering

struct PageScriptTests {
    @Test func enhancementsAreOneScriptWithoutIndentationAndComments() {
        let source = PageScript.enhancements.source
        #expect(source.hasPrefix("\"use strict\";\n{\nconst root"))
        for line in source.split(separator: "\n") {
            #expect(!line.hasPrefix(" ") && !line.hasPrefix("//"), "\(line)")
        }
        #expect(!PageScript.enhancements.connects)
    }
}
