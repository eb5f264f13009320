extension Stylesheet {
    /// What scripts add: controls, the images behind a chosen cell, one image enlarged.
    static let controls = """
        .theme-switch,.copy,.answer button,.filters select{padding:.2rem .7rem;border:1px solid var(--rule);border-radius:1rem;background:var(--paper);\
        color:var(--muted);font:.78rem/1.5 var(--sans);cursor:pointer}
        .theme-switch:hover,.copy:hover,.answer button:hover{border-color:var(--muted);color:var(--ink)}
        .theme-switch{position:absolute;top:.9rem;right:0}
        .theme-switch::before{content:"◐";margin-right:.4em}
        pre{position:relative}
        .copy{position:absolute;top:.4rem;right:.4rem}
        @media (hover:hover){.copy:not(:focus-visible){opacity:0}pre:hover .copy{opacity:1}}
        .filters{display:flex;flex-wrap:wrap;gap:.4rem 1.1rem;align-items:baseline;margin:0 0 1rem;font:.8rem/1.5 var(--sans);color:var(--muted)}
        .filters select{margin-left:.2rem;border-radius:4px;color:var(--ink)}
        .filters output{margin-left:auto;font-variant-numeric:tabular-nums}
        .tools{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin:.2rem 0 0;font:.76rem/1.6 var(--sans)}
        .tools a,.tools button{padding:.15rem 0;border:0;background:none;color:var(--muted);font:inherit;text-decoration:none;cursor:pointer}
        .tools a:hover,.tools button:hover{color:var(--accent);text-decoration:underline}
        @media (hover:hover){.tools{opacity:0}:hover>.tools,.tools:focus-within,.data[open]>.tools{opacity:1}}
        .digits li{position:relative}
        .digits [hidden]{display:none}
        .open{position:absolute;top:0;right:0;bottom:0;left:0;padding:0;border:0;border-radius:4px;background:none;cursor:zoom-in}
        .open:hover{outline:1px solid var(--rule);outline-offset:4px}
        .shown:empty{display:none}
        .shown{margin:.9rem 0 0;padding:.8rem 1rem;border-radius:6px;background:var(--panel)}
        .gallery p{margin:0 0 .6rem;font:600 .86rem/1.4 var(--sans);color:var(--ink)}
        .galleries .gallery{padding:.8rem 0;border-top:1px solid var(--rule)}
        .galleries .gallery:target{background:var(--panel)}
        .answer{width:26rem;max-width:calc(100% - 2rem);padding:0 1.4rem;border:1px solid var(--rule);border-radius:10px;color:var(--ink);background:var(--paper);\
        box-shadow:0 12px 48px rgba(0,0,0,.3)}
        .answer::backdrop{background:rgba(0,0,0,.45)}
        .answer h2{margin:1.1rem 0 .8rem;font:600 1.05rem/1.4 var(--sans);text-align:center}
        .large{display:flex;justify-content:center}
        .large img,.large .digit{max-width:13rem}
        .answer table{min-width:0;width:100%;margin:1rem 0}
        .answer caption{text-align:left;font-size:.78rem;color:var(--muted)}
        .answer th,.answer td{padding:.12rem .5rem .12rem 0;border:0!important;text-align:right;white-space:nowrap;min-width:0}
        .answer th{text-align:left;width:5.5rem}
        .answer td:last-child{width:4.2rem}
        .answer .bar span{display:block;height:.8rem;min-width:1px;background:var(--muted)}
        .answer .read .bar span{background:var(--k2)}
        .answer .true .bar span{background:var(--k1)}
        .answer .true th,.answer .read th{font-weight:600}
        .answer p{display:flex;gap:.5rem;margin:0 0 1.2rem}
        .answer p :last-child{margin-left:auto}

        """
}
