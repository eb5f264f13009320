internal import Foundation
internal import TensorKernels

/// A place in the workspace: so many floats, or bytes, after its start.
struct Slot<Element> {
    let offset: Int
}

/// Counts up the memory that a network needs, and says where each tensor lies in it.
struct WorkspacePlan {
    private(set) var floats = 0
    private(set) var bytes = 0

    /// Sets aside `count` floats that begin on a cache line.
    mutating func reserveFloats(_ count: Int) -> Slot<Float> {
        defer { floats += roundedUp(count, to: 16) }
        return Slot(offset: floats)
    }

    /// Sets aside `count` bytes that begin on a cache line.
    mutating func reserveBytes(_ count: Int) -> Slot<UInt8> {
        defer { bytes += roundedUp(count, to: 64) }
        return Slot(offset: bytes)
    }

    /// The plan that has room for this one and for `other`, whose tensors are never alive together.
    func overlaid(with other: WorkspacePlan) -> WorkspacePlan {
        var union = self
        union.floats = max(floats, other.floats)
        union.bytes = max(bytes, other.bytes)
        return union
    }

    /// Memory of the plan in bytes.
    var size: Int { floats * MemoryLayout<Float>.size + bytes }

    private func roundedUp(_ count: Int, to multiple: Int) -> Int {
        (count + multiple - 1) / multiple * multiple
    }
}

/// The memory that a network computes in, allocated once.
///
/// It is not cleared: pages that no batch reaches never become resident.
final class Workspace {
    private let floats: UnsafeMutablePointer<Float>
    private let bytes: UnsafeMutablePointer<UInt8>

    /// Throws `NetworkError.insufficientMemory` where the plan exceeds the machine's memory.
    init(_ plan: WorkspacePlan) throws(NetworkError) {
        let available = Int(clamping: ProcessInfo.processInfo.physicalMemory)
        guard plan.size <= available else {
            throw .insufficientMemory(needed: plan.size, available: available)
        }
        floats = Self.allocate(plan.floats)
        bytes = Self.allocate(plan.bytes)
    }

    deinit {
        floats.deallocate()
        bytes.deallocate()
    }

    subscript(slot: Slot<Float>) -> UnsafeMutablePointer<Float> { floats + slot.offset }
    subscript(slot: Slot<UInt8>) -> UnsafeMutablePointer<UInt8> { bytes + slot.offset }

    private static func allocate<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
        UnsafeMutableRawPointer.allocate(byteCount: max(1, count * MemoryLayout<Element>.stride), alignment: 64)
            .bindMemory(to: Element.self, capacity: count)
    }
}
