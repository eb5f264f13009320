import Foundation

/// Reads whole files, and says in the user's terms why one cannot be read.
enum DataFile {
    /// Longer files are refused: 1 GiB.
    static let largestLength = 1 << 30

    /// The bytes of the regular file at `path`.
    static func read(_ path: String) throws(DataFileError) -> [UInt8] {
        do {
            try check(path)
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let problem as DataFileError.Problem {
            throw DataFileError(path: path, problem: problem)
        } catch {
            throw DataFileError(path: path, problem: .unreadable(reason: reason(for: error)))
        }
    }

    /// Refuses what is no regular file (a pipe would never end) or too long, before a byte is read.
    private static func check(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw DataFileError.Problem.missing }
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: resolved)
        switch attributes[.type] as? FileAttributeType {
        case .typeRegular?: break
        case .typeDirectory?: throw DataFileError.Problem.isFolder
        default: throw DataFileError.Problem.isNoRegularFile
        }
        if let length = attributes[.size] as? Int, length > largestLength {
            throw DataFileError.Problem.tooLarge(bytes: length)
        }
    }

    /// A few words for what Foundation throws; its own descriptions repeat the path and run long.
    static func reason(for error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoPermission?, .fileWriteNoPermission?: "permission denied"
        case .fileWriteOutOfSpace?: "no space left on the disk"
        case .fileWriteVolumeReadOnly?: "the disk is read-only"
        case .fileReadNoSuchFile?, .fileNoSuchFile?: "no such file or folder"
        case .fileWriteFileExists?: "something else stands there"
        default: error.localizedDescription
        }
    }
}
