/// The classes of handwritten digits.
enum Digits {
    /// Number of classes.
    static let count = 10
    static let all = 0..<count
}
