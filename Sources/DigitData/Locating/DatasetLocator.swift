/// Finds MNIST: the folder that the user names, else the cache folder, else a download, else, where allowed,
/// synthetic digits.
///
/// A folder that is named is final: an error in it is an error, never a silent other data set.
package struct DatasetLocator: Sendable {
    /// What to do when no source works.
    package enum Fallback: Hashable, Sendable {
        /// Report an error.
        case none
        /// Draw digits from this seed.
        case synthetic(seed: UInt64)
    }

    private let named: (source: NamedSource, path: String)?
    private let cacheFolder: String
    private let published: PublishedDataset
    private let timeouts: DownloadTimeouts
    private let digests: DigestSource

    /// Prepares a search; nothing is read from the process's own environment.
    ///
    /// `dataFolder` is the value of `--data`. In `environment` count `MNIST_DIR` and `XDG_CACHE_HOME`; an empty
    /// variable counts as none.
    package init(
        dataFolder: String?, environment: [String: String], home: String, published: PublishedDataset = .mnist,
        timeouts: DownloadTimeouts = DownloadTimeouts(), digests: DigestSource = .reading
    ) {
        if let dataFolder {
            named = (.option, dataFolder)
        } else if let folder = environment["MNIST_DIR"], !folder.isEmpty {
            named = (.environment, folder)
        } else {
            named = nil
        }
        cacheFolder = CacheFolder.path(environment: environment, home: home)
        self.published = published
        self.timeouts = timeouts
        self.digests = digests
    }

    /// Finds and identifies the data; `progress` is called as a download proceeds.
    ///
    /// Throws `DatasetError`, or `CancellationError` when the task is cancelled during a download.
    package func locate(
        fallback: Fallback = .none, progress: @Sendable (DownloadProgress) -> Void = { _ in }
    ) async throws -> LocatedDataset {
        if let named { return try locate(in: named.path, source: named.source) }

        var tried = ["--data and MNIST_DIR: not given"]
        let cached = cachedFiles()
        if let found = wholeCache(cached, tried: &tried) { return found }
        do {
            return try await download(besides: cached, progress: progress)
        } catch let error as DownloadError {
            tried += Self.lines(for: error)
        }
        switch fallback {
        case .none:
            throw DatasetError.nothingFound(tried: tried)
        case .synthetic(let seed):
            return .synthetic(seed: seed, notes: tried.dropFirst().map { "Tried \($0)" })
        }
    }

    private func locate(in path: String, source: NamedSource) throws -> LocatedDataset {
        let files: [DatasetPart: LocatedFile]
        do {
            files = try DatasetFolder(path: path).allFiles(digests)
        } catch let error as DataFileError {
            throw DatasetError.file(error)
        } catch let problem as DatasetFolder.Problem {
            switch problem {
            case .missing: throw DatasetError.noSuchFolder(path: path, source: source)
            case .isFile: throw DatasetError.notAFolder(path: path, source: source)
            case .lacks(let parts, let found):
                throw DatasetError.filesMissing(path: path, source: source, parts: parts, found: found)
            }
        }
        return identify(files, in: path, asPublished: .folder(path: path))
    }

    private func identify(
        _ files: [DatasetPart: LocatedFile], in path: String, asPublished source: DataOrigin.MNISTSource
    ) -> LocatedDataset {
        let digests = files.mapValues(\.digest)
        return LocatedDataset(
            origin: published.matches(digests)
                ? .mnist(source: source, digests: digests) : .folder(path: path, digests: digests),
            files: files)
    }

    /// What can be read in the cache folder; unreadable files are left out, to be downloaded again.
    private func cachedFiles() -> [DatasetPart: LocatedFile] {
        let paths = (try? DatasetFolder(path: cacheFolder).paths()) ?? [:]
        return paths.compactMapValues { try? LocatedFile(path: $0, digests: digests) }
    }

    /// The cache folder's content where it is a whole data set; a line about why not is added to `tried`.
    ///
    /// Files other than the published ones are accepted when they can be read to the end: somebody put them there,
    /// and the page shows their digest. A damaged file is downloaded again.
    private func wholeCache(_ files: [DatasetPart: LocatedFile], tried: inout [String]) -> LocatedDataset? {
        let lacking = DatasetPart.allCases.filter { files[$0] == nil }
        guard lacking.isEmpty else {
            let names = lacking.map(\.compressedFileName).joined(separator: ", ")
            tried.append("the cache folder \(cacheFolder): \(files.isEmpty ? "no MNIST files" : "without \(names)")")
            return nil
        }
        let located = identify(files, in: cacheFolder, asPublished: .cache(path: cacheFolder))
        if case .mnist = located.origin { return located }
        do {
            _ = try located.load()
            return located
        } catch {
            tried.append("the cache folder \(cacheFolder): \(error.place): \(error.cause)")
            return nil
        }
    }

    /// Downloads what is not in the cache folder as it was published.
    private func download(
        besides cached: [DatasetPart: LocatedFile], progress: @Sendable (DownloadProgress) -> Void
    ) async throws -> LocatedDataset {
        let wanted = DatasetPart.allCases.filter { cached[$0]?.digest != published.file($0).contentDigest }
        let host = try await Downloader(published: published, timeouts: timeouts)
            .download(wanted, into: cacheFolder, progress: progress)
        let files = try DatasetFolder(path: cacheFolder).allFiles(digests)
        return identify(files, in: cacheFolder, asPublished: .download(host: host))
    }

    private static func lines(for error: DownloadError) -> [String] {
        switch error {
        case .mirrorsFailed(let failures): failures.map(\.description)
        case .cannotStore(let path, let reason): ["a download: \(path) cannot be written: \(reason)"]
        }
    }
}
