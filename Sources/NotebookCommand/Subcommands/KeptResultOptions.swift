import ArgumentParser

/// The options that say where the results are that a command takes, and which data they rest on.
struct KeptResultOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @Option(
        help: ArgumentHelp(
            "The folder where results are kept; without it $NOTEBOOK_CACHE, or .notebook-cache beside the notebook.",
            valueName: "folder"), completion: .directory)
    var cacheDir: String?

    var location: CacheLocation { CacheLocation(folder: cacheDir) }
}
