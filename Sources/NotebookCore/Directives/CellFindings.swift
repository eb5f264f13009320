/// What a cell has found outside the notebook before its work begins: files, for example.
package struct CellFindings: Sendable {
    /// What the result depends on, by name, such as the digest of a file; a part of the cell's key.
    package var inputs: [String: String]
    /// Paths of the files that were found, for those who watch them.
    package var files: [String]
    /// Where the data come from, as this run sees it: what is said on the command line of them is no part of a kept result.
    package var provenance: DataProvenance?
    /// What was found, for the cell's work to begin with.
    package var content: (any Sendable)?

    package init(
        inputs: [String: String] = [:], files: [String] = [], provenance: DataProvenance? = nil,
        content: (any Sendable)? = nil
    ) {
        self.inputs = inputs
        self.files = files
        self.provenance = provenance
        self.content = content
    }
}
