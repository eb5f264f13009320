/// How far the download of a data set has come.
package struct DownloadProgress: Hashable, Sendable {
    /// Name of the file that is being transferred.
    package let file: String
    /// Bytes of all wanted files that are here, earlier runs' included.
    package let received: Int
    /// Bytes of all wanted files.
    package let total: Int
}
