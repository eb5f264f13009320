/// The labels of a label file, each a digit.
struct IDXLabels: Hashable, Sendable {
    let labels: [UInt8]

    /// Reads a label file (magic 0x00000801) from its bytes, compressed or not.
    init(parsing bytes: [UInt8]) throws(DataFileError.Problem) {
        let file = try IDXFile(parsing: bytes, magic: IDXHeader.labelMagic)
        if let index = file.content.firstIndex(where: { $0 > 9 }) {
            throw .labelOutOfRange(
                label: file.content[index], index: index, offset: IDXHeader.length(magic: IDXHeader.labelMagic) + index)
        }
        labels = file.content
    }
}
