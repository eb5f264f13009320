package import Foundation

/// Drops what a store has kept: everything, or what has not been used for long, or as much as leaves it small.
///
/// Only files that the store has written are touched. A checkpoint stays while its training goes on; a run that misses a
/// result of which it knows computes it again.
package struct StoreCleaning: Hashable, Sendable {
    /// Seconds without use after which something is dropped.
    package var unusedFor: Double?
    /// Bytes that may remain; what was used longest ago goes first.
    package var maximalSize: Int?

    /// Without limits everything is dropped.
    package init(unusedFor: Double? = nil, maximalSize: Int? = nil) {
        self.unusedFor = unusedFor
        self.maximalSize = maximalSize
    }

    /// What was dropped and what remains.
    package struct Outcome: Hashable, Sendable {
        package var dropped = Amount()
        package var remaining = Amount()
    }

    /// So many things of a store.
    package struct Amount: Hashable, Sendable {
        package var results = 0
        package var checkpoints = 0
        /// Of all files.
        package var bytes = 0
    }

    /// A file that the system does not let go.
    package struct Failure: Error, Hashable, Sendable {
        package let path: String
        package let error: SystemError
    }

    /// Seconds after which a temporary file is nobody's any more.
    private static let longestWriting = 3600.0

    package func clean(_ store: ResultStore, now: Date = Date()) throws(Failure) -> Outcome {
        let entries = store.entries.sorted { ($0.lastUse, $0.path) < ($1.lastUse, $1.path) }
        var outcome = Outcome()
        var size = entries.reduce(0) { $0 + $1.bytes }
        for entry in entries {
            let age = now.timeIntervalSince1970 - Double(entry.lastUse) / 1e9
            if isSuperfluous(entry, age: age, totalSize: size), try remove(entry, from: store) {
                size -= entry.bytes
                outcome.dropped.add(entry)
            } else {
                outcome.remaining.add(entry)
            }
        }
        store.removeUnusedLocks()
        return outcome
    }

    private func isSuperfluous(_ entry: StoreEntry, age: Double, totalSize: Int) -> Bool {
        if entry.kind == .remains { return age >= Self.longestWriting }
        if let unusedFor, age >= unusedFor { return true }
        if let maximalSize { return totalSize > maximalSize }
        return unusedFor == nil
    }

    /// False where a run is at work on what the file holds.
    private func remove(_ entry: StoreEntry, from store: ResultStore) throws(Failure) -> Bool {
        do throws(SystemError) {
            guard case .checkpoint(let identity) = entry.kind else {
                try Self.unlink(entry.path)
                return true
            }
            guard let lock = try store.lock(identity) else { return false }
            defer { lock.release() }
            try Self.unlink(entry.path)
            // Fails, as it should, unless this was the last checkpoint of the computation.
            rmdir(URL(fileURLWithPath: entry.path).deletingLastPathComponent().path)
            return true
        } catch {
            throw Failure(path: entry.path, error: error)
        }
    }

    private static func unlink(_ path: String) throws(SystemError) {
        guard Foundation.unlink(path) == 0 || errno == ENOENT else { throw .last }
    }
}

extension StoreCleaning.Amount {
    fileprivate mutating func add(_ entry: StoreEntry) {
        bytes += entry.bytes
        switch entry.kind {
        case .result: results += 1
        case .checkpoint: checkpoints += 1
        case .memory, .remains: break
        }
    }
}
