/// A data set that has been found and identified, but not yet read into memory.
///
/// Its `origin` holds all that identifies the content, so that a cached result can be looked up before a pixel is
/// decoded.
package struct LocatedDataset: Sendable {
    /// Where the data comes from, with the digests of its files.
    package let origin: DataOrigin
    /// What a reader should know about the search, one sentence each: why a download failed, say.
    package let notes: [String]
    /// The four files; nil for synthetic digits.
    let files: [DatasetPart: LocatedFile]?

    /// Paths of the files, in the order of the parts; none for synthetic digits.
    package var paths: [String] { DatasetPart.allCases.compactMap { files?[$0]?.path } }

    init(origin: DataOrigin, notes: [String] = [], files: [DatasetPart: LocatedFile]?) {
        self.origin = origin
        self.notes = notes
        self.files = files
    }

    /// Digits that the program draws itself; the same for the same seed.
    package static func synthetic(seed: UInt64, notes: [String] = []) -> LocatedDataset {
        LocatedDataset(
            origin: .synthetic(seed: seed, version: SyntheticDigits.version), notes: notes, files: nil)
    }

    /// Reads and checks the files, or draws the digits on `threads` threads; the result does not depend on their
    /// number.
    package func load(threads: Int = 1) throws(DatasetError) -> DigitDataset {
        guard let files else {
            guard case .synthetic(let seed, _) = origin else { preconditionFailure("files of \(origin) are missing") }
            return SyntheticDigits(seed: seed).dataset(threads: threads)
        }
        let training = try Self.images(files, .trainingImages, .trainingLabels)
        let test = try Self.images(files, .testImages, .testLabels)
        guard training.height == test.height, training.width == test.width else {
            throw .differentSizes(
                training: "\(training.height)×\(training.width)", test: "\(test.height)×\(test.width)",
                path: Self.file(.testImages, in: files).path)
        }
        return DigitDataset(training: training, test: test, origin: origin)
    }

    private static func file(_ part: DatasetPart, in files: [DatasetPart: LocatedFile]) -> LocatedFile {
        guard let file = files[part] else { preconditionFailure("a located data set has all four files") }
        return file
    }

    private static func images(
        _ files: [DatasetPart: LocatedFile], _ imagePart: DatasetPart, _ labelPart: DatasetPart
    ) throws(DatasetError) -> DigitImages {
        let imageFile = file(imagePart, in: files)
        let labelFile = file(labelPart, in: files)
        let pictures = try decode(imageFile, IDXPictures.init(parsing:))
        let labels = try decode(labelFile, IDXLabels.init(parsing:)).labels
        guard pictures.count == labels.count else {
            throw .differentCounts(
                images: pictures.count, imagePath: imageFile.path, labels: labels.count, labelPath: labelFile.path)
        }
        return DigitImages(
            height: pictures.height, width: pictures.width, pixels: pictures.pixels, labels: labels)
    }

    private static func decode<Content>(
        _ file: LocatedFile, _ parse: ([UInt8]) throws(DataFileError.Problem) -> Content
    ) throws(DatasetError) -> Content {
        let bytes: [UInt8]
        do {
            bytes = try file.read()
        } catch {
            throw .file(error)
        }
        do {
            return try parse(bytes)
        } catch {
            throw .file(DataFileError(path: file.path, problem: error))
        }
    }
}
