import Foundation
import NotebookCore
import NotebookEngine
import Synchronization
import TemporaryFolders
import Testing

/// Runs of notebooks that share a store.
struct KeptRuns: Sendable {
    /// What came of one run.
    struct Outcome: Sendable {
        let run: Run
        /// What the user was told about the store.
        let notes: [String]
        /// Milestones that cells reported, "a: step 1".
        let work: [String]

        /// Ids of the cells that were not taken from the store.
        var computed: [String] { run.cells.filter { !$0.isCached }.map(\.cell.id) }
        var texts: [String] { run.cells.flatMap { $0.result?.outputs ?? [] }.map { "\($0)" } }
        var explanations: [CellExplanation?] { run.cells.map(\.explanation) }
    }

    let folder: TemporaryFolder
    /// The store's folder.
    let path: String
    /// Where results that have been read are found again.
    var memory: ResultMemory?

    /// - Parameter path: The store's folder; nil for one in a temporary folder.
    init(at path: String? = nil) throws {
        folder = try TemporaryFolder()
        self.path = path ?? folder.url.appendingPathComponent("store").path
    }

    var store: ResultStore { ResultStore(folder: path, memory: memory) }

    /// - Parameters:
    ///   - refreshed: Cells to compute whatever was kept.
    ///   - interruptedAt: The milestone at which the run is cancelled.
    ///   - receive: Told of each milestone.
    func run(
        _ text: String, seed: UInt64 = 1, kernels: String = "plain", threads: Int = 2, refreshed: Set<String> = [],
        isReadOnly: Bool = false, interruptedAt milestone: String? = nil,
        receive: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> Outcome {
        let notebook = try notebook(text)
        var environment = testEnvironment
        environment.seed = seed
        environment.kernels = kernels
        environment.threads = threads
        let notes = Mutex<[String]>([])
        let work = Mutex<[String]>([])
        let runner = Runner(
            settings: RunSettings(), environment: environment,
            cache: RunCache(store: store, notebook: "/n.md", refreshed: refreshed, isReadOnly: isReadOnly)
        ) { event in
            switch event {
            case .storeNoted(let note): notes.withLock { $0.append(note) }
            case .cellReported(let cell, .milestone(let line)):
                let line = "\(cell.id): \(line)"
                work.withLock { $0.append(line) }
                receive(line)
                if line == milestone { withUnsafeCurrentTask { $0?.cancel() } }
            default: break
            }
        }
        let run = await Task { await runner.run(notebook) }.value
        return Outcome(run: run, notes: notes.withLock(\.self), work: work.withLock(\.self))
    }

    /// The file that keeps the result of the cell that publishes `path`, relative to `folder`.
    func result(publishing path: String) throws -> String {
        try #require(
            files(in: "results").first { folder.data($0)?.firstRange(of: Data(path.utf8)) != nil })
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent(path))
    }

    /// Paths of the store's files of one kind, relative to `folder`.
    func files(in subfolder: String) -> [String] {
        folder.contents.filter { $0.hasPrefix("store/\(subfolder)/") }
    }
}
