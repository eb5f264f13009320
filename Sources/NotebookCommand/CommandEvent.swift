package import MarkdownSyntax
package import NotebookCore
package import NotebookEngine

/// What a command has to tell, in order, for the terminal and for the log.
package enum CommandEvent: Sendable {
    case diagnostics([Diagnostic], file: String, source: SourceLines)
    case problem(CommandProblem)
    case run(RunEvent)
    /// The page and the record of a run have been written.
    case outputWritten(Run, OutputFiles)
    /// The run was interrupted, and the output of an earlier one is left as it was.
    case outputKept(Run, OutputFiles)
    /// The runs of a sweep over one notebook begin, so many at a time.
    case sweepStarted(file: String, runs: Int, jobs: Int)
    /// How far the runs of a sweep have come, where several go on at the same time.
    case sweepProgressed(CellProgress)
    /// So many of a sweep's runs have ended, and the page that compares them has been written or left as it was.
    case sweepEnded(OutputFiles, runs: Int, of: Int, isWritten: Bool)
    /// What `watch` has to tell.
    case watch(WatchEvent)
    /// A signal asked the program to end; the run is being cancelled.
    case interruptionReceived
}

/// Tells the user of a command's events as they happen.
package protocol CommandReporter: Sendable {
    /// Takes an event; may be called from any thread.
    func receive(_ event: CommandEvent)
    /// A reporter for one of several things that happen at the same time, so that it can be told of as a whole.
    func section() -> ReporterSection
}

/// Events that are held back until they can be told together.
package struct ReporterSection: Sendable {
    package let reporter: any CommandReporter
    /// Tells of everything that the reporter has received.
    package let tell: @Sendable () -> Void
}
