/// What leaves a layer for one image: a stack of feature maps, or a row of features.
package enum ActivationShape: Hashable, Sendable {
    case image(ImageShape)
    case features(Int)

    /// Values for one image.
    package var count: Int {
        switch self {
        case .image(let shape): shape.count
        case .features(let count): count
        }
    }

    /// What batch normalisation treats as one channel: a feature map's, or a feature of its own.
    package var channels: Int {
        switch self {
        case .image(let shape): shape.channels
        case .features(let count): count
        }
    }
}

extension ActivationShape: CustomStringConvertible {
    /// "14×14×64", or "256".
    package var description: String {
        switch self {
        case .image(let shape): shape.description
        case .features(let count): String(count)
        }
    }
}
