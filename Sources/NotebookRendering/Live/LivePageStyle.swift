/// The style of what a live page shows beside the page itself; its script brings it along.
enum LivePageStyle {
    static let css = """
        html{overflow-anchor:none}
        .cell[data-state]>figure,.cell[data-state]>.output,.cell[data-state]>details.data{opacity:.45}
        .cell[data-state]>.live>figure{opacity:1}
        .cell>.live-progress{display:flex;gap:.8rem;align-items:center;margin:.4rem 0 .8rem;padding:.45rem .8rem;
        border-left:3px solid var(--accent,Highlight);background:var(--panel,Canvas);
        font:.82rem/1.5 var(--sans,sans-serif);color:var(--muted,GrayText);font-variant-numeric:tabular-nums}
        .cell>.live-progress progress{flex:0 0 9rem;height:.5rem;accent-color:var(--accent,Highlight)}
        #live-notice,#live-state{font:.86rem/1.5 var(--sans,sans-serif);color:var(--ink,CanvasText);
        background:var(--paper,Canvas);border:1px solid var(--rule,GrayText);box-shadow:0 .3rem 1.6rem rgb(0 0 0/.22)}
        #live-notice[hidden],#live-state[hidden]{display:none}
        #live-notice{position:fixed;z-index:1000;inset:auto 0 0;margin:0 auto;box-sizing:border-box;width:min(60rem,100%);
        max-height:70vh;overflow:auto;padding:.8rem 1.2rem;border-top:4px solid var(--bad,red);border-radius:8px 8px 0 0}
        #live-notice h2{margin:0;font:600 1rem/1.5 var(--sans,sans-serif);color:var(--bad,red)}
        #live-notice p{margin:.15rem 0}
        #live-notice ol{margin:.5rem 0 0;padding-left:1.4rem}
        #live-notice li{margin:.5rem 0}
        #live-notice pre{margin:.3rem 0;padding:.4rem .7rem;overflow:auto;font:.82rem/1.45 var(--mono,monospace)}
        #live-notice .place{font-weight:600}
        #live-state{position:fixed;z-index:999;left:1rem;bottom:1rem;max-width:calc(100vw - 2rem);padding:.3rem .8rem;
        border-radius:1rem;text-decoration:none;font-variant-numeric:tabular-nums}
        #live-state[data-lost]{border-color:var(--bad,red);color:var(--bad,red)}
        @media print{#live-notice,#live-state,.cell>.live-progress{display:none}}
        """
}
