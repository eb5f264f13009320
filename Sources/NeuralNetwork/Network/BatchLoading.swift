internal import TensorKernels

/// Puts the images of a batch into a network's workspace, as floats from 0 to 1, and their labels; cut into tasks.
struct BatchLoading<Indices: RandomAccessCollection<Int>> {
    let images: LabeledImages
    /// The images to put there, by their numbers.
    let indices: Indices
    let device: ComputeDevice
    let pixels: UnsafeMutablePointer<UInt8>
    let input: UnsafeMutablePointer<Float>
    let labels: UnsafeMutablePointer<UInt8>

    private let imagesPerTask = 4

    /// Number of tasks; they may run in any order and at one time.
    var taskCount: Int { (indices.count + imagesPerTask - 1) / imagesPerTask }

    /// Does all of them.
    func run() {
        device.pool.run(taskCount) { perform(task: $0) }
    }

    /// Puts the images of task `task` in their places.
    func perform(task: Int) {
        let first = task * imagesPerTask
        let part = indices.dropFirst(first).prefix(imagesPerTask)
        let start = first * images.shape.count
        images.gather(part, pixels: pixels + start, labels: labels + first)
        device.kernels.unitScale(
            count: part.count * images.shape.count, pixels: pixels + start, output: input + start, pool: device.pool)
    }
}

extension Network {
    /// Loading the images at `indices`, which are of the network's shape, into `input`.
    func loading<Indices: RandomAccessCollection<Int>>(
        _ images: LabeledImages, at indices: Indices, into input: Slot<Float>
    ) -> BatchLoading<Indices> {
        precondition(images.shape == architecture.input, "images of \(images.shape)")
        return BatchLoading(
            images: images, indices: indices, device: device, pixels: workspace[pixels], input: workspace[input],
            labels: workspace[labels])
    }
}
