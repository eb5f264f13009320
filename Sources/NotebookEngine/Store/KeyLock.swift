import Foundation
import Synchronization

/// The right to compute one thing, which one run at a time has; given back on `release`, or by the system when the process
/// ends.
///
/// The lock's file is removed on release. Whoever opened it before and gets the lock only then notices that the file
/// has gone, and begins anew.
final class KeyLock: Sendable {
    private let path: String
    private let descriptor: Int32
    private let isHeld = Mutex(true)

    /// Takes the lock if it is free; nil where another run has it.
    init?(path: String) throws(SystemError) {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw .last }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let error = SystemError.last
                close(descriptor)
                if error.code == EINTR { continue }
                guard error.code == EWOULDBLOCK else { throw error }
                return nil
            }
            if Self.isFile(path, openAs: descriptor) {
                self.path = path
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    deinit { release() }

    /// Gives the lock back, once.
    func release() {
        let wasHeld = isHeld.withLock { isHeld in
            defer { isHeld = false }
            return isHeld
        }
        guard wasHeld else { return }
        unlink(path)
        close(descriptor)
    }

    private static func isFile(_ path: String, openAs descriptor: Int32) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
            && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }
}
