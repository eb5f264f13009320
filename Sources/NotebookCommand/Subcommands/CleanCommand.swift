import ArgumentParser
import NotebookEngine

/// `notebook clean [FILE…]`
struct CleanCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Drops what earlier runs have kept.",
        usage: "notebook clean [<file> ...] [options]",
        discussion: """
            Without limits everything is dropped, and the next run computes every cell. Pages and records stay. The cache \
            of a notebook is the folder .notebook-cache beside it, which it shares with its neighbours; without \
            notebooks it is the one in the current folder. Files that no run has written are never touched.
            """)

    @Argument(
        help: ArgumentHelp("Notebooks whose caches are meant, or folders that hold some.", valueName: "file"),
        completion: .file(extensions: ["md"]))
    var files: [String] = []

    @Option(
        help: ArgumentHelp("The cache, instead of $NOTEBOOK_CACHE or .notebook-cache.", valueName: "folder"))
    var cacheDir: String?

    @Option(
        help: ArgumentHelp("Drop only what no run has used for so long: 12h, 30d, 8w.", valueName: "age"),
        transform: Age.init(argument:))
    var olderThan: Age?

    @Option(
        help: ArgumentHelp(
            "Drop what was used longest ago, until so much is left: 500MB, 2GB.", valueName: "size"),
        transform: ByteCount.init(argument:))
    var maxSize: ByteCount?

    func validate() throws {
        if cacheDir != nil, !files.isEmpty {
            throw ValidationError("--cache-dir names the cache: leave the notebooks out.")
        }
    }

    func run(in session: Session) throws(CommandProblem) -> CommandStatus {
        try CleanAction(
            files: files, location: CacheLocation(folder: cacheDir),
            cleaning: StoreCleaning(unusedFor: olderThan?.seconds, maximalSize: maxSize?.bytes), session: session
        ).perform()
    }
}

extension Age {
    fileprivate init(argument: String) throws {
        guard let age = Age(argument) else {
            throw ValidationError("write a number and a unit, s, min, h, d or w: --older-than 30d")
        }
        self = age
    }
}

extension ByteCount {
    fileprivate init(argument: String) throws {
        guard let count = ByteCount(argument) else {
            throw ValidationError("write a number and a unit, kB, MB or GB: --max-size 500MB")
        }
        self = count
    }
}
