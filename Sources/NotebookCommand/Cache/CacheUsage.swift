import Foundation
import NotebookCore
package import NotebookEngine

/// How the notebooks of one command use what earlier runs have kept.
package struct CacheUsage: Sendable {
    /// Nil where nothing is used and nothing kept.
    package var location: CacheLocation?
    /// Labels or ids of cells to compute anew.
    package var refreshed: [String]
    /// Whether only kept results are used, so that a cell without one fails.
    package var isReadOnly: Bool
    /// Where results that have been read are found again; nil reads each from its file.
    package var memory: ResultMemory?

    package init(location: CacheLocation? = CacheLocation(), refreshed: [String] = [], isReadOnly: Bool = false) {
        self.location = location
        self.refreshed = refreshed
        self.isReadOnly = isReadOnly
    }

    /// The cache of one notebook's run; nil where the run uses none.
    func cache(for source: NotebookSource, in session: Session) -> RunCache? {
        location.map { location in
            RunCache(
                store: location.store(besides: source.folder, in: session, memory: memory),
                notebook: source.url.standardized.path,
                refreshed: Set(refreshed), isReadOnly: isReadOnly)
        }
    }

    /// Reads into the memory what the last runs of these notebooks ended with; best done while others read the notebooks.
    @concurrent func recallLastRuns(of files: [String], in session: Session) async {
        guard let location, let memory else { return }
        for file in files {
            let url = URL(fileURLWithPath: file, relativeTo: session.folder).standardizedFileURL
            location.store(besides: url.deletingLastPathComponent(), in: session, memory: memory)
                .recallLastRun(of: url.path)
        }
    }

    /// Throws where a cell to be computed anew is in none of the notebooks.
    func check(against notebooks: [Notebook]) throws(CommandProblem) {
        let cells = notebooks.flatMap(\.cells)
        for label in refreshed where !cells.contains(where: { $0.id == label }) {
            let labels = cells.compactMap(\.label)
            let suggestion = Suggestion.closest(to: label, among: labels).map { "Did you mean `--refresh \($0)`?" }
            let known = Set(labels).sorted().map { "`\($0)`" }.joined(separator: ", ")
            throw CommandProblem(
                "no cell has the label `\(label)` of `--refresh`",
                remedy: suggestion ?? (known.isEmpty ? "No cell has any label." : "There are \(known)."),
                status: .usage)
        }
    }
}
