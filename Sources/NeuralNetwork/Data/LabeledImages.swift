/// Images of one shape in grey levels, each with the number of its class.
///
/// A value is a view: subsets share the pixels of the whole.
package struct LabeledImages: Sendable {
    /// Height, width and channels of every image.
    package let shape: ImageShape
    /// Class of each image of this view.
    package let labels: [UInt8]
    private let storage: [UInt8]
    /// Place in `storage` of each image of this view; nothing where the view is the whole.
    private let places: [Int]?

    /// Takes count × height × width × channels grey levels, and a label for each image.
    package init(shape: ImageShape, pixels: [UInt8], labels: [UInt8]) {
        precondition(
            pixels.count == labels.count * shape.count,
            "\(pixels.count) pixels are not \(labels.count) images of \(shape)")
        self.init(shape: shape, labels: labels, storage: pixels, places: nil)
    }

    private init(shape: ImageShape, labels: [UInt8], storage: [UInt8], places: [Int]?) {
        self.shape = shape
        self.labels = labels
        self.storage = storage
        self.places = places
    }

    /// Number of images.
    package var count: Int { labels.count }

    /// Grey levels of all images of this view, in its order; a copy where the view is a subset.
    package var pixels: [UInt8] {
        guard places != nil else { return storage }
        return labels.indices.flatMap(pixels(at:))
    }

    /// Grey levels of one image.
    package func pixels(at index: Int) -> ArraySlice<UInt8> {
        let start = place(of: index) * shape.count
        return storage[start..<start + shape.count]
    }

    /// The images at `indices` of this view, in that order; the pixels are shared.
    package func subset(_ indices: [Int]) -> LabeledImages {
        LabeledImages(
            shape: shape, labels: indices.map { labels[$0] }, storage: storage, places: indices.map(place(of:)))
    }

    /// Copies the images at `indices` one behind another to `pixels`, and their classes to `labels`.
    func gather(
        _ indices: some Collection<Int>, pixels: UnsafeMutablePointer<UInt8>, labels: UnsafeMutablePointer<UInt8>
    ) {
        let size = shape.count
        storage.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            var row = 0
            for index in indices {
                (pixels + row * size).update(from: base + place(of: index) * size, count: size)
                labels[row] = self.labels[index]
                row += 1
            }
        }
    }

    private func place(of index: Int) -> Int {
        places?[index] ?? index
    }
}
