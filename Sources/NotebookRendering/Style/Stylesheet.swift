import Charts

/// The page's style, embedded in the program.
enum Stylesheet {
    /// What holds in light and dark; its colours are light.
    static let rules = StyleRules(
        [
            ":root{\(lightColours);\(ChartStyle.lightColours)}", base, layout, prose, tables, cells, digits, controls,
            ChartStyle.css, print,
        ].joined())

    /// What the dark theme changes, for screens: paper is always light. It stands in an element of its own, whose `media`
    /// says whether it holds.
    static let darkRules = StyleRules(
        """
        :root{\(darkColours);\(ChartStyle.darkColours)}
        .digits img,.digit{filter:invert(.9)}
        """)

    private static let lightColours = """
        --paper:#fffefb;--panel:#f7f4ee;--ink:#1d1b18;--muted:#645e55;--rule:#e5dfd5;--accent:#0a5fa5;\
        --good:#0b6b3f;--good-panel:#e6f3ea;--bad:#a8290c;--bad-panel:#fcebe5;--warn:#7a5200;--warn-panel:#fdf3da;\
        --plain-panel:#efece5;--mark:#5b93c4;--plain-bar:#cfc8bb;--shade:#d9d3c8;--digit-edge:#ddd6ca
        """

    private static let darkColours = """
        --paper:#15181c;--panel:#1c2026;--ink:#e7e5e0;--muted:#a5abb4;--rule:#30363e;--accent:#7db9f5;\
        --good:#74d3a0;--good-panel:#173326;--bad:#ff9c80;--bad-panel:#3b1d15;--warn:#f0c465;--warn-panel:#382c10;\
        --plain-panel:#272c33;--mark:#55779b;--plain-bar:#4a525c;--shade:#3a4048;--digit-edge:#b9b3aa
        """

    private static let print = """
        @media (prefers-contrast:more){:root{--muted:#3a352e;--rule:#8a8378;--mark:#0a5fa5}.value{border-bottom-width:2px}}
        @media (forced-colors:active){
        :root{--ink:CanvasText;--muted:CanvasText;--axis:CanvasText;--rule:GrayText;--paper:Canvas;--panel:Canvas;--mark:LinkText}
        .banner.warning,.banner.problem,.failure,.note{border-color:currentColor}
        td b,.tally b{border:1px solid}
        }
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
        @media print{
        @page{margin:20mm 18mm}
        html{font-size:11pt}
        body{display:block;padding:0}
        .contents,.skip,.anchor,.theme-switch,.copy,.filters,.sheets,.shown,.print-choice,.tools,.origin{display:none}
        .data:not([open]){display:none}
        figure,.failure,.banner,tr,li{break-inside:avoid}
        h2,h3,h4{break-after:avoid}
        :root{--paper:#fff}
        .scroll,.data .scroll{overflow:visible;max-height:none;background:none}
        .table,.data,.source,pre{break-inside:auto}
        thead{display:table-header-group}
        .table>figcaption,summary{break-after:avoid}
        table{font-size:8.5pt}
        .title-block,main,.colophon{max-width:none}
        main th,main td{padding-right:.5rem!important;white-space:normal!important}
        .data table{font-size:6.5pt}
        main .wide{font-size:5.8pt}
        main .wide th,main .wide td{min-width:0;padding-right:.25rem!important}
        .data th,.data td{padding-right:.35rem!important}
        .source:not([open]),.galleries{display:none}
        main a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em;overflow-wrap:anywhere}
        }

        """
}
