import Foundation

/// Addresses that hold what they lead to, so that a page needs no other file (RFC 2397).
enum DataURI {
    static func address(of data: Data, mediaType: String) -> String {
        "data:\(mediaType);base64,\(data.base64EncodedString())"
    }
}
