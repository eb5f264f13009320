import Foundation
import NotebookCore
import NotebookEngine
import NotebookRendering

/// Serves the page of a notebook, and runs the notebook anew whenever it or a file that it uses changes.
struct WatchAction: CommandAction {
    /// Loads one notebook.
    let loading: NotebookLoading
    let destination: OutputDestination
    let settings: ExecutionSettings
    let port: UInt16
    let opensBrowser: Bool

    var reporter: any CommandReporter { loading.reporter }
    private var file: String { loading.files[0] }

    func perform() async throws(CommandProblem) -> CommandStatus {
        let files = try destination.files(for: [file], in: loading.session.folder)[0]
        let store = SessionStore(for: settings.cache)
        defer { store.remove() }
        var settings = settings
        settings.cache = store.usage
        settings.cache.memory = ResultMemory()
        let execution = try NotebookExecution(settings, session: loading.session)
        // A notebook that is invalid can be mended while it is watched; one that is not there is a slip.
        do {
            _ = try NotebookSource(reading: file, in: loading.session.folder)
        } catch {
            reporter.receive(.diagnostics([error.diagnostic], file: file, source: error.lines))
            return .invalidNotebook
        }
        try FileReplacement.prepare(files.all)
        let fileWatch: FileWatch
        do throws(SystemError) {
            fileWatch = try FileWatch()
        } catch {
            throw CommandProblem("files cannot be watched: \(error.message)", status: .failed)
        }
        defer { fileWatch.end() }
        // Before it is read: no change is missed.
        fileWatch.watch(loading.watchedFiles)
        let page = LivePage()
        let server = try await PageServer.start(at: port, serving: page)
        defer { server.stop() }
        var watch = NotebookWatch(
            loading: loading, execution: execution, files: files, page: page, fileWatch: fileWatch,
            address: server.address)
        watch.showNothing()
        reporter.receive(
            .watch(.serving(address: server.address, takenPort: [0, server.port].contains(port) ? nil : port)))
        if opensBrowser {
            Browser.open(server.address, in: loading.session) { [reporter, address = server.address] in
                reporter.receive(.watch(.browserMissing(address: address)))
            }
        }
        watch.reload()
        await watch.follow()
        return .interrupted
    }
}
