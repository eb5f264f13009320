import Foundation

/// What tells whether a file has been touched.
package struct FileState: Codable, Equatable, Sendable {
    var device: UInt64
    var inode: UInt64
    var size: Int
    var modified: Int
    var changed: Int

    /// Nil where there is no file.
    package init?(ofFile path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        modified = status.modificationTime.nanoseconds
        changed = status.changeTime.nanoseconds
    }

    var newestTime: Int { max(modified, changed) }
}
