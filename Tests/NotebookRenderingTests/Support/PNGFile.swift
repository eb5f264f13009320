import CPNG
import Foundation
import Testing

/// Grey values of a PNG file, as libpng's reader sees them.
struct PNGFile {
    let width: Int
    let height: Int
    /// Row by row; 255 is white.
    let pixels: [UInt8]

    init(decoding file: Data) throws {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        let begun = file.withUnsafeBytes { png_image_begin_read_from_memory(&image, $0.baseAddress, $0.count) }
        try #require(begun != 0)
        image.format = UInt32(PNG_FORMAT_GRAY)
        var pixels = [UInt8](repeating: 0, count: Int(image.width * image.height))
        let read = file.withUnsafeBytes { bytes in
            withExtendedLifetime(bytes) { png_image_finish_read(&image, nil, &pixels, 0, nil) }
        }
        try #require(read != 0)
        width = Int(image.width)
        height = Int(image.height)
        self.pixels = pixels
    }
}
