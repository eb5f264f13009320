import Foundation
import NotebookCore
import NotebookEngine
import NotebookRendering
import NotebookSyntax

/// Keeps a live page equal to a notebook: reads it anew at each change, shows what has been kept at once, and computes
/// the rest.
///
/// All decisions are taken one after another in `follow`; what takes time happens in tasks that answer with a message.
struct NotebookWatch {
    private let loading: NotebookLoading
    private var execution: NotebookExecution
    private let files: OutputFiles
    private let page: LivePage
    private let fileWatch: FileWatch
    private let address: String
    private let reporter: any CommandReporter
    /// One thread for a run and one for all else, so that neither waits for the other.
    private let executor = ThreadExecutor(threads: 2)
    private let messages: AsyncStream<Message>
    private let mailbox: AsyncStream<Message>.Continuation

    /// The newest reading of the notebook, by number; what older ones still send is not wanted.
    private var reading = 0
    private var preparing: Task<Void, Never>?
    private var isPreparing = false
    private var ongoing: (run: OngoingRun, task: Task<Void, Never>, reading: Int)?
    /// The notebook as the page shows it, with the cells that have ended so far, and which reading it is.
    private var shown: (run: PreparedRun, reading: Int)?
    private var isUpdateDue = false
    private var hasToldWaiting = false

    private enum Message: Sendable {
        case filesChanged(Set<String>)
        case prepared(PreparedRun, reading: Int)
        case cellEnded(CellRun, reading: Int)
        case updateDue
        case runEnded(Run, reading: Int)
    }

    init(
        loading: NotebookLoading, execution: NotebookExecution, files: OutputFiles, page: LivePage,
        fileWatch: FileWatch,
        address: String
    ) {
        self.loading = loading
        self.execution = execution
        self.files = files
        self.page = page
        self.fileWatch = fileWatch
        self.address = address
        reporter = loading.reporter
        (messages, mailbox) = AsyncStream.makeStream()
    }

    /// Shows a page before the notebook has been read.
    func showNothing() {
        let reader = NotebookReader(vocabulary: loading.session.vocabulary)
        guard let notebook = reader.read("# Nothing to show yet\n", file: loading.files[0]).notebook else { return }
        let source = NotebookSource(file: loading.files[0], url: loading.session.folder, text: "")
        publish(PreparedRun(notebook, from: source, in: execution))
    }

    /// Follows all changes until the task is cancelled.
    mutating func follow() async {
        let feeding = Task { [fileWatch, mailbox] in
            for await files in fileWatch.changes { mailbox.yield(.filesChanged(files)) }
        }
        for await message in messages { await take(message) }
        reporter.receive(.watch(.ended))
        feeding.cancel()
        preparing?.cancel()
        ongoing?.task.cancel()
        await preparing?.value
        await ongoing?.task.value
        executor.close()
    }

    private mutating func take(_ message: Message) async {
        switch message {
        case .filesChanged(let files):
            let folder = loading.session.folder.path + "/"
            reporter.receive(
                .watch(
                    .filesChanged(files.sorted().map { $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : $0 })
                ))
            reload()
        case .prepared(let run, let number):
            guard number == reading else { return }
            isPreparing = false
            await take(run)
        case .cellEnded(let cell, let number):
            guard number == shown?.reading else { return }
            shown?.run.end(cell)
            updateSoon()
        case .updateDue:
            isUpdateDue = false
            if let shown, shown.reading == ongoing?.reading { show(shown.run) }
        case .runEnded(let run, let number):
            ongoing = nil
            if number == reading {
                await finish(run)
            } else if let shown, !isPreparing, !shown.run.isWhole {
                // What the run has computed is kept by now.
                prepare(shown.run.source, shown.run.notebook)
            }
        }
    }

    // MARK: Reading

    /// Reads the notebook. One that is invalid leaves the page and the run as they are.
    mutating func reload() {
        let capture = DiagnosticsCapture(passingOnTo: reporter)
        guard let (source, notebook) = loading.telling(capture).load()?.first else {
            page.show(notice: DiagnosticsPanel(capture.parts).html)
            tellWaiting()
            return
        }
        page.show(notice: nil)
        do throws(CommandProblem) {
            try execution.settings.cache.check(against: [notebook])
        } catch {
            reporter.receive(.problem(error))
            execution.settings.cache.refreshed = []
        }
        reading += 1
        if shown == nil { show(PreparedRun(notebook, from: source, in: execution)) }
        prepare(source, notebook)
    }

    /// Looks for what has been kept of a notebook's results, and tells the mailbox.
    private mutating func prepare(_ source: NotebookSource, _ notebook: Notebook) {
        preparing?.cancel()
        isPreparing = true
        preparing = Task(executorPreference: executor) { [execution, mailbox, reading] in
            let run = await PreparedRun(lookingUp: notebook, from: source, in: execution)
            if !Task.isCancelled { mailbox.yield(.prepared(run, reading: reading)) }
        }
    }

    // MARK: Running

    /// Shows a notebook with what has been kept, and sees to the rest.
    private mutating func take(_ run: PreparedRun) async {
        shown = (run, reading)
        guard !run.isWhole else {
            ongoing?.task.cancel()
            if !hasToldWaiting { tell(of: run.run) }
            await finish(run.run)
            return
        }
        publish(run)
        if let ongoing {
            if ongoing.run.supersede(by: run.keys) { ongoing.task.cancel() }
        } else {
            start(run)
        }
    }

    private mutating func start(_ prepared: PreparedRun) {
        let run = OngoingRun(keys: prepared.keys)
        let cells = LiveCells(on: page)
        let task = Task(executorPreference: executor) { [execution, mailbox, reporter, reading] in
            let ended = await execution.run(prepared.notebook, from: prepared.source) { event in
                cells.receive(event)
                reporter.receive(.run(event))
                if case .cellFinished(let cell, _, _) = event { mailbox.yield(.cellEnded(cell, reading: reading)) }
                if run.shouldEnd(after: event) { withUnsafeCurrentTask { $0?.cancel() } }
            }
            mailbox.yield(.runEnded(ended, reading: reading))
        }
        ongoing = (run, task, reading)
    }

    /// Shows and writes what came of the newest reading.
    private mutating func finish(_ run: Run) async {
        guard var last = shown?.run else { return }
        last.cells = run.cells
        let page = show(last)
        // What was to be computed anew has been.
        execution.settings.cache.refreshed = []
        do throws(CommandProblem) {
            try await execution.write(run, drawn: page, from: last.source, to: files, tellingOf: reporter)
        } catch {
            reporter.receive(.problem(error))
        }
        tellWaiting()
    }

    // MARK: Telling

    @discardableResult private mutating func show(_ run: PreparedRun) -> DrawnPage {
        shown = (run, reading)
        return publish(run)
    }

    @discardableResult private func publish(_ run: PreparedRun) -> DrawnPage {
        let version = page.nextVersion()
        let drawn = PageRenderer(
            run: run.run, baseDirectory: run.source.folder,
            outputDirectory: files.page.url.deletingLastPathComponent()
        ).drawn()
        let rendered = drawn.html(adding: [.version(version), .live])
        page.show(LivePage.Page(version: version, html: Data(rendered.html.utf8)))
        fileWatch.watch(loading.watchedFiles.union(rendered.imageFiles).union(run.cells.flatMap(\.files)))
        return drawn
    }

    /// Shows the cells that have ended, several at a time where they end one soon after another.
    private mutating func updateSoon() {
        guard !isUpdateDue else { return }
        isUpdateDue = true
        Task { [mailbox] in
            try? await Task.sleep(for: .milliseconds(200))
            mailbox.yield(.updateDue)
        }
    }

    /// Tells of a first run as `notebook run` would, where nothing had to be computed.
    private func tell(of run: Run) {
        reporter.receive(.run(.runStarted(notebook: run.notebook)))
        for (position, cell) in run.cells.enumerated() {
            reporter.receive(.run(.cellFinished(cell, position: position, count: run.cells.count)))
        }
        reporter.receive(.run(.runFinished(run)))
    }

    private mutating func tellWaiting() {
        guard !hasToldWaiting else { return }
        hasToldWaiting = true
        reporter.receive(.watch(.waiting(file: loading.files[0], address: address)))
    }
}

extension NotebookLoading {
    /// The same with another reporter.
    fileprivate func telling(_ reporter: any CommandReporter) -> NotebookLoading {
        NotebookLoading(
            files: files, parameterFile: parameterFile, overrides: overrides, session: session, reporter: reporter)
    }

    /// Paths of the files that are read.
    var watchedFiles: Set<String> {
        Set(
            (files + [parameterFile].compactMap(\.self)).map {
                URL(fileURLWithPath: $0, relativeTo: session.folder).absoluteURL.standardizedFileURL.path
            })
    }
}
