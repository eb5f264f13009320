package import Foundation
import NotebookEngine

/// Where the page and the record of one notebook go, with the predictions beside the record.
package struct OutputFiles: Hashable, Sendable {
    package var page: OutputFile
    package var record: OutputFile

    /// What runs read in the images that they were measured on; only written where something was measured.
    package var predictions: OutputFile {
        OutputFile(path: Self.predictionsPath(record.path), url: Self.predictionsURL(besides: record.url))
    }

    package var all: [OutputFile] { [page, record, predictions] }

    /// Whether an earlier run has left what a run with failures must not replace: anything but the page of a failed or
    /// interrupted run, as its record says.
    package var holdGoodRun: Bool {
        guard all.contains(where: \.exists) else { return false }
        guard page.exists, let data = try? Data(contentsOf: record.url),
            let earlier = try? JSONDecoder().decode(EarlierRun.self, from: data)
        else { return true }
        let statuses = [earlier.status].compactMap(\.self) + (earlier.runs ?? []).map(\.status)
        return statuses.allSatisfy { $0 != RunStatus.failed.rawValue && $0 != RunStatus.interrupted.rawValue }
    }

    /// How the run of a record ended, or the runs of a sweep's record.
    private struct EarlierRun: Decodable {
        struct Member: Decodable {
            var status: String
        }

        var status: String?
        var runs: [Member]?
    }

    /// Where the predictions are that belong to a record.
    static func predictionsURL(besides record: URL) -> URL {
        record.deletingLastPathComponent().appendingPathComponent(predictionsPath(record.lastPathComponent))
    }

    private static func predictionsPath(_ record: String) -> String {
        (record.hasSuffix(".json") ? String(record.dropLast(".json".count)) : record) + ".predictions.json"
    }
}

/// A file to write, as the user sees its path and as the system finds it.
package struct OutputFile: Hashable, Sendable {
    /// Relative to the current folder where the user named it so.
    package var path: String
    package var url: URL

    init(path: String, url: URL) {
        self.path = path
        self.url = url
    }

    package init(path: String, in folder: URL) {
        self.path = path
        url = URL(fileURLWithPath: path, relativeTo: folder).absoluteURL.standardizedFileURL
    }

    package var exists: Bool { FileManager.default.fileExists(atPath: url.path) }
}
