/// What is wrong with one file of digits: the file, the cause and the remedy.
package struct DataFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Path of the file, as it was looked for.
    package let path: String
    /// What is wrong.
    package let problem: Problem

    /// Says that the file at `path` has this problem.
    package init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }

    /// The kinds of trouble with a file; offsets are counted in bytes from its start.
    package enum Problem: Hashable, Sendable {
        case missing
        case isFolder
        case isNoRegularFile
        case unreadable(reason: String)
        case tooLarge(bytes: Int)
        case empty
        case changedWhileRead
        case truncatedGzip(length: Int)
        case corruptGzip(offset: Int, reason: String)
        case bytesAfterGzip(offset: Int, count: Int)
        case shortHeader(bytes: Int, needed: Int)
        case wrongMagic(found: UInt32, expected: UInt32)
        case emptyDimension(images: Int, height: Int, width: Int)
        case declaresTooMuch(bytes: Int, possible: Int)
        case truncatedContent(declared: Int, found: Int)
        case bytesAfterContent(declared: Int)
        case labelOutOfRange(label: UInt8, index: Int, offset: Int)
    }

    /// One line: the path, what is wrong, what to do.
    package var description: String { "\(path): \(cause). \(remedy)." }

    /// What is wrong, without a full stop.
    package var cause: String {
        switch problem {
        case .missing: "no such file"
        case .isFolder: "is a folder, not a file"
        case .isNoRegularFile: "is not a regular file"
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .tooLarge(let bytes): "is \(bytes) bytes long; files over 1 GiB are not read"
        case .empty: "is empty"
        case .changedWhileRead: "changed between being found and being read"
        case .truncatedGzip(let length): "the gzip stream is cut off at byte \(length), the end of the file"
        case .corruptGzip(let offset, let reason): "the gzip stream is damaged at byte \(offset): \(reason)"
        case .bytesAfterGzip(let offset, let count):
            "\(count) \(count == 1 ? "byte follows" : "bytes follow") the end of the gzip stream at byte \(offset)"
        case .shortHeader(let bytes, let needed):
            "holds \(bytes) bytes, less than the \(needed) of an IDX header"
        case .wrongMagic(let found, let expected):
            "begins with \(Self.hexadecimal(found)) instead of \(Self.hexadecimal(expected))\(Self.guess(found))"
        case .emptyDimension(let images, let height, let width):
            "its header declares \(images) pictures of \(height)×\(width) pixels, which is nothing"
        case .declaresTooMuch(let bytes, let possible):
            "its header declares \(bytes) bytes of content where at most \(possible) are possible"
        case .truncatedContent(let declared, let found):
            "its header declares \(declared) bytes of content, but only \(found) follow"
        case .bytesAfterContent(let declared):
            "more bytes follow than the \(declared) that its header declares"
        case .labelOutOfRange(let label, let index, let offset):
            "label \(index) (byte \(offset) of the uncompressed file) is \(label), but digits go from 0 to 9"
        }
    }

    /// What the user can do, as a sentence without its full stop.
    package var remedy: String {
        switch problem {
        case .missing: "Put the file there, compressed (.gz) or not"
        case .isFolder, .isNoRegularFile: "Put the IDX file itself in its place"
        case .unreadable: "Check the file's permissions and its disk"
        case .changedWhileRead: "Run again when nothing writes to it any more"
        case .tooLarge, .declaresTooMuch, .emptyDimension, .wrongMagic, .shortHeader, .bytesAfterContent:
            "Use an IDX file of digits as MNIST's are"
        case .empty, .truncatedGzip, .corruptGzip, .truncatedContent:
            "Copy or download the file again"
        case .bytesAfterGzip: "Copy or download the file again, or cut off what was appended"
        case .labelOutOfRange: "Use labels of the ten digits"
        }
    }

    private static func hexadecimal(_ word: UInt32) -> String {
        let digits = String(word, radix: 16)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// What a file with a foreign beginning may be, for the commonest mix-ups.
    private static func guess(_ magic: UInt32) -> String {
        switch magic {
        case IDXHeader.imageMagic: ": these are images, not labels"
        case IDXHeader.labelMagic: ": these are labels, not images"
        case 0x504b_0304: ": this is a ZIP archive"
        case 0x8950_4e47: ": this is a PNG picture"
        case let word where word >> 24 == UInt32(UInt8(ascii: "<")): ": this looks like a web page"
        default: ""
        }
    }
}
