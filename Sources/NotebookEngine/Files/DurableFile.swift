package import Foundation

/// What the system refused, by its error number.
package struct SystemError: Error, Hashable, Sendable {
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    /// The last error of a system call in this thread.
    static var last: SystemError { SystemError(code: errno) }

    /// What the system says about it, as the middle of a sentence: "no space left on device".
    package var message: String {
        let text = String(cString: strerror(code))
        guard text.dropFirst().first?.isLowercase == true else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}

/// Files that are whole or not there, whenever the program or the machine stops.
package enum DurableFile {
    /// Writes a new file and waits until it is on the disk.
    package static func create(_ data: Data, at path: String) throws(SystemError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .last }
        var failure = data.withUnsafeBytes { bytes -> SystemError? in
            var written = 0
            while written < bytes.count {
                let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                if count < 0 { return .last }
                written += count
            }
            return nil
        }
        if failure == nil, fsync(descriptor) != 0 { failure = .last }
        if close(descriptor) != 0, failure == nil { failure = .last }
        if let failure { throw failure }
    }

    /// Writes the file at `path` whole under a temporary name beside it, which then takes its place.
    package static func replace(_ path: String, with data: Data) throws(SystemError) {
        let temporary = temporaryPath(for: path)
        do throws(SystemError) {
            try create(data, at: temporary)
            guard rename(temporary, path) == 0 else { throw SystemError.last }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// A hidden name of its own beside the file at `path`.
    package static func temporaryPath(for path: String) -> String {
        let url = URL(fileURLWithPath: path)
        let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
        return url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(suffix)").path
    }

    /// The whole content of a file; nil where there is none.
    static func contents(of path: String) throws(SystemError) -> Data? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .last
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last }
        return try contents(of: descriptor, from: 0, count: Int(status.st_size))
    }

    /// Up to `count` bytes of an open file from `offset` on; fewer where it ends before.
    static func contents(of descriptor: Int32, from offset: Int, count: Int) throws(SystemError) -> Data {
        var data = Data(count: max(count, 0))
        var done = 0
        let failure = data.withUnsafeMutableBytes { bytes -> SystemError? in
            while done < bytes.count {
                let count = pread(
                    descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
                if count < 0, errno == EINTR { continue }
                if count < 0 { return .last }
                if count == 0 { return nil }
                done += count
            }
            return nil
        }
        if let failure { throw failure }
        return data.prefix(done)
    }
}
