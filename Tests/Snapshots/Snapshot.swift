import Foundation

/// A file beside a test that holds what the test's text was when somebody last looked at it.
///
/// With `NOTEBOOK_RECORD_SNAPSHOTS=1` in the environment the files are written anew, and every comparison fails, so that
/// a recording run is never taken for a passing one.
package struct Snapshot {
    private let file: URL

    /// - Parameters:
    ///   - name: The file's name, in the folder `Snapshots` beside the test.
    ///   - test: The test's own file.
    package init(_ name: String, besideTest test: String = #filePath) {
        file = URL(filePath: test).deletingLastPathComponent().appending(path: "Snapshots").appending(path: name)
    }

    /// Where `text` differs from the file, in words; nil where it does not.
    package func difference(from text: String) -> String? {
        if ProcessInfo.processInfo.environment["NOTEBOOK_RECORD_SNAPSHOTS"] == "1" { return record(text) }
        guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
            return "there is no \(file.lastPathComponent); record it with NOTEBOOK_RECORD_SNAPSHOTS=1"
        }
        guard text != expected else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let index = zip(lines, expectedLines).enumerated().first { $1.0 != $1.1 }?.offset
        guard let index else { return "\(lines.count) lines instead of \(expectedLines.count)" }
        return "line \(index + 1) of \(file.lastPathComponent) is\n\(lines[index])\ninstead of\n\(expectedLines[index])"
    }

    private func record(_ text: String) -> String {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return "recorded \(file.lastPathComponent); run again without NOTEBOOK_RECORD_SNAPSHOTS"
        } catch {
            return "cannot record \(file.path): \(error)"
        }
    }
}
