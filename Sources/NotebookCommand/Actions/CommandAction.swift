/// What a command does once its arguments are in order.
protocol CommandAction: Sendable {
    /// Whom everything is told to that happens meanwhile.
    var reporter: any CommandReporter { get }

    func perform() async throws(CommandProblem) -> CommandStatus
}

extension Session {
    /// Performs `action`, which the first signal cancels, and tells whatever goes wrong.
    ///
    /// - Parameter event: What the reporter is told of the signal; nil where the action itself tells.
    func perform(
        _ action: any CommandAction, tellingOfSignalsAs event: CommandEvent? = .interruptionReceived
    ) async -> CommandStatus {
        await interruptible(tellingOf: action.reporter, as: event) {
            do throws(CommandProblem) {
                return try await action.perform()
            } catch {
                action.reporter.receive(.problem(error))
                return error.status
            }
        }
    }
}
