extension ChartStyle {
    /// The style sheet of a drawing that stands alone, on paper of its own: pages of other programs may be dark or light.
    static var standaloneCSS: String {
        """
        svg.chart{--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;\
        --paper:#fff;--ink:#1d1b18;--muted:#5d574f;--rule:#e5dfd5;--accent:#0a5fa5;\(lightColours)}
        @media (prefers-color-scheme:dark){svg.chart{\
        --paper:#15181c;--ink:#e7e5e0;--muted:#a5abb4;--rule:#30363e;--accent:#7db9f5;\(darkColours)}}
        .chart .sheet{fill:var(--paper)}
        .chart .legend-name,.chart .legend-heading{font-size:13px;fill:var(--ink)}
        .chart .legend-heading{fill:var(--muted)}
        \(rules)\(paletteRules)
        """
    }
}
