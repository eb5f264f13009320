package import NotebookCore

/// A finished page, and what its author should know about it.
package struct RenderedPage: Sendable {
    /// One HTML5 file that needs no other.
    package let html: String
    /// Images that were not embedded, links that lead nowhere; in the order of the notebook.
    package let warnings: [Diagnostic]
    /// Paths of the local images that the prose names, whether they are there or not.
    package let imageFiles: [String]
}
