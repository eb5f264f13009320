import NotebookCore

extension Stylesheet {
    /// The blocks and inlines of Markdown.
    static let prose = """
        main p,main ul,main ol,main blockquote{margin:0 0 1.05em}
        main>:first-child{margin-top:1.8rem}
        h2,h3,h4,h5,h6{position:relative;line-height:1.25;margin:1.7em 0 .55em;font-weight:700}
        h2{font-size:1.62rem;margin-top:2.1em;letter-spacing:-.006em}
        h3{font-size:1.26rem}
        h4{font-size:1.06rem}
        h5,h6{font-size:1rem;font-style:italic}
        .anchor{position:absolute;right:100%;padding-right:.35em;color:var(--muted);text-decoration:none;opacity:0}
        :hover>.anchor{opacity:1}
        main li{margin:.25em 0}
        main ul,main ol{padding-left:1.5em}
        li>ul,li>ol{margin:.25em 0}
        li::marker{color:var(--muted)}
        .tasks{list-style:none;padding-left:.2em}
        .checkbox{display:inline-grid;place-content:center;width:.95em;height:.95em;margin-right:.5em;border:1.5px solid var(--muted);border-radius:3px;\
        vertical-align:-.12em;font:700 .75em/1 var(--sans);color:var(--paper)}
        .checkbox.done{background:var(--accent);border-color:var(--accent)}
        .checkbox.done::before{content:"✓"}
        blockquote{padding:.1em 0 .1em 1.1em;border-left:3px solid var(--rule);color:var(--muted)}
        blockquote>:last-child{margin-bottom:0}
        hr{width:6rem;margin:2.6rem auto;border:0;border-top:1px solid var(--muted)}
        main img{max-width:100%;height:auto}
        .picture{text-align:center}
        .missing-image{padding:.1em .5em;border:1px dashed var(--muted);border-radius:4px;font:.85em var(--sans);color:var(--muted)}
        .raw{color:var(--muted)}
        sup{line-height:0;font-size:.7em}
        sup a{padding:0 .15em;text-decoration:none;font-family:var(--sans)}
        :target{scroll-margin-top:1.5rem}
        .footnotes{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.88rem}
        .footnotes .back{display:inline;margin:0}
        .footnotes li>p:nth-last-child(2){display:inline}
        .footnotes .back a{margin-left:.4em;text-decoration:none}
        .value{color:inherit;text-decoration:none;border-bottom:1px dotted var(--mark);white-space:nowrap;cursor:help}
        .value.measurement{border-bottom:1px dashed var(--muted)}
        td .value{border:0}
        .value:hover,.value[aria-expanded=true]{background:var(--panel)}
        .origin{position:absolute;z-index:2;width:max-content;max-width:min(26rem,calc(100vw - 16px));padding:.5rem .8rem;border-radius:6px;background:var(--ink);\
        color:var(--paper);font:.8rem/1.5 var(--sans);font-variant-numeric:tabular-nums;white-space:normal;overflow-wrap:anywhere;text-align:left}
        .origin[hidden]{display:none}
        .origin>span{display:block}
        .origin a{color:inherit}
        span.unavailable{padding:0 .35em;background:var(--bad-panel);color:var(--bad);border:0;border-radius:3px}

        """

    /// Tables of prose and of cells. Boxes that scroll sideways have shades at their edges, covered by paper that scrolls with
    /// the content, so that a shade shows only where there is more to see.
    static let tables = """
        .scroll{overflow-x:auto;margin:1.2rem 0;background:linear-gradient(90deg,var(--paper) 40%,transparent) left/2.5rem 100% no-repeat local,\
        linear-gradient(270deg,var(--paper) 40%,transparent) right/2.5rem 100% no-repeat local,\
        linear-gradient(90deg,var(--shade) 0,transparent) left/.7rem 100% no-repeat scroll,\
        linear-gradient(270deg,var(--shade) 0,transparent) right/.7rem 100% no-repeat scroll}
        table{border-collapse:collapse;font:.86rem/1.45 var(--sans);font-variant-numeric:tabular-nums lining-nums;min-width:100%}
        th,td{padding:.38rem .8rem .38rem 0;text-align:left;vertical-align:baseline}
        .numbers>*>*>:not(:first-child),.claims>*>*>:nth-child(2),.claims>*>*>:nth-child(3),\(ColumnAlignment.trailing.selectors){padding-right:1.3rem;text-align:right;white-space:nowrap}
        \(ColumnAlignment.center.selectors){text-align:center}
        th{white-space:normal!important}
        tr>:last-child{padding-right:.1rem!important}
        thead>*>*{border-bottom:1.5px solid var(--ink);font-weight:600;vertical-align:bottom}
        tbody tr+tr>*{border-top:1px solid var(--rule)}
        tbody th{font-weight:400;min-width:6rem}
        tbody th.words,.claims tbody th{min-width:10rem}
        tfoot>*>*{border-top:1.5px solid var(--ink);font-weight:600}
        td.text,td.words{white-space:normal!important}
        td.words{text-align:left!important;min-width:11rem}
        .claims td:nth-child(2){white-space:normal}
        .claims tr>:last-child{padding-left:.7rem}
        td small{color:var(--muted);font-size:.88em;font-weight:400;margin-left:.35em}
        td u{border-bottom:1px dashed var(--muted);text-decoration:none}
        .none{color:var(--muted)}
        td b,.tally b{display:inline-block;padding:.05rem .55rem .05rem .45rem;border-radius:1rem;background:var(--plain-panel);color:var(--muted);\
        font-weight:600;font-size:.92em;white-space:nowrap}
        td b::before,.tally b::before{content:"○";margin-right:.35em}
        b.reproduced{background:var(--good-panel);color:var(--good)}
        b.reproduced::before{content:"✓"}
        b.not-reproduced{background:var(--bad-panel);color:var(--bad)}
        b.not-reproduced::before{content:"✗"}
        b.undecided,b.set-differently{background:var(--warn-panel);color:var(--warn)}
        b.undecided::before{content:"?"}
        b.set-differently::before{content:"≠"}
        b.measured,b.as-set,b.measured-here{color:var(--ink)}
        b.measured::before,b.measured-here::before{content:"•"}
        b.as-set::before{content:"="}
        td b+small{display:block;margin:.15rem 0 0;max-width:13rem;white-space:normal}
        b.not-applicable::before{content:"–"}
        @media (max-width:40rem){
        table{font-size:.8rem}
        td small{display:block;margin:0}
        .stacks,.stacks tbody,.stacks tfoot,.stacks tr,.stacks th{display:block}
        .stacks{background:var(--paper)}
        .stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .stacks tr{padding:.6rem 0;border-bottom:1px solid var(--rule)}
        .stacks tbody>*>*,.stacks tfoot>*>*{padding:.12rem 0!important;border:0!important;text-align:left!important;min-width:0}
        .stacks tbody th{font-weight:600;min-width:0}
        .stacks td{display:grid;grid-template-columns:5.5rem 1fr}
        .stacks td::before{content:attr(data-title);color:var(--muted)}
        \(claimTitles)
        .stacks td>*{grid-column:2;justify-self:start}
        }

        """

    /// The titles of the columns of claims, beside the cells of a row that is stacked.
    private static let claimTitles = ClaimsDirective.columns.enumerated().dropFirst().map { index, column in
        ".claims td:nth-child(\(index + 1))::before{content:\"\(column.title)\"}"
    }.joined()
}
