/// Why a model cannot be stored, or a file is no model that can be used.
package enum ModelFileError: Error, Hashable, Sendable {
    /// The system refused to read or write the file.
    case inaccessible(path: String, reason: String)
    /// The file is something else than a model.
    case foreign
    /// The file was written by another version of this program.
    case unsupportedVersion(UInt32)
    /// The file began as a model, but bytes are missing or changed.
    case damaged
}

extension ModelFileError: CustomStringConvertible {
    /// Cause and remedy in one line.
    package var description: String {
        switch self {
        case .inaccessible(let path, let reason): "cannot access the model file \(path): \(reason)"
        case .foreign: "the file is no model file; give one that this program has saved"
        case .unsupportedVersion(let version):
            "the model file has version \(version) and this program reads version \(ModelFile.version); "
                + "train again and save with this program"
        case .damaged: "the model file is damaged (its checksum does not match); copy it again or train again"
        }
    }
}
