import ArgumentParser

/// `notebook bench`
struct BenchCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures training and inference speed of this machine.",
        discussion: """
            Trains and runs the network of the project report by the same code as the cells of a notebook, in some \
            fifteen seconds. The result goes to standard output, progress to standard error. Close other programs: \
            what they compute is missing here.
            """)

    @Option(
        help: ArgumentHelp(
            "The folder that holds the MNIST files to train on; without it synthetic digits.", valueName: "folder"),
        completion: .directory)
    var data: String?

    @OptionGroup var compute: ComputeOptions

    @Option(help: ArgumentHelp("How the result is written.", valueName: "format"))
    var format = BenchAction.Format.text

    func run(in session: Session) async throws(CommandProblem) -> CommandStatus {
        let action = BenchAction(dataFolder: data, threads: compute.threads, format: format, session: session)
        return await session.interruptible(tellingOf: TerminalReporter(output: session.standardError)) {
            await action.perform()
        }
    }
}

extension BenchAction.Format: ExpressibleByArgument {}
