/// Pictures as an image file holds them, before their labels are known.
struct IDXPictures: Hashable, Sendable {
    let count: Int
    let height: Int
    let width: Int
    let pixels: [UInt8]

    /// Reads an image file (magic 0x00000803) from its bytes, compressed or not.
    init(parsing bytes: [UInt8]) throws(DataFileError.Problem) {
        let file = try IDXFile(parsing: bytes, magic: IDXHeader.imageMagic)
        (count, height, width) = (file.dimensions[0], file.dimensions[1], file.dimensions[2])
        guard count > 0, height > 0, width > 0 else {
            throw .emptyDimension(images: count, height: height, width: width)
        }
        pixels = file.content
    }
}
