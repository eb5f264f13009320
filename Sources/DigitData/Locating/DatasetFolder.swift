import Foundation

/// A folder that may hold the four IDX files, each compressed (`NAME.gz`) or not (`NAME`).
struct DatasetFolder: Hashable, Sendable {
    let path: String

    /// Why no files can be taken from a folder.
    enum Problem: Error, Hashable, Sendable {
        case missing
        case isFile
        case lacks([DatasetPart])
    }

    /// Path of a part, the compressed file first because its digest is the published one; nil where neither exists.
    func path(of part: DatasetPart) -> String? {
        [part.compressedFileName, part.fileName]
            .map { path + "/" + $0 }
            .first { FileManager.default.fileExists(atPath: $0) }
    }

    /// Path of each part that is there.
    func paths() throws(Problem) -> [DatasetPart: String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing }
        guard isFolder.boolValue else { throw .isFile }
        var paths: [DatasetPart: String] = [:]
        for part in DatasetPart.allCases {
            if let path = path(of: part) { paths[part] = path }
        }
        return paths
    }

    /// Path and digest of all four parts.
    func allFiles(_ digests: DigestSource) throws -> [DatasetPart: LocatedFile] {
        let paths = try paths()
        let lacking = DatasetPart.allCases.filter { paths[$0] == nil }
        if !lacking.isEmpty { throw Problem.lacks(lacking) }
        return try paths.mapValues { try LocatedFile(path: $0, digests: digests) }
    }
}
