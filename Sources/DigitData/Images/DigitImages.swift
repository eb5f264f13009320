/// Grey pictures of digits with the digit that each one shows.
///
/// Picture `i` is `pixels[i * height * width ..< (i + 1) * height * width]`, rows from the top, 0 for paper and 255
/// for full ink. `labels[i]` is in `0...9`.
package struct DigitImages: Hashable, Sendable {
    /// Rows of one picture.
    package let height: Int
    /// Columns of one picture.
    package let width: Int
    /// Grey levels of all pictures, one after another.
    package let pixels: [UInt8]
    /// The digit that each picture shows.
    package let labels: [UInt8]

    /// Puts pixels and labels together; their sizes must agree.
    package init(height: Int, width: Int, pixels: [UInt8], labels: [UInt8]) {
        precondition(height > 0 && width > 0, "a picture has at least one pixel")
        precondition(pixels.count == labels.count * height * width, "pixels and labels differ in count")
        self.height = height
        self.width = width
        self.pixels = pixels
        self.labels = labels
    }

    /// Number of pictures.
    package var count: Int { labels.count }

    /// Number of pixels of one picture.
    package var pixelsPerImage: Int { height * width }

    /// The grey levels of one picture, rows from the top.
    package func image(at index: Int) -> ArraySlice<UInt8> {
        pixels[index * pixelsPerImage..<(index + 1) * pixelsPerImage]
    }
}
