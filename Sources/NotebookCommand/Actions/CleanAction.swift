import Foundation
import NotebookCore
import NotebookEngine

/// Cleans stores, and tells of each what was dropped and what remains.
struct CleanAction {
    /// Notebooks, or folders of notebooks; none for the current folder.
    let files: [String]
    let location: CacheLocation
    let cleaning: StoreCleaning
    let session: Session

    func perform() throws(CommandProblem) -> CommandStatus {
        for (name, store) in try stores() {
            guard Self.isFolder(store.folder) else {
                session.standardOutput.write("\(name): there is no cache\n")
                continue
            }
            do {
                let outcome = try cleaning.clean(store)
                session.standardOutput.write(
                    "\(name): dropped \(outcome.dropped.text); left \(outcome.remaining.text)\n")
            } catch {
                throw CommandProblem("`\(error.path)` cannot be removed: \(error.error.message)", status: .failed)
            }
        }
        return .success
    }

    /// The stores that are meant, each once, with their paths as the user would name them.
    private func stores() throws(CommandProblem) -> [(name: String, store: ResultStore)] {
        if let shared = location.sharedFolder(in: session) {
            guard files.isEmpty else {
                throw CommandProblem(
                    "$NOTEBOOK_CACHE names one cache for all notebooks",
                    remedy: "Leave the notebooks out: what is dropped is not theirs alone.", status: .usage)
            }
            return [(location.folder ?? shared, ResultStore(folder: shared))]
        }
        var seen: Set<String> = []
        return (files.isEmpty ? [""] : files).map { file in
            let url = URL(fileURLWithPath: file.isEmpty ? "." : file, relativeTo: session.folder).absoluteURL
            let isFolder = Self.isFolder(url.path)
            let folder = isFolder ? file : NSString(string: file).deletingLastPathComponent
            return (
                NSString(string: folder).appendingPathComponent(CacheLocation.defaultName),
                location.store(besides: isFolder ? url : url.deletingLastPathComponent(), in: session)
            )
        }.filter { seen.insert($0.store.folder).inserted }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = ObjCBool(false)
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

extension StoreCleaning.Amount {
    /// "12 results and 3 checkpoints, 45.2 MB".
    fileprivate var text: String {
        let counts = [(results, "result"), (checkpoints, "checkpoint")].compactMap { count, word in
            count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
        }
        let size = NumberFormat.bytes.text(for: Double(bytes)).withPlainSpaces
        let things = counts.isEmpty ? [] : [counts.joined(separator: " and ")]
        return bytes == 0 ? "nothing" : (things + [size]).joined(separator: ", ")
    }
}
