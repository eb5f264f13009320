import Glibc

/// Memory that ends where a page without access begins: reading or writing one element past its end crashes the test.
///
/// Its addresses are aligned to no more than an element, as a kernel must expect.
final class GuardedBuffer<Element: BitwiseCopyable> {
    let count: Int
    let pointer: UnsafeMutablePointer<Element>
    private let mapping: UnsafeMutableRawPointer
    private let mappedBytes: Int

    init(_ elements: [Element]) {
        count = elements.count
        let page = sysconf(Int32(_SC_PAGESIZE))
        let bytes = max(1, count) * MemoryLayout<Element>.stride
        let usable = (bytes + page - 1) / page * page
        mappedBytes = usable + page
        let address = mmap(nil, mappedBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let address, address != MAP_FAILED, mprotect(address + usable, page, PROT_NONE) == 0 else {
            fatalError("no memory for a guarded buffer")
        }
        mapping = address
        pointer = (address + usable - count * MemoryLayout<Element>.stride)
            .bindMemory(to: Element.self, capacity: count)
        pointer.update(from: elements, count: count)
    }

    convenience init(repeating value: Element, count: Int) {
        self.init(Array(repeating: value, count: count))
    }

    deinit {
        munmap(mapping, mappedBytes)
    }

    var elements: [Element] { Array(UnsafeBufferPointer(start: pointer, count: count)) }
}
