/// Where downloaded files are kept between runs.
enum CacheFolder {
    /// `$XDG_CACHE_HOME/notebook`, else `HOME/.cache/notebook`.
    ///
    /// A relative `XDG_CACHE_HOME` is ignored, as the XDG Base Directory Specification asks.
    static func path(environment: [String: String], home: String) -> String {
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
            return base + "/notebook"
        }
        return home + "/.cache/notebook"
    }
}
