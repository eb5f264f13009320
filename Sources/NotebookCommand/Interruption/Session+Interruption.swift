extension Session {
    /// Runs a command's work, which the first signal cancels, and gives the status that the program ends with.
    ///
    /// - Parameter event: What the reporter is told of the signal; nil where the work itself tells.
    func interruptible(
        tellingOf reporter: any CommandReporter, as event: CommandEvent? = .interruptionReceived,
        _ work: @escaping @Sendable () async -> CommandStatus
    ) async -> CommandStatus {
        guard let signals else { return await work() }
        let (status, signal) = await signals.run(work) {
            if let event { reporter.receive(event) }
        }
        return status == .interrupted && signal == SignalWatch.termination ? .terminated : status
    }
}
