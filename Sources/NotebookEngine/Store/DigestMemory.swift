import Foundation
import Synchronization

/// Digests of data files, remembered as long as nothing has touched the files.
///
/// A file counts as untouched while device, inode, size and both times are the same. One that was changed so shortly
/// before it was read that a later change might bear the same time is read again: Git's rule for its index.
final class DigestMemory: Sendable {
    private struct Memory: Codable, Equatable {
        var state: FileState
        /// When the file was read, in nanoseconds since 1970.
        var readAt: Int
        var digest: String
    }

    /// A file's change may bear the time of the tick before it; file systems tick up to every two seconds (FAT).
    private static let tick = 2_000_000_000

    private let file: SealedFile
    private let memories: Mutex<[String: Memory]?>

    init(path: String) {
        file = SealedFile(path: path, name: "content digests")
        memories = Mutex(nil)
    }

    /// The digest of the file at `path`: the remembered one, or what `compute` gives.
    ///
    /// - Parameter now: Nanoseconds since 1970, on the clock by which the file system dates changes.
    func digest(
        ofFile path: String, now: () -> Int = DigestMemory.clock, _ compute: () throws -> String
    ) rethrows -> String {
        let path = URL(fileURLWithPath: path).standardized.path
        let state = FileState(ofFile: path)
        if let known = known[path], known.state == state,
            state.map({ $0.newestTime < known.readAt - Self.tick }) == true
        {
            return known.digest
        }
        let readAt = now()
        let digest = try compute()
        // A file that has changed meanwhile may have been read half before and half after.
        if let state, state == FileState(ofFile: path) {
            remember(Memory(state: state, readAt: readAt, digest: digest), of: path)
        }
        return digest
    }

    private var known: [String: Memory] {
        memories.withLock { memories in
            if let memories { return memories }
            let data = (try? file.first()).flatMap(\.self)
            let read = data.flatMap { try? StoreCoding.decode([String: Memory].self, from: $0) } ?? [:]
            memories = read
            return read
        }
    }

    private func remember(_ memory: Memory, of path: String) {
        var all = known
        guard all[path] != memory else { return }
        all[path] = memory
        memories.withLock { $0 = all }
        // What cannot be kept is computed again: the folder's owner is told elsewhere that nothing is kept.
        try? Folder.make(URL(fileURLWithPath: file.path).deletingLastPathComponent().path)
        try? file.write(StoreCoding.encode(all))
    }

    private static func clock() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.nanoseconds
    }
}
