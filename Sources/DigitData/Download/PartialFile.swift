import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The temporary file of a download, locked against other processes while it is open.
///
/// It is called `NAME.part` so that a later run finds it and goes on. Where another process has that one locked, a
/// file of this process's own is used, and removed at the end.
struct PartialFile: ~Copyable {
    /// Path of the temporary file.
    let path: String
    /// Whether the file is kept for a later run when the download fails.
    let isResumable: Bool
    private let destination: String
    private let descriptor: CInt

    /// Opens or creates the temporary file that is to become `destination`.
    init(for destination: String) throws(DownloadError) {
        self.destination = destination
        let shared = destination + ".part"
        if let descriptor = try Self.openLocked(shared) {
            (path, self.descriptor, isResumable) = (shared, descriptor, true)
            return
        }
        let own = "\(shared)-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        guard let descriptor = try Self.openLocked(own) else {
            throw .cannotStore(path: own, reason: "another process uses it")
        }
        (path, self.descriptor, isResumable) = (own, descriptor, false)
    }

    deinit { close(descriptor) }

    /// Number of bytes that are there.
    var length: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Adds bytes at the end.
    func append(_ data: Data) throws(DownloadError) {
        var rest = data[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            rest = rest.dropFirst(written)
        }
    }

    /// Drops everything that is there.
    func truncate() throws(DownloadError) {
        guard ftruncate(descriptor, 0) == 0 else { throw failure() }
    }

    /// Moves the finished file to its destination, in one step for whoever looks.
    consuming func commit() throws(DownloadError) {
        guard fsync(descriptor) == 0, rename(path, destination) == 0 else { throw failure() }
    }

    /// Gives up: keeps what a later run can go on from, and nothing else.
    consuming func abandon() {
        if !isResumable || length == 0 { unlink(path) }
    }

    private func failure() -> DownloadError {
        .cannotStore(path: path, reason: String(cString: strerror(errno)))
    }

    /// Opens and locks a file; nil where another process holds the lock.
    private static func openLocked(_ path: String) throws(DownloadError) -> CInt? {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else {
                throw .cannotStore(path: path, reason: String(cString: strerror(errno)))
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                return nil
            }
            // Between opening and locking, the lock's last holder may have renamed the file to its destination:
            // then this descriptor is the finished file, which must not be written to.
            var opened = stat()
            var named = stat()
            if fstat(descriptor, &opened) == 0, stat(path, &named) == 0, opened.st_ino == named.st_ino,
                opened.st_dev == named.st_dev
            {
                return descriptor
            }
            close(descriptor)
        }
    }
}
