/// The style sheet of charts. It reads the page's colours from variables: `--ink`, `--muted`, `--rule`, `--paper`.
package enum ChartStyle {
    /// Margins beside a drawing go up to this many pixels, in steps of 8.
    static let largestMargin = 200
    /// Square drawings grow with their number of cells up to this many.
    static let largestGrid = 10
    /// Pixels of a cell of a square drawing, at most.
    static let cellWidth = 58

    /// The rules, in which colours are variables of `lightColours` and `darkColours`.
    package static var css: String {
        let margins = stride(from: 8, through: largestMargin, by: 8)
        let marginRules = margins.map { ".s\($0){--s:\($0)px}.e\($0){--e:\($0)px}" }.joined()
        let gridRules = (1...largestGrid).map { ".q\($0){--q:\($0 * cellWidth)px}" }.joined()
        return rules + [marginRules, gridRules, paletteRules].joined(separator: "\n")
            + "\n@media (max-width:40rem){\(narrowRules(within: ""))}\n\(narrowRules(within: ".narrow "))\n"
    }

    /// The rules that give series and shades their colours.
    static var paletteRules: String {
        let seriesRules = (1...Palette.count).map { ".k\($0){--k:var(--k\($0))}" }.joined()
        let shadeRules = (0...CountLevels.count).map {
            ".h\($0){fill:var(--h\($0))}.plot .on-h\($0){fill:var(--on-h\($0))}.g\($0){fill:var(--g\($0))}.plot .on-g\($0){fill:var(--on-g\($0))}"
        }.joined()
        let diagonalRules = (1...4).map {
            // Paler than the errors: the diagonal is what one expects to see.
            ".d\($0){fill:var(--g\($0 - 1))}.plot .on-d\($0){fill:var(--on-g\($0 - 1))}"
        }.joined()
        return [seriesRules, shadeRules, diagonalRules].joined(separator: "\n")
    }

    /// What changes where there is little room: on phones, and in figures that are `narrow` by their author's wish.
    private static func narrowRules(within ancestor: String) -> String {
        [
            ".plot .wide{display:none}", ".legend.narrow-only{display:flex}", ".frame.folds{padding-right:16px}",
            ".folds .end-label{display:none}", ".plot .count{font-size:10px}", ".plot .count.small{font-size:7px}",
        ].map { ancestor + $0 }.joined()
    }

    static let rules = """
        .chart{position:relative;font:12px/1.3 var(--sans);overflow:hidden}
        .readout{position:absolute;z-index:1;max-width:90%;padding:.35rem .6rem;border-radius:5px;background:var(--ink);color:var(--paper);\
        font:12px/1.45 var(--sans);font-variant-numeric:tabular-nums;white-space:pre-line;overflow-wrap:anywhere;pointer-events:none}
        .readout::first-line{font-weight:600}
        .frame{padding:0 var(--e,0) 0 var(--s,0)}
        .frame.t56{padding-top:56px}
        .frame.square{position:relative;box-sizing:content-box;max-width:var(--q)}
        .square::before{content:"";display:block;padding-top:100%}
        .square>.plot{position:absolute;top:0;right:0;bottom:0;left:0;width:100%;height:100%;border:0 solid transparent;\
        border-width:56px var(--e) 0 var(--s)}
        .plot{display:block;overflow:visible}
        .plot text{fill:var(--muted);font-size:12px;font-variant-numeric:tabular-nums}
        .plot .axis-title,.plot .category,.plot .panel{fill:var(--ink)}
        .plot .series{font-weight:600;fill:var(--k)}
        .plot .panel{fill:var(--muted)}
        .plot .end-label{fill:var(--k);font-weight:600}
        .plot .value{font-size:11px;fill:var(--ink)}
        .plot .rule-label{fill:var(--ink)}
        .plot .count{font-size:13px}
        .plot .count.small{font-size:9px}
        .chart .line{fill:none;stroke:var(--k);stroke-width:2;stroke-linejoin:round}
        .dashed .line{stroke-dasharray:6 4}
        .chart .band{fill:var(--k);opacity:.18}
        .chart .mark{fill:var(--k);stroke:var(--paper);stroke-width:1}
        .chart .mark.open{fill:var(--paper);stroke:var(--k);stroke-width:1.75}
        .chart .box{transform:translate(-3px,-3px)}
        .chart .diamond{transform:translate(-3px,-3px) rotate(45deg);transform-box:fill-box;transform-origin:center}
        .chart .whisker{stroke:var(--k);stroke-width:1.5}
        .chart .bar{fill:var(--k);stroke:var(--paper);stroke-width:.75}
        .chart .bar~.whisker{stroke:var(--ink)}
        .chart .grid{stroke:var(--rule);stroke-width:1}
        .chart .axis,.chart .tick{stroke:var(--axis);stroke-width:1}
        .chart .rule{stroke:var(--ink);stroke-width:1;stroke-dasharray:3 3}
        .chart .cell{stroke:var(--paper);stroke-width:1.5}
        .spot rect:not(.cell){fill:var(--ink);opacity:0}
        .spot:hover rect:not(.cell),.spot:focus rect:not(.cell){opacity:.05}
        .spot .cross{stroke:var(--ink);stroke-width:1;opacity:0;pointer-events:none}
        .spot:hover .cross,.spot:focus .cross{opacity:.55}
        .spot:focus{outline:none}
        .spot:focus-visible rect{outline:2px solid var(--accent);outline-offset:-1px}
        .spot:hover .cell{stroke:var(--ink)}
        a.spot{cursor:pointer}
        .spot[aria-current] .cell{outline:3px solid var(--ink);outline-offset:-3px}
        .chart .empty{fill:none;stroke:var(--rule);stroke-dasharray:4 4}
        .legend{display:flex;flex-wrap:wrap;gap:.15rem 1rem;margin:0 0 .5rem;padding:0;list-style:none;font-size:13px;color:var(--ink)}
        .legend li{display:flex;align-items:center;gap:.35rem;margin:0;overflow-wrap:anywhere}
        .legend .heading{color:var(--muted)}
        .legend svg{flex:none}
        .omission{margin:0 0 .5rem;font-size:13px;color:var(--muted)}
        .narrow-only{display:none}

        """

    /// Declarations of the charts' colours on light paper. Series stand out by at least 4.5:1, so that their names can
    /// have their colour, and differ in lightness and hue for readers with any kind of colour vision (after Okabe & Ito
    /// 2008).
    package static let lightColours = """
        --axis:#8a8378;--k1:#0a5fa5;--k2:#c2410c;--k3:#04785a;--k4:#8e3d86;--k5:#7a5c00;--k6:#3f4854;\
        --h0:#f6f3ee;--h1:#fde3cf;--h2:#fbc196;--h3:#f39454;--h4:#bf4d0b;--h5:#8f3206;\
        --on-h0:#6b665e;--on-h1:#3b1603;--on-h2:#3b1603;--on-h3:#2b0f01;--on-h4:#fff;--on-h5:#fff;\
        --g0:#f6f3ee;--g1:#e3edf6;--g2:#c3d9ec;--g3:#92b9dc;--g4:#1d649f;--g5:#0b416e;\
        --on-g0:#6b665e;--on-g1:#0b2239;--on-g2:#0b2239;--on-g3:#0b1b2c;--on-g4:#fff;--on-g5:#fff
        """

    /// Declarations of the charts' colours on dark paper.
    package static let darkColours = """
        --axis:#8b9099;--k1:#6db3f2;--k2:#ff9d66;--k3:#45cfa5;--k4:#e3a0dc;--k5:#e0be55;--k6:#c3cad4;\
        --h0:#22262c;--h1:#43291a;--h2:#6d3a18;--h3:#a04f16;--h4:#e88543;--h5:#ffc59a;\
        --on-h0:#9aa0aa;--on-h1:#ffe3cf;--on-h2:#fff0e5;--on-h3:#fff;--on-h4:#1f0d02;--on-h5:#1f0d02;\
        --g0:#22262c;--g1:#1d3348;--g2:#22486c;--g3:#2b6090;--g4:#7db8ea;--g5:#c3e0f8;\
        --on-g0:#9aa0aa;--on-g1:#dcebf8;--on-g2:#eaf4fc;--on-g3:#fff;--on-g4:#06182a;--on-g5:#06182a
        """
}
