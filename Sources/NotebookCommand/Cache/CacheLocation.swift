import Foundation
import NotebookEngine

/// Where the command line and the environment want results to be kept.
package struct CacheLocation: Hashable, Sendable {
    /// The folder's name beside a notebook.
    package static let defaultName = ".notebook-cache"

    /// The folder that the command line names; nil leaves it to the environment, or to the notebook's place.
    package var folder: String?

    package init(folder: String? = nil) {
        self.folder = folder
    }

    /// Path of the folder that is named for all notebooks; nil where each has its own.
    func sharedFolder(in session: Session) -> String? {
        let named = folder ?? session.environment["NOTEBOOK_CACHE"].flatMap { $0.isEmpty ? nil : $0 }
        return named.map { URL(fileURLWithPath: $0, relativeTo: session.folder).absoluteURL.standardized.path }
    }

    /// The store for a notebook in `notebookFolder`.
    func store(besides notebookFolder: URL, in session: Session, memory: ResultMemory? = nil) -> ResultStore {
        ResultStore(
            folder: sharedFolder(in: session)
                ?? notebookFolder.appendingPathComponent(Self.defaultName).standardized.path, memory: memory)
    }
}
