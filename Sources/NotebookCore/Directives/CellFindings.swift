/// What a cell has found outside the notebook before its work begins: files, for example.
package struct CellFindings: Sendable {
    /// What the result depends on, by name, such as the digest of a file; a part of the cell's key.
    package var inputs: [String: String]
    /// Paths of the files that were found, for those who watch them.
    package var files: [String]
    /// What was found, for the cell's work to begin with.
    package var content: (any Sendable)?

    package init(inputs: [String: String] = [:], files: [String] = [], content: (any Sendable)? = nil) {
        self.inputs = inputs
        self.files = files
        self.content = content
    }
}
