extension Stylesheet {
    /// Type and rhythm: a serif for the text at about 68 characters a line, a sans-serif for all that is not prose.
    static let base = """
        :root{--serif:Charter,"Bitstream Charter","Iowan Old Style",Cambria,"Noto Serif","Liberation Serif",Georgia,serif;\
        --sans:system-ui,sans-serif;--mono:ui-monospace,"Cascadia Code",Menlo,Consolas,monospace}
        *,::before,::after{box-sizing:border-box}
        html{font:100%/1.62 var(--serif);font-size:clamp(1.0625rem,1rem + .3vw,1.1875rem);color:var(--ink);background:var(--paper);\
        -webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
        body{margin:0;overflow-wrap:break-word;font-variant-numeric:lining-nums;text-rendering:optimizeLegibility}
        a{color:var(--accent)}
        :focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
        ::selection{color:var(--paper);background:var(--accent)}
        code,pre{font-family:var(--mono);font-size:.82em}
        code{padding:.1em .3em;background:var(--panel);border-radius:3px;overflow-wrap:anywhere}
        pre{margin:1.2rem 0;padding:.8rem 1rem;background:var(--panel);border-radius:6px;line-height:1.5;white-space:pre-wrap;\
        overflow-wrap:anywhere;tab-size:4}
        pre code{padding:0;background:none;font-size:1em}
        .spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .skip{position:absolute;left:1rem;top:-4rem;z-index:1;padding:.4rem .8rem;background:var(--paper);font:.9rem var(--sans)}
        .skip:focus{top:.5rem}

        """

    /// One column on phones; beside it, where there is room, the contents.
    static let layout = """
        body{padding:0 1rem}
        .title-block,main,.colophon,.contents{width:100%;max-width:42rem;margin-left:auto;margin-right:auto;min-width:0}
        .title-block{position:relative;padding-top:clamp(3.2rem,6vw,4.5rem)}
        h1{margin:0;font-size:clamp(1.9rem,1.35rem + 2.6vw,2.85rem);line-height:1.12;letter-spacing:-.012em;font-weight:700}
        .byline+.banner,h1+.banner{margin-top:1.4rem}
        .byline{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:.9rem 0 0;font:.9rem/1.5 var(--sans);color:var(--muted)}
        .byline span{min-width:0;overflow-wrap:anywhere}
        .banner{margin:1rem 0 0;font:.9rem/1.5 var(--sans);overflow-wrap:anywhere}
        .warning,.problem{padding:.65rem .9rem;border-left:4px solid var(--accent);border-radius:0 6px 6px 0}
        .tally{margin:1.1rem 0 0;padding:1.1rem 0 0;border-top:1px solid var(--rule);font:.9rem/1.5 var(--sans)}
        .tally svg{display:block;border-radius:4px}
        .tally rect{fill:var(--plain-bar);stroke:var(--paper);stroke-width:1}
        .tally .reproduced{fill:var(--good)}
        .tally .not-reproduced{fill:var(--bad)}
        .tally .undecided{fill:var(--warn)}
        .tally .measured,.tally .as-set{fill:var(--mark)}
        .tally p{display:flex;flex-wrap:wrap;gap:.35rem .5rem;align-items:baseline;margin:.7rem 0 0}
        .tally a{text-decoration:none}
        .tally .failures{display:block}
        .failures a{color:var(--ink)}
        .failures a:hover{text-decoration:underline}
        .warning p,.problem p{margin:0}
        .problem p+p{margin-top:.35rem}
        .banner.warning{border-color:var(--warn);background:var(--warn-panel)}
        .banner.warning strong{color:var(--warn)}
        .banner.problem{border-color:var(--bad);background:var(--bad-panel)}
        .banner.problem strong{color:var(--bad)}
        .contents{font:.86rem/1.4 var(--sans);margin-top:1.4rem}
        .contents ol{margin:0;padding:0;list-style:none}
        .contents a{display:block;max-height:4.7em;overflow:hidden;padding:.22rem 0;color:var(--muted);text-decoration:none}
        .contents a:hover{color:var(--accent);text-decoration:underline}
        .contents a[aria-current]{color:var(--ink);font-weight:600}
        .contents summary{font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
        .here{margin-left:.7rem;font-weight:400;color:var(--muted)}
        [open] .here{display:none}
        main{padding-bottom:3rem}
        .colophon{margin-top:2rem;padding:1.4rem 0 3.5rem;border-top:1px solid var(--rule);font:.82rem/1.5 var(--sans);color:var(--muted)}
        .colophon h2{margin:0 0 .5rem;font:600 .95rem/1.4 var(--sans);color:var(--ink)}
        .colophon dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(12.5rem,1fr));gap:.6rem 1.5rem;margin:1rem 0 0}
        .colophon dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
        .colophon .digests{grid-column:1/-1}
        @media (max-width:68rem){
        .contents details{border:1px solid var(--rule);border-radius:6px;background:var(--paper)}
        .contents summary{padding:.5rem .9rem;cursor:pointer}
        .contents ol{padding:0 .9rem}
        .contents details>ol{padding-bottom:.6rem}
        .contents a{padding:.4rem 0}
        .follows{scroll-padding-top:3.5rem}
        .follows .contents{position:sticky;top:0;z-index:1}
        .follows .contents:not(.folds) ol{display:none}
        .follows .contents [open]{max-height:80vh;overflow-y:auto;box-shadow:0 6px 24px rgba(0,0,0,.18)}
        }
        @media screen and (min-width:68rem){
        body{display:grid;grid-template-columns:14.5rem minmax(0,44rem);grid-template-rows:auto auto 1fr;column-gap:3.5rem;justify-content:center;padding:0 2rem}
        .title-block,main,.colophon{grid-column:2;margin-left:0;margin-right:0;max-width:44rem}
        .contents{grid-column:1;grid-row:1/span 3;margin-top:0;position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;\
        padding:4.9rem .5rem 2rem 0}
        .contents summary{display:block;margin:0 0 .4rem;pointer-events:none}
        .contents a{padding-left:.8rem;border-left:2px solid var(--rule)}
        .contents ol ol a{padding-left:1.7rem}
        .contents a[aria-current]{border-color:var(--accent)}
        body.plain{grid-template-columns:minmax(0,44rem)}
        .plain>header,.plain>main,.plain>footer{grid-column:1}
        }

        """
}
