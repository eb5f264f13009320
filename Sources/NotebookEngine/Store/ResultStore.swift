import Foundation

/// Results of cells on the disk, each under its key, with what else later runs go by.
///
/// One folder: `results` (a file a key), `checkpoints` (a folder a computation), `locks`, `notebooks` (the inputs of
/// each notebook's last run) and `digests` (of data files). Every file is written whole or not at all, and read by
/// nobody before its checksum agrees, so that several runs may share the folder and any of them may be killed.
package final class ResultStore: Sendable {
    /// Path of the folder.
    package let folder: String
    let digests: DigestMemory
    private let memory: ResultMemory?

    /// Takes a folder that is made once there is something to keep.
    ///
    /// - Parameter memory: Results of earlier runs of the same program; nil reads every result from its file.
    package init(folder: String, memory: ResultMemory? = nil) {
        self.folder = folder
        self.memory = memory
        digests = DigestMemory(path: folder + "/digests")
    }

    /// The kept result of a key; nil where there is none.
    func result(of key: CellKey) throws(SealedFile.Fault) -> StoredResult? { try result(named: key.digest) }

    /// Reads the results that a notebook's last run ended with into the memory, where the next run will find most of them;
    /// ends early where the task is cancelled.
    package func recallLastRun(of notebook: String) {
        for cell in lastRun(of: notebook).cells where !Task.isCancelled { _ = try? result(named: cell.digest) }
    }

    private func result(named digest: String) throws(SealedFile.Fault) -> StoredResult? {
        let file = resultFile(named: digest)
        if let result = memory?.result(in: file.path) { return result }
        guard let data = try file.first() else { return nil }
        guard let result = try? StoreCoding.decode(StoredResult.self, from: data) else { throw .damaged }
        noteUse(of: file)
        memory?.remember(result, in: file.path)
        return result
    }

    /// What is kept of the product that came with a result; nil where there is no such result.
    func product(of key: CellKey) throws(SealedFile.Fault) -> Data? { try resultFile(named: key.digest).second() }

    func save(_ result: StoredResult, product: Data, as key: CellKey) throws(SystemError) {
        try write(resultFile(named: key.digest), StoreCoding.encode(result), product, in: "results")
    }

    /// All states that are kept of a computation; unusable ones are left out.
    func checkpoints(of key: CellKey) -> [Data] {
        let path = path("checkpoints", key.checkpoint)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.compactMap { name in
            let file = SealedFile(path: path + "/" + name, name: key.checkpoint + "/" + name)
            noteUse(of: file)
            return (try? file.first()).flatMap(\.self)
        }
    }

    /// Keeps a state in place of the one that the same computation left before.
    func saveCheckpoint(_ state: Data, of key: CellKey) throws(SystemError) {
        let file = SealedFile(
            path: path("checkpoints", key.checkpoint, key.identity), name: key.checkpoint + "/" + key.identity)
        try write(file, state, in: "checkpoints/" + key.checkpoint)
    }

    /// The lock on a computation, by its identity; nil where another run has it.
    func lock(_ identity: String) throws(SystemError) -> KeyLock? {
        try prepare(for: "locks")
        return try KeyLock(path: path("locks", identity))
    }

    /// What a notebook's last run was made from; nothing where there was none or it cannot be read.
    func lastRun(of notebook: String) -> LastRun {
        let file = SealedFile(path: lastRunPath(of: notebook), name: notebook)
        noteUse(of: file)
        let data = try? file.first()
        return data.flatMap(\.self).flatMap { try? StoreCoding.decode(LastRun.self, from: $0) } ?? LastRun()
    }

    func save(_ lastRun: LastRun, of notebook: String) throws(SystemError) {
        let file = SealedFile(path: lastRunPath(of: notebook), name: notebook)
        try write(file, StoreCoding.encode(lastRun), in: "notebooks")
    }

    private func lastRunPath(of notebook: String) -> String {
        var digest = InputDigest()
        digest.append(notebook)
        return path("notebooks", digest.finalize().hexadecimal)
    }

    private func resultFile(named digest: String) -> SealedFile {
        SealedFile(path: path("results", digest), name: digest)
    }

    /// The time of the last use decides what cleaning drops first.
    private func noteUse(of file: SealedFile) { utimensat(AT_FDCWD, file.path, nil, 0) }

    private func write(
        _ file: SealedFile, _ first: Data, _ second: Data = Data(), in subfolder: String
    ) throws(SystemError) {
        try prepare(for: subfolder)
        do {
            try file.write(first, second)
        } catch  where error.code == ENOENT {
            // Cleaning removes folders that it has emptied, and may have done so just now.
            try prepare(for: subfolder)
            try file.write(first, second)
        }
    }

    private func path(_ parts: String...) -> String { ([folder] + parts).joined(separator: "/") }

    /// Makes the store's folder and one in it. Git ignores what lies there, and backup programs are told to do so.
    func prepare(for subfolder: String? = nil) throws(SystemError) {
        do {
            try Folder.make(folder)
            for (name, text) in Self.marks where access(path(name), F_OK) != 0 {
                try? DurableFile.create(Data(text.utf8), at: path(name))
            }
            if let subfolder { try Folder.make(path(subfolder)) }
        } catch {
            throw error.isInTheWay ? SystemError(code: ENOTDIR) : error.error
        }
    }

    /// Files that tell other programs to leave the folder alone (the second by bford.info/cachedir).
    static let marks = [
        (".gitignore", "*\n"), ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"),
    ]
}
