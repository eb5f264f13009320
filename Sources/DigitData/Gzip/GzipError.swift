/// What is wrong with compressed bytes.
enum GzipError: Error, Hashable, Sendable {
    /// The bytes end before the compressed stream does.
    case truncated(length: Int)
    /// zlib refuses the stream at this offset; `reason` is its message.
    case corrupt(offset: Int, reason: String)
    /// Bytes that belong to no stream follow the last one.
    case trailingBytes(offset: Int, count: Int)
}
