import Foundation

/// Why a folder is not there.
package struct FolderError: Error, Hashable, Sendable {
    /// The folder, or one above it, that could not be made.
    package let path: String
    package let error: SystemError

    /// Whether something else than a folder stands there.
    package var isInTheWay: Bool { error.code == EEXIST }
}

/// Folders on the disk.
package enum Folder {
    /// Makes a folder and those above it, unless it is there.
    package static func make(_ path: String) throws(FolderError) {
        if mkdir(path, 0o777) == 0 { return }
        switch errno {
        case EEXIST:
            guard exists(path) else { throw FolderError(path: path, error: SystemError(code: EEXIST)) }
        case ENOENT,
            ENOTDIR where path != "/":
            try make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            guard mkdir(path, 0o777) == 0 || exists(path) else { throw FolderError(path: path, error: .last) }
        case let code:
            throw FolderError(path: path, error: SystemError(code: code))
        }
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
