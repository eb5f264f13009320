/// Memory of a fixed size that begins on a cache line and is freed with its last owner.
///
/// The alignment of 64 bytes is that of a cache line and of the widest vector register. Access through `pointer`
/// is not checked; the subscript is.
package final class AlignedBuffer<Element: BitwiseCopyable> {
    /// Number of elements; zero is allowed.
    package let count: Int
    /// First element.
    package let pointer: UnsafeMutablePointer<Element>

    /// Allocates `count` elements that all equal `value`.
    package init(repeating value: Element, count: Int) {
        precondition(count >= 0, "a buffer cannot have \(count) elements")
        self.count = count
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: max(1, count * MemoryLayout<Element>.stride), alignment: 64)
        pointer = bytes.bindMemory(to: Element.self, capacity: count)
        pointer.initialize(repeating: value, count: count)
    }

    /// Copies `elements`.
    package convenience init(_ elements: [Element]) {
        guard let first = elements.first else {
            self.init(unsafeUninitializedCount: 0)
            return
        }
        self.init(repeating: first, count: elements.count)
        pointer.update(from: elements, count: elements.count)
    }

    private init(unsafeUninitializedCount count: Int) {
        self.count = count
        pointer = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 64)
            .bindMemory(to: Element.self, capacity: 0)
    }

    deinit {
        pointer.deallocate()
    }

    /// The elements as an array of their own.
    package var elements: [Element] {
        Array(UnsafeBufferPointer(start: pointer, count: count))
    }

    package subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count, "index \(index) is outside a buffer of \(count)")
            return pointer[index]
        }
        set {
            precondition(index >= 0 && index < count, "index \(index) is outside a buffer of \(count)")
            pointer[index] = newValue
        }
    }
}
