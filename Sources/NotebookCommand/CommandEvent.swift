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
    /// The run ended before anything was worth writing; what was there before is still there.
    case outputKept(Run, OutputFiles)
    /// A signal asked the program to end; the run is being cancelled.
    case interruptionReceived
}

/// Tells the user of a command's events as they happen.
package protocol CommandReporter: Sendable {
    /// Takes an event; may be called from any thread.
    func receive(_ event: CommandEvent)
}
