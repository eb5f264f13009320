/// Inline code and where it stands.
package struct InlineCode: Sendable, Equatable {
    /// What stands between the backticks; line endings are spaces, one space at either end is removed.
    package let literal: String
    /// Where the first backtick stands; where the code was not found in the file, where its block begins.
    package let position: SourcePosition
    /// Where the first scalar of `literal` stands; where the code was not found, the same as `position`.
    package let literalPosition: SourcePosition
    /// The place just behind the last backtick; nil where the code was not found in the file.
    package let end: SourcePosition?
}
