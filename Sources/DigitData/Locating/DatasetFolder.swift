import Foundation

/// A folder that may hold the four IDX files, each compressed (`NAME.gz`) or not (`NAME`).
struct DatasetFolder: Hashable, Sendable {
    let path: String

    /// Why no files can be taken from a folder.
    enum Problem: Error, Hashable, Sendable {
        case missing
        case isFile
        /// The parts that are missing, and the names of what is there.
        case lacks([DatasetPart], found: [String])
    }

    /// Path of a part: the compressed file under its published name, the uncompressed one, or one whose name differs in
    /// case or has a dot where the published one has a hyphen (as some programs unpack it); nil where there is none.
    private func path(of part: DatasetPart, among names: [String]) -> String? {
        let published = [part.compressedFileName, part.fileName].first { names.contains($0) }
        let name = published ?? names.first { Self.plain($0) == part.fileName }
        return name.map { path + "/" + $0 }
    }

    /// A file's name in small letters without `.gz`, with hyphens for dots and underscores.
    private static func plain(_ name: String) -> String {
        let name = name.lowercased()
        let stem = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        return String(stem.map { $0 == "." || $0 == "_" ? "-" : $0 })
    }

    /// Names of what the folder holds, in order.
    private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    /// Path of each part that is there.
    func paths() throws(Problem) -> [DatasetPart: String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing }
        guard isFolder.boolValue else { throw .isFile }
        let names = names
        var paths: [DatasetPart: String] = [:]
        for part in DatasetPart.allCases {
            if let path = path(of: part, among: names) { paths[part] = path }
        }
        return paths
    }

    /// Path and digest of all four parts.
    func allFiles(_ digests: DigestSource) throws -> [DatasetPart: LocatedFile] {
        let paths = try paths()
        let lacking = DatasetPart.allCases.filter { paths[$0] == nil }
        if !lacking.isEmpty {
            let used = Set(paths.values.map { $0.split(separator: "/").last.map(String.init) ?? "" })
            throw Problem.lacks(lacking, found: names.filter { !used.contains($0) && !$0.hasPrefix(".") })
        }
        return try paths.mapValues { try LocatedFile(path: $0, digests: digests) }
    }
}
