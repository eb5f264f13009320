import Testing

@testable import NotebookRendering

/// Text from right to left reads so, whatever surrounds it.
struct ProseDirectionTests {
    @Test func blocksOfRightToLeftScriptsAreMarked() async throws {
        let html = try await SamplePage.html(
            """
            # שלום עולם

            זהו MNIST. 99%!

            - ראשון (MNIST).
            - second

            | א | b |
            | - | - |
            | مرحبا | text |

            Plain text.
            """)
        for start in ["dir=auto>שלום", "<p dir=auto>זהו", "<li dir=auto>ראשון", "<th dir=auto>א", "<td dir=auto>مرحبا"]
        {
            #expect(html.contains(start), "\(start)")
        }
        #expect(html.contains("<li>second"))
        #expect(html.contains("<p>Plain text."))
    }

    @Test(arguments: [
        ("lang: de", "<html lang=de>"), ("lang: he", "<html lang=he dir=rtl>"),
        ("lang: ar-EG", "<html lang=ar-EG dir=rtl>"),
        ("lang: he\ndir: ltr", "<html lang=he>"), ("dir: rtl", "<html lang=en dir=rtl>"),
        ("theme: auto", "<html lang=en>"),
    ])
    func pageHasTheLanguageAndDirectionOfTheFrontMatter(lines: String, element: String) async throws {
        let html = try await SamplePage.html("---\n\(lines)\n---\nText.\n\n```stub a\nkind: table\n```\n")
        #expect(html.contains(element))
        // The program's own words are English, from left to right.
        #expect(
            html.contains("<div class=cell id=cell-a lang=en")
                == (element.contains("lang=de") || element.contains("lang=he") || element.contains("lang=ar")))
        #expect(html.contains("dir=ltr>") == element.contains("dir=rtl"))
    }
}
