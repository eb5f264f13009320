/// The text of a footnote that the document refers to.
package struct Footnote: Sendable, Equatable {
    /// The number that its references show, from 1 in the order of the first references.
    package let number: Int
    /// The label between `[^` and `]:` as the file has it.
    package let label: String
    /// What the footnote says.
    package let blocks: [Block]
    /// How many references the tree holds; their `occurrence` runs from 1 to this.
    package let referenceCount: Int
    /// The lines of the definition in the file.
    package let lines: ClosedRange<Int>
}

/// A place in the text that refers to a footnote.
package struct FootnoteReference: Sendable, Equatable {
    /// The number of the footnote referred to.
    package let number: Int
    /// 1 for the first reference to this footnote in the document, 2 for the second …
    package let occurrence: Int
}
