import Foundation

/// Addresses that hold what they lead to, so that a page needs no other file (RFC 2397).
enum DataURI {
    static func address(of data: Data, mediaType: String) -> String {
        "data:\(mediaType);base64,\(data.base64EncodedString())"
    }

    /// What an address holds; nil where it is none of these, or its Base64 is damaged.
    static func content(of address: String) -> Data? {
        guard address.prefix(5).lowercased() == "data:", let comma = address.firstIndex(of: ",") else { return nil }
        let text = String(address[address.index(after: comma)...])
        guard address[..<comma].lowercased().hasSuffix(";base64") else {
            return text.removingPercentEncoding.map { Data($0.utf8) }
        }
        return Data(base64Encoded: text.removingPercentEncoding ?? text)
    }
}
