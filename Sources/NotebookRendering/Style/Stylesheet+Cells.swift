extension Stylesheet {
    /// Cells: their source, figures, remarks and failures.
    static let cells = """
        .cell{margin:1.9rem 0}
        .source{font:.8rem/1.5 var(--sans);margin:0 0 .6rem;color:var(--muted)}
        .source>summary,.data>summary{cursor:pointer;width:fit-content;padding:.15rem 0;border-radius:3px}
        .source>summary{font:.76rem/1.58 var(--mono)}
        .source em{font-style:normal;color:var(--ink)}
        .source small{font:.8rem/1.5 var(--sans)}
        .source small::before{content:"·";margin:0 .6rem 0 .5rem}
        .source pre{margin:.4rem 0 1rem;font-size:.8rem}
        summary:hover{color:var(--ink)}
        figure{position:relative;margin:1.3rem 0}
        @media (min-width:48rem){.pair{display:grid;grid-template-columns:1fr 1fr;gap:1.6rem}.pair figure{min-width:0}}
        .cell>figure:last-child{margin-bottom:0}
        figcaption{margin-top:.7rem;font:.86rem/1.45 var(--sans);color:var(--muted);overflow-wrap:anywhere}
        .table>figcaption{margin:0 0 .2rem}
        .table>.scroll{margin-top:0}
        figcaption>b,summary>b{font-weight:600;color:var(--ink);white-space:nowrap}
        .data{margin:-1rem 0 1.4rem;font:.8rem/1.5 var(--sans);color:var(--muted)}
        .data .scroll{margin:.4rem 0;max-height:22rem;overflow:auto;color:var(--ink)}
        .data table{font-size:.8rem;min-width:0}
        .data th,.data td{min-width:0!important;padding-right:1.2rem!important}
        .output{font:.9rem/1.55 var(--sans)}
        .note{margin:.6rem 0;padding:.45rem .8rem;border-left:3px solid var(--rule);font:.86rem/1.5 var(--sans);color:var(--muted)}
        .note.unmet{border-color:var(--bad);color:var(--ink)}
        .note.unmet strong{color:var(--bad)}
        .failure{padding:.9rem 1.1rem;border:1px solid var(--bad);border-left-width:4px;border-radius:6px;background:var(--bad-panel);\
        font:.9rem/1.5 var(--sans)}
        .failure p{margin:0 0 .45rem}
        .failure strong{color:var(--bad)}
        .failure .place{color:var(--muted);font-size:.82rem;margin:.8rem 0 .2rem}
        .failure pre{margin:0;padding:.6rem .8rem;background:var(--paper);font-size:.8rem}
        .failure.skipped,.failure.interrupted{border-color:var(--rule);background:var(--panel)}
        .failure.skipped strong,.failure.interrupted strong{color:var(--ink)}
        .failure.skipped p{margin:0}
        \(widths)

        """

    /// Figures narrower than the text, centred; on phones they take all of it.
    private static let widths =
        "@media (min-width:40rem){"
        + stride(from: 10, to: 100, by: 5).map {
            ".w\($0)>.chart,.w\($0)>.digits{width:\($0)%;margin-left:auto;margin-right:auto}"
        }
        .joined() + "}"

    /// Grids of small images. They are ink on paper, which the dark theme turns around.
    static let digits = """
        .sheets{position:absolute}
        .digits{display:grid;grid-template-columns:repeat(auto-fill,minmax(4.4rem,1fr));gap:.8rem .6rem;margin:0;padding:0;list-style:none;font:.74rem/1.3 var(--sans);color:var(--muted)}
        .digits.dense{grid-template-columns:repeat(auto-fill,minmax(2.9rem,1fr))}
        .digits.roomy{grid-template-columns:repeat(auto-fill,minmax(7rem,1fr))}
        main .digits{padding:0;margin-bottom:0}
        .digits li{display:flex;flex-direction:column;align-items:center;gap:.3rem;margin:0;min-width:0;text-align:center}
        .digits li>span{overflow-wrap:anywhere}
        .digits img,.digit{display:block;width:100%;max-width:84px;height:auto;image-rendering:pixelated;border:1px solid var(--digit-edge);border-radius:4px}
        @media (min-width:40rem){\(columns)}

        """

    private static let columns = (1...ImageGridRenderer.columnLimit).map {
        ".digits.n\($0){grid-template-columns:repeat(\($0),minmax(0,1fr))}"
    }.joined()
}
