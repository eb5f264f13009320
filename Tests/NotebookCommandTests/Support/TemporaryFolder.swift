import Foundation

/// A folder of its own for one test; removed with the last reference to it.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        let name = "notebook-command-\(UInt64.random(in: .min ... .max))"
        url = FileManager.default.temporaryDirectory.appendingPathComponent(name, isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    func write(_ data: Data, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            at: url.appendingPathComponent(path), withIntermediateDirectories: true)
    }

    /// The text of a file; nil where there is none.
    func text(_ path: String) -> String? {
        try? String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
    }

    /// Names of all files and folders, hidden ones too, relative to the folder.
    var contents: [String] {
        (FileManager.default.subpaths(atPath: url.path) ?? []).sorted()
    }
}
