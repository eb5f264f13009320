package import Foundation

/// A picture as it was read, and what its bytes say it is.
package struct PictureFile: Hashable, Sendable {
    package let data: Data
    package let format: ImageFormat
}
