import CPNG
package import Foundation
package import NotebookCore

/// Writes grey images as PNG files, as small as a page full of them needs: the only caller of libpng.
package enum PNGEncoder {
    /// The image as a PNG file: dark ink on white paper, or nil where it has no pixels or more than a million.
    ///
    /// Greys keep all 256 levels unless `levels` is 16, which is as good for a digit of 28 pixels and takes half of the
    /// bytes. Of the bit depths that hold the image and the ways to filter it, the smallest file is taken.
    package static func encode(_ image: GreyImage, levels: Int = 256) -> Data? {
        precondition(levels == 256 || levels == 16, "greys come in 256 or 16 levels")
        let (pixelCount, overflows) = image.width.multipliedReportingOverflow(by: image.height)
        guard image.width > 0, image.height > 0, !overflows, pixelCount <= 1_000_000 else { return nil }
        var paper = [UInt8](image.pixels)
        for index in paper.indices {
            let grey = 255 - paper[index]
            paper[index] = levels == 16 ? UInt8((Int(grey) + 8) / 17 * 17) : grey
        }
        let depth = depth(holding: paper)
        let rows = pack(paper, width: image.width, depth: depth)
        // Filters seldom pay for greys of few levels, but where they do, for a mean image, they halve the file.
        let candidates = [PNG_FILTER_NONE, PNG_FILTER_UP, everyFilter].compactMap {
            write(rows, width: image.width, height: image.height, depth: depth, filters: $0)
        }
        return candidates.min { $0.count < $1.count }
    }

    private static let everyFilter =
        PNG_FILTER_NONE | PNG_FILTER_SUB | PNG_FILTER_UP | PNG_FILTER_AVG | PNG_FILTER_PAETH

    /// The fewest bits a pixel that hold every grey exactly: 1, 2, 4 or 8.
    private static func depth(holding pixels: [UInt8]) -> Int {
        for (depth, step) in [(1, UInt8(255)), (2, 85), (4, 17)] {
            if pixels.allSatisfy({ $0.isMultiple(of: step) }) { return depth }
        }
        return 8
    }

    /// Rows of whole bytes with the leftmost pixel in the highest bits (PNG specification, 7.2); of greys that `depth` bits
    /// hold exactly, the highest bits are the sample.
    private static func pack(_ pixels: [UInt8], width: Int, depth: Int) -> [UInt8] {
        guard depth < 8 else { return pixels }
        let perByte = 8 / depth
        let rowBytes = (width + perByte - 1) / perByte
        var rows: [UInt8] = []
        rows.reserveCapacity(pixels.count / width * rowBytes)
        for start in stride(from: 0, to: pixels.count, by: width) {
            for first in stride(from: start, to: start + width, by: perByte) {
                var byte = 0
                for place in first..<first + perByte {
                    byte = byte << depth | (place < start + width ? Int(pixels[place]) >> (8 - depth) : 0)
                }
                rows.append(UInt8(byte))
            }
        }
        return rows
    }

    private static func write(_ rows: [UInt8], width: Int, height: Int, depth: Int, filters: Int32) -> Data? {
        var file = notebook_png_file()
        let isWritten = rows.withUnsafeBufferPointer {
            notebook_png_write_grey(
                $0.baseAddress, rows.count / height, UInt32(width), UInt32(height), Int32(depth), filters, &file)
        }
        guard isWritten == 1, let bytes = file.bytes else { return nil }
        defer { free(bytes) }
        return Data(bytes: bytes, count: file.count)
    }
}
