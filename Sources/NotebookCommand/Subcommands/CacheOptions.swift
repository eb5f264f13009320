import ArgumentParser

/// The options that say where results are kept, and which are used.
struct CacheOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder where results are kept; without it $NOTEBOOK_CACHE, or .notebook-cache beside the notebook.",
            valueName: "folder"), completion: .directory)
    var cacheDir: String?

    @Flag(help: "Compute every cell; use nothing of earlier runs and keep nothing for later ones.")
    var noCache = false

    @Option(
        name: .customLong("refresh"),
        help: ArgumentHelp(
            "A cell to compute anew, with all that need it, whatever was kept; repeatable.", valueName: "label"))
    var refreshed: [String] = []

    func validate() throws {
        if noCache, cacheDir != nil {
            throw ValidationError("--no-cache and --cache-dir exclude each other: name one.")
        }
        if noCache, !refreshed.isEmpty {
            throw ValidationError("--no-cache computes every cell: leave --refresh out.")
        }
    }

    var usage: CacheUsage {
        CacheUsage(location: noCache ? nil : CacheLocation(folder: cacheDir), refreshed: refreshed)
    }
}
