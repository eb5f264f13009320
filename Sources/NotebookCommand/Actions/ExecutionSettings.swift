/// What the command line says of how notebooks are run.
struct ExecutionSettings: Sendable {
    var dataFolder: String?
    /// Nil for one for each core.
    var threads: Int?
    var cache: CacheUsage
    var stopsAtFirstFailure = false
}
