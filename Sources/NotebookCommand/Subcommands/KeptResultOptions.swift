import ArgumentParser

/// The options that say where the results are that a command takes, and which data they rest on.
struct KeptResultOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder that holds the MNIST files of the run; without it $MNIST_DIR, the cache folder, or a download.",
            valueName: "folder"), completion: .directory)
    var data: String?

    @Option(
        help: ArgumentHelp(
            "The folder where results are kept; without it $NOTEBOOK_CACHE, or .notebook-cache beside the notebook.",
            valueName: "folder"), completion: .directory)
    var cacheDir: String?

    var location: CacheLocation { CacheLocation(folder: cacheDir) }
}
