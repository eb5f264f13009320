import Foundation

/// How values become the bytes that the store keeps, and are read again: any `Codable` value in a binary form.
///
/// Reading is what every rerun does with every cell, and takes a fraction of what JSON would.
///
/// A value is a tag (`StoreTag`) and what the tag says. Counts and lengths are unsigned 32-bit integers, everything is
/// little-endian. Before the elements of a list and the entries of a map stand their count and the bytes that they take,
/// so that a reader can pass over them; each entry of a map is its key's length, its key in UTF-8, and a value.
enum StoreCoding {
    static func encode(_ value: some Encodable) -> Data {
        do {
            var bytes: [UInt8] = []
            try StoreEncoder.form(of: value).append(to: &bytes)
            return Data(bytes)
        } catch {
            preconditionFailure("results can be encoded: \(error)")
        }
    }

    /// - Throws: `DecodingError` or `StoreBytes.CutOff` where the bytes are not those of such a value.
    static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let bytes = StoreBytes([UInt8](data))
        let decoder = StoreDecoder(bytes: bytes, offset: 0)
        guard try bytes.end(ofValueAt: 0) == data.count else { throw decoder.corruption("bytes follow the value") }
        return try decoder.value(type)
    }
}

/// What kind of value follows.
enum StoreTag: UInt8 {
    case null, no, yes
    /// Eight bytes, in two's complement.
    case integer
    /// Eight bytes, IEEE 754.
    case number
    /// Length, bytes in UTF-8.
    case text
    /// Length, bytes.
    case data
    /// Count, length of all elements, the elements.
    case list
    /// Count, length of all entries, the entries.
    case map
}
