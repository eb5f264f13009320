/// What a command does once its arguments are in order; whatever goes wrong is told to the reporter.
protocol CommandAction: Sendable {
    func perform() async -> CommandStatus
}
