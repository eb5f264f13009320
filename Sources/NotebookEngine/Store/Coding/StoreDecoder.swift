import Foundation

/// Reads one value of the store's form.
struct StoreDecoder: Decoder {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    let bytes: StoreBytes
    let offset: Int

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(StoreMapDecoder<Key>(entries: try StoreEntries(self)))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try StoreListDecoder(self) }

    func singleValueContainer() -> any SingleValueDecodingContainer { StoreValueDecoder(decoder: self) }

    var isNull: Bool { bytes.tag(at: offset) == .null }

    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // Most values are of these types; the others find them through containers of single values.
        // The types are the same, so that a cast, which takes longer than the reading, has nothing to find out.
        if type == String.self { return unsafeBitCast(try text(), to: type) }
        if type == Double.self { return unsafeBitCast(try number(), to: type) }
        if type == Int.self { return unsafeBitCast(try integer(Int.self), to: type) }
        if type == Data.self { return unsafeBitCast(try data(), to: type) }
        return try Value(from: self)
    }

    func text() throws -> String {
        let count = try self.count(behind: .text)
        guard let text = String(validating: try bytes.slice(from: offset + 5, count: count), as: UTF8.self) else {
            throw corruption("a text is not UTF-8")
        }
        return text
    }

    private func data() throws -> Data {
        Data(try bytes.slice(from: offset + 5, count: try count(behind: .data)))
    }

    func number() throws -> Double {
        try expect(.number)
        return Double(bitPattern: try bytes.integer(at: offset + 1))
    }

    func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        try expect(.integer)
        let bits = try bytes.integer(at: offset + 1, as: UInt64.self)
        let integer = Integer.isSigned ? Integer(exactly: Int64(bitPattern: bits)) : Integer(exactly: bits)
        guard let integer else { throw corruption("\(bits) is no \(type)") }
        return integer
    }

    func boolean() throws -> Bool {
        switch bytes.tag(at: offset) {
        case .yes: return true
        case .no: return false
        default: throw corruption("no truth value stands where one is looked for")
        }
    }

    /// The count that follows a tag, which has to be there.
    func count(behind tag: StoreTag) throws -> Int {
        try expect(tag)
        return try bytes.count(at: offset + 1)
    }

    private func expect(_ tag: StoreTag) throws {
        guard bytes.tag(at: offset) == tag else { throw corruption("no \(tag) stands where one is looked for") }
    }

    func corruption(_ description: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "\(description), at byte \(offset)"))
    }
}

/// Where the entries of a map stand.
private final class StoreEntries {
    struct Entry {
        let key: (offset: Int, count: Int)
        let value: Int
    }

    let bytes: StoreBytes
    let entries: [Entry]
    /// Where the next key is looked for first: values mostly ask for their parts in the order in which they wrote them.
    private var next = 0

    init(_ decoder: StoreDecoder) throws {
        bytes = decoder.bytes
        let count = try decoder.count(behind: .map)
        let end = try bytes.end(ofValueAt: decoder.offset)
        var entries: [Entry] = []
        var offset = decoder.offset + 9
        while offset < end {
            let keyCount = try bytes.count(at: offset)
            let value = offset + 4 + keyCount
            entries.append(Entry(key: (offset + 4, keyCount), value: value))
            offset = try bytes.end(ofValueAt: value)
        }
        guard offset == end, entries.count == count else { throw StoreBytes.CutOff() }
        self.entries = entries
    }

    func value(for key: any CodingKey) -> StoreDecoder? {
        let name = key.stringValue
        for step in entries.indices {
            let index = (next + step) % entries.count
            let entry = entries[index]
            if bytes.holds(name, from: entry.key.offset, count: entry.key.count) {
                next = index + 1
                return StoreDecoder(bytes: bytes, offset: entry.value)
            }
        }
        return nil
    }
}

private struct StoreMapDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let codingPath: [any CodingKey] = []
    let entries: StoreEntries

    var allKeys: [Key] {
        entries.entries.compactMap { entry in
            let name = try? entries.bytes.slice(from: entry.key.offset, count: entry.key.count)
            return name.flatMap { Key(stringValue: String(decoding: $0, as: UTF8.self)) }
        }
    }

    func contains(_ key: Key) -> Bool { entries.value(for: key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).boolean() }

    func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).text() }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).number() }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).integer(type) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try value(key).value(type) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { preconditionFailure("the store keeps no classes that inherit") }

    func superDecoder(forKey key: Key) -> any Decoder { superDecoder() }

    private func value(_ key: Key) throws -> StoreDecoder {
        guard let decoder = entries.value(for: key) else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: [], debugDescription: "there is no \(key.stringValue)"))
        }
        return decoder
    }
}

private struct StoreListDecoder: UnkeyedDecodingContainer {
    let codingPath: [any CodingKey] = []
    let elementCount: Int
    private(set) var currentIndex = 0
    private let bytes: StoreBytes
    private var offset: Int
    private let end: Int

    var count: Int? { elementCount }
    var isAtEnd: Bool { currentIndex >= elementCount }

    init(_ decoder: StoreDecoder) throws {
        elementCount = try decoder.count(behind: .list)
        bytes = decoder.bytes
        offset = decoder.offset + 9
        end = try bytes.end(ofValueAt: decoder.offset)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd else { throw StoreBytes.CutOff() }
        let isNull = StoreDecoder(bytes: bytes, offset: offset).isNull
        if isNull { _ = try next() }
        return isNull
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().value(type) }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }

    func superDecoder() -> any Decoder { preconditionFailure("the store keeps no classes that inherit") }

    private mutating func next() throws -> StoreDecoder {
        guard !isAtEnd, offset < end else { throw StoreBytes.CutOff() }
        let element = StoreDecoder(bytes: bytes, offset: offset)
        offset = try bytes.end(ofValueAt: offset)
        currentIndex += 1
        return element
    }
}

private struct StoreValueDecoder: SingleValueDecodingContainer {
    let codingPath: [any CodingKey] = []
    let decoder: StoreDecoder

    func decodeNil() -> Bool { decoder.isNull }

    func decode(_ type: Bool.Type) throws -> Bool { try decoder.boolean() }

    func decode(_ type: String.Type) throws -> String { try decoder.text() }

    func decode(_ type: Double.Type) throws -> Double { try decoder.number() }

    func decode(_ type: Float.Type) throws -> Float { Float(try decoder.number()) }

    func decode(_ type: Int.Type) throws -> Int { try decoder.integer(type) }

    func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer(type) }

    func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer(type) }

    func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer(type) }

    func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer(type) }

    func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer(type) }

    func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer(type) }

    func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer(type) }

    func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer(type) }

    func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer(type) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type) }
}
