import Foundation
import NotebookCore
import NotebookRendering

extension GreyImage {
    /// Small images are enlarged to this width at most, in whole steps, since other programs smooth what they enlarge.
    private static let wantedWidth = 84

    /// The image as a PNG file, large enough to look at; nil where it has no pixels.
    var exportedPNG: Data? {
        PNGEncoder.encode(enlarged(by: enlargement), levels: width <= 64 ? 16 : 256)
    }

    private var enlargement: Int { max(1, Self.wantedWidth / max(width, 1)) }

    private func enlarged(by factor: Int) -> GreyImage {
        guard factor > 1 else { return self }
        let bytes = [UInt8](pixels)
        let larger = (0..<height * factor).flatMap { y in
            (0..<width * factor).map { x in bytes[y / factor * width + x / factor] }
        }
        return GreyImage(width: width * factor, height: height * factor, pixels: larger)
    }
}

extension ImageGrid {
    /// Images side by side: as many as the author wishes, or as divide them evenly.
    var exportedColumns: Int {
        let even = (5...10).reversed().first { items.count.isMultiple(of: $0) }
        return min(max(columns ?? even ?? 8, 1), 10, max(items.count, 1))
    }

    /// Rows of images.
    var exportedRows: [[Item]] {
        stride(from: 0, to: items.count, by: exportedColumns).map {
            Array(items[$0..<min($0 + exportedColumns, items.count)])
        }
    }

    var hasCaptions: Bool { items.contains { !$0.caption.isEmpty } }

    /// All images on one sheet, with a little paper between them; nil where there is none.
    var sheet: GreyImage? {
        guard let first = items.first?.image, first.width > 0, first.height > 0 else { return nil }
        let gap = max(first.width / 7, 1)
        let (cellWidth, cellHeight) = (first.width + gap, first.height + gap)
        let (width, height) = (exportedColumns * cellWidth + gap, exportedRows.count * cellHeight + gap)
        var pixels = [UInt8](repeating: 0, count: width * height)
        for (row, items) in exportedRows.enumerated() {
            for (column, item) in items.enumerated() {
                let bytes = [UInt8](item.image.pixels)
                for y in 0..<min(item.image.height, first.height) {
                    for x in 0..<min(item.image.width, first.width) {
                        pixels[(gap + row * cellHeight + y) * width + gap + column * cellWidth + x] =
                            bytes[y * item.image.width + x]
                    }
                }
            }
        }
        return GreyImage(width: width, height: height, pixels: pixels)
    }
}
