internal import Digests
internal import Foundation

extension LabeledImages {
    /// SHA-256 of shape, pixels and labels in the order of this view, in hexadecimal: equal where the images are the same.
    package var contentDigest: String {
        var hash = SHA256()
        hash.update(Data("\(shape)".utf8))
        hash.update(labels)
        for index in labels.indices { hash.update(pixels(at: index)) }
        return hash.finalize().hexadecimal
    }
}
