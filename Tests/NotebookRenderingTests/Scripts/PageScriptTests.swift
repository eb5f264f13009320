import Testing

@testable import NotebookRendering

struct PageScriptTests {
    @Test func enhancementsAreOneScriptInAScopeOfItsOwn() {
        let source = PageScript.enhancements.source
        #expect(source.hasPrefix("\"use strict\";{const root=document.documentElement;"))
        #expect(source.hasSuffix("}"))
        #expect(!PageScript.enhancements.connects)
    }

    @Test(arguments: [
        ("const a = b + 1;\n", "const a=b+1;"),
        ("// why\nf( a, b ); // how\ng();", "f(a,b);g();"),
        ("return \"a  // b\" ;", "return\"a  // b\";"),
        ("a = `x  ${ y }\n z`;", "a=`x  ${ y }\n z`;"),
        (#"a = "\\" + "\" b" ;"#, #"a="\\"+"\" b";"#),
        ("a + +b - -c; a++ + b;", "a+ +b- -c;a++ +b;"),
        ("a / /b", "a/ /b"),
        ("x ? .5 : y?.z", "x? .5:y?.z"),
        ("if (a) return b;\nelse typeof $c in d;", "if(a)return b;else typeof $c in d;"),
        ("async () => {\n    await x;\n}\nlet ä = 1", "async()=>{await x;}let ä=1"),
    ])
    func scriptsLoseOnlyWhatSeparatesNothing(source: String, expected: String) {
        #expect(String(decoding: CompactScript(Array(source.utf8)).bytes, as: UTF8.self) == expected)
    }
}
