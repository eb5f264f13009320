/// What the command line says of how notebooks are run.
struct ExecutionSettings: Sendable {
    var data = DataSelection()
    /// Nil for one for each core.
    var threads: Int?
    var cache: CacheUsage
    var stopsAtFirstFailure = false
}

/// Which data the command line names.
struct DataSelection: Sendable {
    /// Nil to look in the usual places.
    var folder: String?
    /// The data set that the person says the files to be; nil where their digests decide.
    var identity: String?
}
