package import Foundation

/// A notebook's text as it was read from a file.
package struct NotebookSource: Hashable, Sendable {
    /// The path as the user named it.
    package var file: String
    package var url: URL
    package var text: String

    package init(file: String, url: URL, text: String) {
        self.file = file
        self.url = url
        self.text = text
    }

    /// The folder from which the notebook names its images.
    package var folder: URL { url.deletingLastPathComponent() }
}
