import Foundation

/// The store of one call of the program that watches: the usual one, or with `--no-cache` one that goes with the program.
///
/// Without any store every save would compute every cell.
struct SessionStore {
    let usage: CacheUsage
    private let temporaryFolder: URL?

    init(for usage: CacheUsage) {
        guard usage.location == nil else {
            self.usage = usage
            temporaryFolder = nil
            return
        }
        let name = "notebook-watch-\(UInt64.random(in: .min ... .max))"
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name, isDirectory: true)
        self.usage = CacheUsage(location: CacheLocation(folder: folder.path))
        temporaryFolder = folder
    }

    /// Removes what goes with the program.
    func remove() {
        if let temporaryFolder { try? FileManager.default.removeItem(at: temporaryFolder) }
    }
}
