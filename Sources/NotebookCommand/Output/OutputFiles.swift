package import Foundation

/// Where the page and the record of one notebook go, with the predictions beside the record.
package struct OutputFiles: Hashable, Sendable {
    package var page: OutputFile
    package var record: OutputFile

    /// What runs read in the images that they were measured on; only written where something was measured.
    package var predictions: OutputFile {
        OutputFile(path: Self.predictionsPath(record.path), url: Self.predictionsURL(besides: record.url))
    }

    package var all: [OutputFile] { [page, record, predictions] }

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
