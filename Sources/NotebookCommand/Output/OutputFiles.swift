package import Foundation

/// Where the page and the record of one notebook go.
package struct OutputFiles: Hashable, Sendable {
    package var page: OutputFile
    package var record: OutputFile

    package var all: [OutputFile] { [page, record] }
}

/// A file to write, as the user sees its path and as the system finds it.
package struct OutputFile: Hashable, Sendable {
    /// Relative to the current folder where the user named it so.
    package var path: String
    package var url: URL

    package init(path: String, in folder: URL) {
        self.path = path
        url = URL(fileURLWithPath: path, relativeTo: folder).absoluteURL.standardizedFileURL
    }
}
