/// Height, width and channels of one image.
package struct ImageShape: Hashable, Codable, Sendable {
    /// Rows of pixels.
    package var height: Int
    /// Columns of pixels.
    package var width: Int
    /// Values of one pixel: 1 for grey levels.
    package var channels: Int

    /// Takes any sizes; an architecture checks its own.
    package init(height: Int, width: Int, channels: Int) {
        self.height = height
        self.width = width
        self.channels = channels
    }

    /// Values of one image: height × width × channels.
    package var count: Int { height * width * channels }
}

extension ImageShape: CustomStringConvertible {
    /// "28×28×1".
    package var description: String { "\(height)×\(width)×\(channels)" }

    /// Reads "28x28x1" or "28×28×1": height, width and channels, each from 1 to 65,536.
    package init?(parsing text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
        let sizes = parts.compactMap { part in
            part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
        }
        guard parts.count == 3, sizes.count == 3, sizes.allSatisfy((1...65_536).contains) else { return nil }
        self.init(height: sizes[0], width: sizes[1], channels: sizes[2])
    }
}
