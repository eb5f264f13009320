package import Foundation

/// Files that take the place of others all at once: either every file is new, or every file is as it was.
///
/// Each is written whole and synced under a temporary name in its own folder, then renamed.
package enum FileReplacement {
    /// Makes the folders and makes sure that each file can be written, before there is anything to write.
    ///
    /// A file is created and removed again, because permissions alone do not tell: the file system may be read-only.
    package static func prepare(_ files: [OutputFile]) throws(CommandProblem) {
        for file in files {
            if let (folder, code) = makeFolder(file.url.deletingLastPathComponent()) {
                let reason =
                    code == EEXIST
                    ? "`\(folder.path)` is no folder"
                    : "the folder `\(folder.path)` cannot be made: \(systemMessage(code))"
                throw unwritable(file, because: reason)
            }
            var status = stat()
            if stat(file.url.path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
                let isFolder = status.st_mode & S_IFMT == S_IFDIR
                throw unwritable(file, because: isFolder ? "there is a folder of that name" : "it is a device")
            }
            let temporary = temporaryURL(for: file.url)
            let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw unwritable(file, because: systemMessage(errno)) }
            close(descriptor)
            unlink(temporary.path)
        }
    }

    /// Writes `contents`; where anything fails, the files stay as they were and nothing temporary is left.
    package static func write(_ contents: [(file: OutputFile, data: Data)]) throws(CommandProblem) {
        var temporaries: [URL] = []
        defer { for url in temporaries { unlink(url.path) } }
        for (file, data) in contents {
            let url = temporaryURL(for: file.url)
            temporaries.append(url)
            if let code = write(data, to: url) { throw unwritable(file, because: systemMessage(code)) }
        }
        for ((file, _), temporary) in zip(contents, temporaries) {
            guard rename(temporary.path, file.url.path) == 0 else {
                throw unwritable(file, because: systemMessage(errno))
            }
        }
    }

    /// Writes a new file and waits until it is on the disk; the system's error number where that fails.
    private static func write(_ data: Data, to url: URL) -> Int32? {
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return errno }
        var failure = data.withUnsafeBytes { bytes -> Int32? in
            var written = 0
            while written < bytes.count {
                let count = Foundation.write(
                    descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                if count < 0 { return errno }
                written += count
            }
            return nil
        }
        if failure == nil, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == nil { failure = errno }
        return failure
    }

    private static func temporaryURL(for url: URL) -> URL {
        let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
        return url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(suffix)")
    }

    private static func unwritable(_ file: OutputFile, because reason: String) -> CommandProblem {
        CommandProblem(
            "`\(file.path)` cannot be written: \(reason)",
            remedy: "Name a folder that you can write to with `--output-dir`.", status: .failed)
    }

    /// Makes a folder and those above it; the one that could not be made, and the system's error number.
    private static func makeFolder(_ folder: URL) -> (folder: URL, code: Int32)? {
        if mkdir(folder.path, 0o777) == 0 { return nil }
        switch errno {
        case EEXIST:
            var status = stat()
            let isFolder = stat(folder.path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            return isFolder ? nil : (folder, EEXIST)
        case ENOENT,
            ENOTDIR where folder.path != "/":
            if let failure = makeFolder(folder.deletingLastPathComponent()) { return failure }
            return mkdir(folder.path, 0o777) == 0 ? nil : (folder, errno)
        case let code:
            return (folder, code)
        }
    }
}
