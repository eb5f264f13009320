import Foundation

/// What the system says about an error number, as the middle of a sentence: "no space left on device".
func systemMessage(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    guard text.dropFirst().first?.isLowercase == true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
}
