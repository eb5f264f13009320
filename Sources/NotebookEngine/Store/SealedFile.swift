import Digests
import Foundation

/// A file of the store: two parts of bytes, each with a checksum, of which the second is read only when wanted.
///
/// Eight bytes "NBSTORE\n"; the version of the store's form as an unsigned 32-bit integer; the length of each part as
/// an unsigned 64-bit integer; the SHA-256 of the file's name in the store and the first part, each with its length in
/// front; that of the second part; the parts. Everything is little-endian. The name is in the checksum so that a file
/// under another's name is not taken for it.
struct SealedFile {
    /// Why a file cannot be used.
    enum Fault: Error, Hashable {
        /// It is something else than a file of this store.
        case foreign
        case otherVersion(UInt32)
        case damaged
        case unreadable(SystemError)

        /// What is wrong, as the middle of a sentence.
        var text: String {
            switch self {
            case .foreign: "is no file of this store"
            case .otherVersion: "was written by another version of the program"
            case .damaged: "is damaged"
            case .unreadable(let error): "cannot be read (\(error.message))"
            }
        }
    }

    /// Raised whenever what the store's files hold is written differently.
    static let version: UInt32 = 3

    private static let magic = Data("NBSTORE\n".utf8)
    private static let headLength = magic.count + 4 + 8 + 8 + 32 + 32

    let path: String
    /// What the checksum ties the file to.
    let name: String

    func write(_ first: Data, _ second: Data = Data()) throws(SystemError) {
        var data = Self.magic
        data.append(littleEndian: Self.version)
        data.append(littleEndian: UInt64(first.count))
        data.append(littleEndian: UInt64(second.count))
        data.append(contentsOf: digest(ofFirst: first).bytes)
        data.append(contentsOf: SHA256.digest(of: second).bytes)
        data.append(first)
        data.append(second)
        try DurableFile.replace(path, with: data)
    }

    /// Whether the file at `path` begins as those of a store do, of whatever version.
    ///
    /// - Parameter mayBeCutOff: Whether a file counts that ends within its first bytes.
    static func isSealed(_ path: String, mayBeCutOff: Bool = false) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let start = try? DurableFile.contents(of: descriptor, from: 0, count: magic.count)
        return start.map { $0 == magic || mayBeCutOff && magic.starts(with: $0) } ?? false
    }

    /// The first part; nil where there is no such file.
    func first() throws(Fault) -> Data? {
        try read { descriptor, head throws(Fault) in
            let data = try contents(of: descriptor, from: Self.headLength, count: head.firstCount)
            guard digest(ofFirst: data).bytes.elementsEqual(head.firstDigest) else { throw .damaged }
            return data
        }
    }

    /// The second part; nil where there is no such file.
    func second() throws(Fault) -> Data? {
        try read { descriptor, head throws(Fault) in
            let data = try contents(
                of: descriptor, from: Self.headLength + head.firstCount, count: head.secondCount)
            guard SHA256.digest(of: data).bytes.elementsEqual(head.secondDigest) else { throw .damaged }
            return data
        }
    }

    private struct Head {
        let firstCount: Int
        let secondCount: Int
        let firstDigest: Data
        let secondDigest: Data
    }

    private func read(_ body: (Int32, Head) throws(Fault) -> Data) throws(Fault) -> Data? {
        // A pipe that somebody has put there would keep others waiting.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .unreadable(.last)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(.last) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign }
        let data = try contents(of: descriptor, from: 0, count: Self.headLength, isWhole: false)
        guard data.starts(with: Self.magic) else { throw Self.magic.starts(with: data) ? .damaged : .foreign }
        guard data.count == Self.headLength else { throw .damaged }
        let version: UInt32 = data.littleEndianInteger(at: 8)
        guard version == Self.version else { throw .otherVersion(version) }
        let firstCount: UInt64 = data.littleEndianInteger(at: 12)
        let secondCount: UInt64 = data.littleEndianInteger(at: 20)
        let room = UInt64(max(0, Int(status.st_size) - Self.headLength))
        guard firstCount <= room, secondCount == room - firstCount else { throw .damaged }
        return try body(
            descriptor,
            Head(
                firstCount: Int(firstCount), secondCount: Int(secondCount),
                firstDigest: data[28..<60], secondDigest: data[60..<92]))
    }

    private func contents(
        of descriptor: Int32, from offset: Int, count: Int, isWhole: Bool = true
    ) throws(Fault) -> Data {
        let data: Data
        do {
            data = try DurableFile.contents(of: descriptor, from: offset, count: count)
        } catch {
            throw .unreadable(error)
        }
        guard data.count == count || !isWhole else { throw .damaged }
        return data
    }

    private func digest(ofFirst data: Data) -> SHA256Digest {
        var hash = SHA256()
        for part in [Data(name.utf8), data] {
            withUnsafeBytes(of: UInt64(part.count).littleEndian) { hash.update($0) }
            hash.update(part)
        }
        return hash.finalize()
    }
}

extension Data {
    fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// The integer that begins so many bytes behind the start.
    fileprivate func littleEndianInteger<Integer: FixedWidthInteger>(at offset: Int) -> Integer {
        withUnsafeBytes { Integer(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Integer.self)) }
    }
}
