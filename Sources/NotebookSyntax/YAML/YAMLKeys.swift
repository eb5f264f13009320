import NotebookCore

/// The keys that a YAML text may have.
struct YAMLKeys {
    /// Those of the text's own mapping.
    let own: Set<String>
    /// Those of mappings within it.
    let nested: Set<String>
    /// Whether any word may be a key.
    let isOpen: Bool

    init(own: [String] = [], nested: [String] = [], isOpen: Bool = false) {
        self.own = Set(own)
        self.nested = Set(nested)
        self.isOpen = isOpen
    }

    /// Those of a text that may have any key.
    static let any = YAMLKeys(isOpen: true)

    /// The keys of a cell with these options.
    init(of options: [any AnyOption]) {
        self.init(own: options.map(\.name), nested: options.flatMap(\.form.nestedKeys))
    }

    /// The key that a word was meant to be; nil where it is none.
    func key(meantBy word: String) -> String? {
        if own.contains(word) || nested.contains(word) { return word }
        if isOpen, ValuePath.isKebabCase(word) { return word }
        guard word.count > 2 else { return nil }
        return Suggestion.closest(to: word, among: own.union(nested).sorted(), within: 1)
    }
}

extension OptionForm {
    fileprivate var nestedKeys: [String] {
        switch self {
        case .mapping(let keys, _): keys
        case .list(let form), .either(let form, _): form.nestedKeys
        default: []
        }
    }
}
