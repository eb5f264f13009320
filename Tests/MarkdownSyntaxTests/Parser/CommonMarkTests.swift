import Testing

@Suite struct CommonMarkTests {
    @Test(arguments: [
        ("", ""),
        ("\n\n  \n", ""),
        ("# One\n\nTwo\n===\n\n### Three ###\n", "h1(One) h1(Two) h3(Three)"),
        ("a\nb  \nc\\\nd", "p(a<soft>b<break>c<break>d)"),
        ("*a* **b** ***c***", "p(<em a> <strong b> <em <strong c>>)"),
        ("snake_case_name and 2*3*4", "p(snake_case_name and 2<em 3>4)"),
        ("---\n\na\n\n***", "hr p(a) hr"),
        ("> a\nlazy\n\n> b", "quote(p(a<soft>lazy)) quote(p(b))"),
        ("- a\n- b\n\n1. c", "ul(li(p(a)) li(p(b))) ol1(li(p(c)))"),
        ("- a\n\n- b", "ul~(li(p(a)) li(p(b)))"),
        ("7) a\n8) b", "ol7(li(p(a)) li(p(b)))"),
        ("-\n- b", "ul(li() li(p(b)))"),
        ("- a\n  - b", "ul(li(p(a) ul(li(p(b)))))"),
        ("The year was\n1986. A great year.", "p(The year was<soft>1986. A great year.)"),
        ("[a](b \"c\") ![d *e*](f)", "p(<link b c a> <image f  d <em e>>)"),
        ("[a][r] [r]\n\n[r]: /u 'T'", "p(<link /u T a> <link /u T r>)"),
        ("[missing][r]", "p([missing][r])"),
        ("<https://a.b>", "p(<link https://a.b  https://a.b>)"),
        ("&amp; &copy; &#35; \\* \\`", "p(& © # * `)"),
        ("a <b>c</b> <!-- d -->", "p(a <html <b>>c<html </b>> <html <!-- d -->>)"),
        ("<div>\n*a*\n\n*b*", "html(\"<div>\\n*a*\\n\") p(<em b>)"),
        ("\"a\" -- b... 'c'", "p(\"a\" -- b... 'c')"),
        ("    a\n\n      b\n", "code[](\"a\\n\\n  b\\n\")"),
        ("para\n    not code", "p(para<soft>not code)"),
        ("``a`b`` ` c ` `  ` `d\ne`", "p(<code a`b> <code c> <code   > <code d e>)"),
        ("`unclosed", "p(`unclosed)"),
        ("`= percent(a.b, 2)`", "p(<code = percent(a.b, 2)>)"),
        ("**99.08 %** of 10,000", "p(<strong 99.08 %> of 10,000)"),
        ("\u{2028}a\u{0085}b", "p(\u{2028}a\u{0085}b)"),
    ])
    func readsCommonMark(text: String, expected: String) throws {
        #expect(try outline(text) == expected)
    }

    @Test(arguments: [
        ("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 |", "table[-lcr](a|b|c|d / 1|2||)"),
        ("| a |\n|---|\n| 1 | 2 |", "table[-](a / 1)"),
        ("a | b\n-- | --\n`x \\| y` | *z*", "table[--](a|b / <code x | y>|<em z>)"),
        ("| a |\n|---|", "table[-](a)"),
        ("intro\n| a |\n|---|\n| 1 |", "p(intro) table[-](a / 1)"),
        ("| a |\n| 1 |", "p(| a |<soft>| 1 |)"),
        ("> | a |\n> |--|\n> | 1 |", "quote(table[-](a / 1))"),
    ])
    func readsTables(text: String, expected: String) throws {
        #expect(try outline(text) == expected)
    }

    @Test(arguments: [
        ("- [x] a\n- [ ] b\n- c", "ul(li(x p(a)) li(_ p(b)) li(p(c)))"),
        ("1. [X] a", "ol1(li(x p(a)))"),
        ("- [y] a", "ul(li(p([y] a)))"),
        ("~~a~~ ~b~", "p(<del a> <del b>)"),
        ("see www.example.com.", "p(see <link http://www.example.com  www.example.com>.)"),
        ("see https://a.b/c?d=1&e=2 now", "p(see <link https://a.b/c?d=1&e=2  https://a.b/c?d=1&e=2> now)"),
        ("to a@b.org", "p(to <link mailto:a@b.org  a@b.org>)"),
    ])
    func readsTasksStrikethroughAndAutolinks(text: String, expected: String) throws {
        #expect(try outline(text) == expected)
    }

    @Test(arguments: [
        ("a[^n]\n\n[^n]: *b*", "p(a<note 1.1>) [^1:n](p(<em b>))"),
        (
            "a[^two] b[^one] c[^two]\n\n[^one]: 1\n\n[^two]: 2",
            "p(a<note 1.1> b<note 2.1> c<note 1.2>) [^1:two](p(2)) [^2:one](p(1))"
        ),
        ("a[^missing]", "p(a[^missing])"),
        ("a\n\n[^unused]: b", "p(a)"),
        ("a[^1]\n\n[^1]: b\n\n    c[^2]\n\n[^2]: d", "p(a<note 1.1>) [^1:1](p(b) p(c<note 2.1>)) [^2:2](p(d))"),
        ("> a[^q]\n>\n> [^q]: b", "quote(p(a<note 1.1>)) [^1:q](p(b))"),
    ])
    func readsFootnotes(text: String, expected: String) throws {
        #expect(try outline(text) == expected)
    }
}
