import Charts

/// The page's style sheet: one text, embedded in the program, so that its hash can stand in the page's policy.
enum Stylesheet {
    static let css = [
        colours, base, layout, prose, tables, cells, digits, controls, ChartStyle.css, print,
    ].joined()

    /// Colours as variables, once for light and once for dark. The reader's system chooses, unless the front matter does;
    /// paper is always light.
    private static let colours = """
        :root{\(lightColours);\(ChartStyle.lightColours)}
        @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){\(darkColours);\(ChartStyle.darkColours)}}
        @media screen{:root[data-theme=dark]{\(darkColours);\(ChartStyle.darkColours)}}

        """

    private static let lightColours = """
        --paper:#fffefb;--panel:#f7f4ee;--ink:#1d1b18;--muted:#645e55;--rule:#e5dfd5;--accent:#0a5fa5;\
        --good:#0b6b3f;--good-panel:#e6f3ea;--bad:#a8290c;--bad-panel:#fcebe5;--warn:#7a5200;--warn-panel:#fdf3da;\
        --plain-panel:#efece5;--mark:#5b93c4;--plain-bar:#cfc8bb;\(edges(paper: "#fffefb", shade: "#d9d3c8"))
        """

    private static let darkColours = """
        --paper:#15181c;--panel:#1c2026;--ink:#e7e5e0;--muted:#a5abb4;--rule:#30363e;--accent:#7db9f5;\
        --good:#74d3a0;--good-panel:#173326;--bad:#ff9c80;--bad-panel:#3b1d15;--warn:#f0c465;--warn-panel:#382c10;\
        --plain-panel:#272c33;--mark:#55779b;--plain-bar:#4a525c;\(edges(paper: "#15181c", shade: "#3a4048"))
        """

    /// The background of boxes that scroll sideways: shades at the edges, covered by paper that scrolls with the content, so
    /// that a shade shows only where there is more to see.
    private static func edges(paper: String, shade: String) -> String {
        func gradient(_ side: String, _ angle: String, _ colours: String, _ width: String, _ attachment: String)
            -> String
        {
            "linear-gradient(\(angle),\(colours)) \(side)/\(width) 100% no-repeat \(attachment)"
        }
        return "--edges:"
            + [
                gradient("left", "90deg", "\(paper) 40%,transparent", "2.5rem", "local"),
                gradient("right", "270deg", "\(paper) 40%,transparent", "2.5rem", "local"),
                gradient("left", "90deg", "\(shade),transparent", ".7rem", "scroll"),
                gradient("right", "270deg", "\(shade),transparent", ".7rem", "scroll"),
            ].joined(separator: ",")
    }

    private static let print = """
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
        @media print{
        @page{margin:20mm 18mm}
        html{font-size:11pt}
        body{display:block;padding:0}
        .contents,.skip,.anchor,.theme-switch,.copy,.filters,.sheets,details.source:not([open]),details.data:not([open]){display:none}
        figure,.failure,.banner,tr,li{break-inside:avoid}
        h2,h3,h4{break-after:avoid}
        .scroll{overflow:visible}
        main a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em;overflow-wrap:anywhere}
        }

        """
}
