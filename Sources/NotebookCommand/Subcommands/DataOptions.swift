import ArgumentParser

/// The options that say where the data are and what they are.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder that holds the MNIST files; without it $MNIST_DIR, the cache folder, or a download.",
            valueName: "folder"), completion: .directory)
    var data: String?

    @Option(
        help: ArgumentHelp(
            "Vouch that the files are this data set although their digests are not: `mnist`. Claims about it then apply.",
            valueName: "name"))
    var dataIs: KnownDataset?

    var selection: DataSelection { DataSelection(folder: data, identity: dataIs?.rawValue) }
}

/// A data set that a person can vouch for.
enum KnownDataset: String, ExpressibleByArgument, CaseIterable, Sendable {
    case mnist
}
