import Foundation

/// A file that a store has written, as cleaning sees it.
struct StoreEntry {
    enum Kind: Hashable {
        /// The result of a cell.
        case result
        /// A state from which interrupted work goes on, with the identity of that work.
        case checkpoint(of: String)
        /// What later runs go by besides: the inputs of a notebook's last run, digests of data files.
        case memory
        /// What a process that was killed left half written.
        case remains
    }

    let path: String
    let kind: Kind
    let bytes: Int
    /// Nanoseconds since 1970.
    let lastUse: Int

    /// Nil for anything but a regular file that begins as the store's files do.
    init?(_ path: String, as kind: Kind) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            SealedFile.isSealed(path, mayBeCutOff: kind == .remains)
        else { return nil }
        self.path = path
        self.kind = kind
        bytes = Int(status.st_size)
        lastUse = status.modificationTime.nanoseconds
    }
}

extension ResultStore {
    /// Every file that a store of this program has written into the folder and that may be dropped, in no particular order.
    ///
    /// Left out are files of other names and those that do not begin as the store's files do: somebody else's.
    var entries: [StoreEntry] {
        let checkpoints = names(in: "checkpoints").filter(Self.isDigest).flatMap { computation in
            entries(in: "checkpoints/" + computation) { .checkpoint(of: $0) }
        }
        let others = names(in: "").compactMap { name in
            name == "digests"
                ? StoreEntry(folder + "/" + name, as: .memory)
                : Self.isTemporary(name) ? StoreEntry(folder + "/" + name, as: .remains) : nil
        }
        return entries(in: "results") { _ in .result } + entries(in: "notebooks") { _ in .memory } + checkpoints
            + others
    }

    /// Removes the files of locks that nobody holds, which processes leave that were killed.
    func removeUnusedLocks() {
        for identity in names(in: "locks") where Self.isDigest(identity) {
            _ = (try? lock(identity)).flatMap(\.self)?.release()
        }
    }

    private func entries(in subfolder: String, as kind: (_ name: String) -> StoreEntry.Kind) -> [StoreEntry] {
        names(in: subfolder).compactMap { name in
            let path = "\(folder)/\(subfolder)/\(name)"
            if Self.isDigest(name) { return StoreEntry(path, as: kind(name)) }
            return Self.isTemporary(name) ? StoreEntry(path, as: .remains) : nil
        }
    }

    private func names(in subfolder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + subfolder)) ?? []
    }

    private static func isDigest(_ name: some StringProtocol) -> Bool {
        name.utf8.count == 64 && name.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    /// Whether `DurableFile` names so what is to become a file of the store.
    private static func isTemporary(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].isEmpty && (isDigest(parts[1]) || parts[1] == "digests")
    }
}
