package import Foundation
package import NotebookCore

/// A notebook's text as it was read from a file.
package struct NotebookSource: Hashable, Sendable {
    /// The path as the user named it.
    package var file: String
    package var url: URL
    package var text: String
    /// SHA-256 of the file in hexadecimal; nil where there is no file yet.
    package var digest: String?
    /// Warnings that have been told of it.
    package var warnings: Set<Diagnostic> = []

    package init(file: String, url: URL, text: String) {
        self.file = file
        self.url = url
        self.text = text
    }

    /// Reads the file that the user named `file`, relative to `folder`.
    package init(reading file: String, in folder: URL) throws(UnreadableInput) {
        let input = try InputText(reading: file, as: .notebook, in: folder)
        self.init(file: file, url: input.url, text: input.text)
        digest = input.digest
    }

    /// The folder from which the notebook names its images.
    package var folder: URL { url.deletingLastPathComponent() }
}
