internal import TensorKernels

/// A convolution and the layers directly behind it that can be computed together with it.
struct ConvolutionBlock {
    /// Sizes of the convolution for a full batch.
    let shape: ConvolutionShape
    /// Index of the convolution in the architecture.
    let convolution: Int
    /// Index of a batch normalisation behind it.
    let normalization: Int?
    /// Index of a ReLU behind these.
    let rectifier: Int?
    /// Index of a max pooling behind that ReLU.
    let pooling: Int?
    /// Side of the pooling's windows; 1 where there is none.
    let window: Int

    /// The block that begins with layer `index`; nil where that is no convolution.
    init?(_ architecture: Architecture, at index: Int, batch: Int) {
        let layers = architecture.layers
        guard case .convolution(let filters, let kernel, let padding) = layers[index],
            case .image(let image) = architecture.input(ofLayer: index)
        else { return nil }
        let margin = padding == .same ? (kernel - 1) / 2 : 0
        shape = ConvolutionShape(
            batch: batch, height: image.height, width: image.width,
            inChannels: image.channels, outChannels: filters, kernelHeight: kernel, kernelWidth: kernel,
            paddingRows: margin, paddingColumns: margin)
        convolution = index
        var next = index + 1
        func take(_ layer: LayerSpecification) -> Int? {
            guard next < layers.count, layers[next] == layer else { return nil }
            defer { next += 1 }
            return next
        }
        normalization = take(.batchNormalization)
        rectifier = take(.relu)
        if rectifier != nil, next < layers.count, case .maxPooling(let side) = layers[next] {
            pooling = next
            window = side
        } else {
            pooling = nil
            window = 1
        }
    }

    /// Sizes of the pooling for a full batch.
    var poolingShape: PoolingShape {
        PoolingShape(
            batch: shape.batch, height: shape.outHeight, width: shape.outWidth, channels: shape.outChannels,
            window: window)
    }
}
