extension Session {
    /// Runs a command's work, which the first signal cancels, and gives the status that the program ends with.
    func interruptible(
        tellingOf reporter: any CommandReporter, _ work: @escaping @Sendable () async -> CommandStatus
    ) async -> CommandStatus {
        guard let signals else { return await work() }
        let (status, signal) = await signals.run(work) { reporter.receive(.interruptionReceived) }
        return status == .interrupted && signal == SignalWatch.termination ? .terminated : status
    }
}
