import Foundation

/// Downloads published files into a folder: each from the first mirror that delivers it whole.
struct Downloader: Sendable {
    let published: PublishedDataset
    let timeouts: DownloadTimeouts

    /// Fetches `parts` and returns the host that served the last of them.
    ///
    /// Throws `DownloadError`, or `CancellationError` when the task is cancelled. Files that arrived whole stay, and
    /// so does the beginning of an interrupted one.
    func download(
        _ parts: [DatasetPart], into folder: String, progress: @Sendable (DownloadProgress) -> Void
    ) async throws -> String {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw DownloadError.cannotStore(path: folder, reason: DataFile.reason(for: error))
        }
        let total = parts.reduce(0) { $0 + published.file($1).length }
        var finished = 0
        var mirrors = published.mirrors
        var failures: [MirrorFailure] = []
        var host = ""
        for part in parts {
            var isHere = false
            for mirror in mirrors where !isHere {
                do throws(any Error) {
                    let before = finished
                    host = try await fetch(part, from: mirror, into: folder) { received in
                        progress(
                            DownloadProgress(
                                file: part.compressedFileName, received: before + received, total: total))
                    }
                    isHere = true
                } catch let failure as MirrorFailure {
                    failures.append(failure)
                    if failure.reason.isAboutServer { mirrors.removeAll { $0 == mirror } }
                }
            }
            if !isHere { throw DownloadError.mirrorsFailed(failures) }
            finished += published.file(part).length
        }
        return host
    }

    /// Fetches one file from one mirror and returns the mirror's host.
    private func fetch(
        _ part: DatasetPart, from mirror: String, into folder: String, progress: (Int) -> Void
    ) async throws -> String {
        let address = mirror + part.compressedFileName
        guard let url = URL(string: address), let host = url.host else {
            throw MirrorFailure(url: address, reason: .invalidAddress)
        }
        let file = published.file(part)
        let partial = try PartialFile(for: folder + "/" + part.compressedFileName)
        do {
            let isResumed = try await fill(partial, from: url, expecting: file, progress: progress)
            do {
                try check(partial, against: file)
            } catch  where isResumed {
                // What an earlier run left may have been of another file: once more from the beginning.
                try partial.truncate()
                _ = try await fill(partial, from: url, expecting: file, progress: progress)
                try check(partial, against: file)
            }
        } catch let reason as MirrorFailure.Reason {
            partial.abandon()
            throw MirrorFailure(url: address, reason: reason)
        } catch {
            partial.abandon()
            throw error
        }
        try partial.commit()
        return host
    }

    /// Brings the partial file to its expected length; returns whether it kept bytes that were there before.
    private func fill(
        _ partial: borrowing PartialFile, from url: URL, expecting file: PublishedDataset.File, progress: (Int) -> Void
    ) async throws -> Bool {
        if partial.length == file.length { return true }
        if partial.length > file.length { try partial.truncate() }
        var isResumed = partial.length > 0
        var received = partial.length
        let transfer = HTTPTransfer(url: url, offset: received, timeouts: timeouts)
        for try await event in transfer.events() {
            switch event {
            case .answer(206, let start) where isResumed && start == received:
                break
            case .answer(200, _), .answer(206, 0):
                // The whole file, whether or not a part was asked for.
                try partial.truncate()
                (isResumed, received) = (false, 0)
            case .answer(let status, _):
                throw MirrorFailure.Reason.status(status)
            case .body(let data):
                received += data.count
                guard received <= file.length else {
                    try partial.truncate()
                    throw MirrorFailure.Reason.tooLong(expected: file.length)
                }
                try partial.append(data)
                progress(received)
            }
        }
        try Task.checkCancellation()
        guard received == file.length else {
            throw MirrorFailure.Reason.cutOff(received: received, expected: file.length)
        }
        return isResumed
    }

    /// Compares the file's digest with the published one; a file of other content is emptied.
    private func check(_ partial: borrowing PartialFile, against file: PublishedDataset.File) throws {
        let digest = FileDigest(of: try DataFile.read(partial.path))
        guard digest == file.digest else {
            try partial.truncate()
            throw MirrorFailure.Reason.wrongDigest(found: digest, expected: file.digest)
        }
    }
}
