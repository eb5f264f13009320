import Synchronization

/// Results that have been read, for a program that runs one notebook again and again, or that can read them while it has
/// other things to do: reading a file costs more than finding that it is still the same.
package final class ResultMemory: Sendable {
    private struct Entry {
        /// The file that keeps the result. A store never changes a file, it puts another in its place.
        var file: FileIdentity
        var result: StoredResult
    }

    /// Beyond as many results all are forgotten.
    private static let capacity = 1_000

    private let entries = Mutex<[String: Entry]>([:])

    package init() {}

    /// The result that the file at `path` held when it was read, if it is that file still.
    func result(in path: String) -> StoredResult? {
        guard let file = FileIdentity(ofFile: path) else { return nil }
        return entries.withLock { entries in
            entries[path].flatMap { $0.file == file ? $0.result : nil }
        }
    }

    func remember(_ result: StoredResult, in path: String) {
        guard let file = FileIdentity(ofFile: path) else { return }
        entries.withLock { entries in
            if entries.count == Self.capacity { entries = [:] }
            entries[path] = Entry(file: file, result: result)
        }
    }
}

/// Tells a file from one that was put in its place.
private struct FileIdentity: Equatable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    let modified: Int

    init?(ofFile path: String) {
        guard let state = FileState(ofFile: path) else { return nil }
        device = state.device
        inode = state.inode
        size = state.size
        modified = state.modified
    }
}
