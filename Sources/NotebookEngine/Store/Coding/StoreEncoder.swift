import Foundation

/// Collects what a value encodes as a tree, which is written once it is whole.
struct StoreEncoder: Encoder {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    fileprivate let node = StoreNode()

    static func form(of value: some Encodable) throws -> StoreForm {
        if let data = value as? Data { return .data(data) }
        let encoder = StoreEncoder()
        try value.encode(to: encoder)
        return .node(encoder.node)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .map = node.form {} else { node.form = .map([]) }
        return KeyedEncodingContainer(StoreMapEncoder(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .list = node.form {} else { node.form = .list([]) }
        return StoreListEncoder(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { StoreValueEncoder(node: node) }
}

/// A value on its way into bytes.
indirect enum StoreForm {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case data(Data)
    case list([StoreForm])
    case map([(key: String, value: StoreForm)])
    /// What an encoder is still filling.
    case node(StoreNode)

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(StoreTag.null.rawValue)
        case .boolean(let boolean): bytes.append((boolean ? StoreTag.yes : .no).rawValue)
        case .integer(let integer): bytes.append(.integer, integer)
        case .number(let number): bytes.append(.number, number.bitPattern)
        case .text(let text):
            bytes.append(.text, UInt32(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        case .data(let data):
            bytes.append(.data, UInt32(data.count))
            bytes.append(contentsOf: data)
        case .list(let elements):
            bytes.append(.list, UInt32(elements.count))
            bytes.appendWithLength { for element in elements { element.append(to: &$0) } }
        case .map(let entries):
            bytes.append(.map, UInt32(entries.count))
            bytes.appendWithLength {
                for entry in entries {
                    $0.append(UInt32(entry.key.utf8.count))
                    $0.append(contentsOf: entry.key.utf8)
                    entry.value.append(to: &$0)
                }
            }
        case .node(let node): node.form.append(to: &bytes)
        }
    }
}

/// The place of a value that containers fill.
final class StoreNode {
    var form = StoreForm.null

    func add(_ element: StoreForm) {
        guard case .list(var elements) = form else { preconditionFailure("a value is a list or something else") }
        form = .null
        elements.append(element)
        form = .list(elements)
    }

    func add(_ value: StoreForm, for key: any CodingKey) {
        guard case .map(var entries) = form else { preconditionFailure("a value is a map or something else") }
        form = .null
        entries.append((key.stringValue, value))
        form = .map(entries)
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ tag: StoreTag, _ integer: some FixedWidthInteger) {
        append(tag.rawValue)
        append(integer)
    }

    fileprivate mutating func append(_ integer: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: integer.littleEndian) { append(contentsOf: $0) }
    }

    /// Appends what `body` does, with its length in front.
    fileprivate mutating func appendWithLength(_ body: (inout [UInt8]) -> Void) {
        let start = count
        append(UInt32(0))
        body(&self)
        let length = UInt32(count - start - 4)
        Swift.withUnsafeBytes(of: length.littleEndian) { replaceSubrange(start..<start + 4, with: $0) }
    }
}

private struct StoreMapEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let codingPath: [any CodingKey] = []
    let node: StoreNode

    func encodeNil(forKey key: Key) { node.add(.null, for: key) }

    func encode(_ value: Bool, forKey key: Key) { node.add(.boolean(value), for: key) }

    func encode(_ value: String, forKey key: Key) { node.add(.text(value), for: key) }

    func encode(_ value: Double, forKey key: Key) { node.add(.number(value), for: key) }

    func encode(_ value: Int, forKey key: Key) { node.add(.integer(Int64(value)), for: key) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        node.add(try StoreEncoder.form(of: value), for: key)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        nested(key).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { nested(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { preconditionFailure("the store keeps no classes that inherit") }

    func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }

    private func nested(_ key: Key) -> StoreEncoder {
        let encoder = StoreEncoder()
        node.add(.node(encoder.node), for: key)
        return encoder
    }
}

private struct StoreListEncoder: UnkeyedEncodingContainer {
    let codingPath: [any CodingKey] = []
    let node: StoreNode

    var count: Int {
        if case .list(let elements) = node.form { elements.count } else { 0 }
    }

    func encodeNil() { node.add(.null) }

    func encode(_ value: some Encodable) throws { node.add(try StoreEncoder.form(of: value)) }

    func nestedContainer<NestedKey: CodingKey>(keyedBy keyType: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        nested().container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }

    func superEncoder() -> any Encoder { preconditionFailure("the store keeps no classes that inherit") }

    private func nested() -> StoreEncoder {
        let encoder = StoreEncoder()
        node.add(.node(encoder.node))
        return encoder
    }
}

private struct StoreValueEncoder: SingleValueEncodingContainer {
    let codingPath: [any CodingKey] = []
    let node: StoreNode

    func encodeNil() { node.form = .null }

    func encode(_ value: Bool) { node.form = .boolean(value) }

    func encode(_ value: String) { node.form = .text(value) }

    func encode(_ value: Double) { node.form = .number(value) }

    func encode(_ value: Float) { node.form = .number(Double(value)) }

    func encode(_ value: Int) { node.form = .integer(Int64(value)) }

    func encode(_ value: Int8) { node.form = .integer(Int64(value)) }

    func encode(_ value: Int16) { node.form = .integer(Int64(value)) }

    func encode(_ value: Int32) { node.form = .integer(Int64(value)) }

    func encode(_ value: Int64) { node.form = .integer(value) }

    func encode(_ value: UInt) { node.form = .integer(Int64(bitPattern: UInt64(value))) }

    func encode(_ value: UInt8) { node.form = .integer(Int64(value)) }

    func encode(_ value: UInt16) { node.form = .integer(Int64(value)) }

    func encode(_ value: UInt32) { node.form = .integer(Int64(value)) }

    func encode(_ value: UInt64) { node.form = .integer(Int64(bitPattern: value)) }

    func encode(_ value: some Encodable) throws { node.form = try StoreEncoder.form(of: value) }
}
