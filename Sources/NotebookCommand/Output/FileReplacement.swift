package import Foundation
import NotebookEngine

/// Files that take the place of others all at once: either every file is new, or every file is as it was.
///
/// Each is written whole and synced under a temporary name in its own folder, then renamed.
package enum FileReplacement {
    /// Makes the folders and makes sure that each file can be written, before there is anything to write.
    ///
    /// A file is created and removed again, because permissions alone do not tell: the file system may be read-only.
    package static func prepare(_ files: [OutputFile]) throws(CommandProblem) {
        for file in files {
            do {
                try Folder.make(file.url.deletingLastPathComponent().path)
            } catch {
                let reason =
                    error.isInTheWay
                    ? "`\(error.path)` is no folder"
                    : "the folder `\(error.path)` cannot be made: \(error.error.message)"
                throw unwritable(file, because: reason)
            }
            var status = stat()
            if stat(file.url.path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
                let isFolder = status.st_mode & S_IFMT == S_IFDIR
                throw unwritable(file, because: isFolder ? "there is a folder of that name" : "it is a device")
            }
            let temporary = DurableFile.temporaryPath(for: file.url.path)
            let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw unwritable(file, because: systemMessage(errno)) }
            close(descriptor)
            unlink(temporary)
        }
    }

    /// Writes `contents`; where anything fails, the files stay as they were and nothing temporary is left.
    package static func write(_ contents: [(file: OutputFile, data: Data)]) throws(CommandProblem) {
        var temporaries: [String] = []
        defer { for path in temporaries { unlink(path) } }
        for (file, data) in contents {
            let path = DurableFile.temporaryPath(for: file.url.path)
            temporaries.append(path)
            do {
                try DurableFile.create(data, at: path)
            } catch {
                throw unwritable(file, because: error.message)
            }
        }
        for ((file, _), temporary) in zip(contents, temporaries) {
            guard rename(temporary, file.url.path) == 0 else {
                throw unwritable(file, because: systemMessage(errno))
            }
        }
    }

    private static func unwritable(_ file: OutputFile, because reason: String) -> CommandProblem {
        CommandProblem(
            "`\(file.path)` cannot be written: \(reason)",
            remedy: "Name a folder that you can write to with `--output-dir`.", status: .failed)
    }
}
