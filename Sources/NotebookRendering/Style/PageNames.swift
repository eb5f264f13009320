import Markup

/// The classes and elements on a page, and those that its scripts may add: every word of theirs.
struct PageNames: Sendable {
    private(set) var classes: Set<Substring> = []
    private(set) var elements: Set<Substring> = ["html", "body"]

    init(of node: Node, scripts: [PageScript]) {
        var attributes: Set<String> = []
        add(node, classAttributes: &attributes)
        for attribute in attributes { classes.formUnion(attribute.split(separator: " ")) }
        for script in scripts {
            let words = script.source.utf8.split { !Self.isPart($0) }.map { Substring($0) }
            classes.formUnion(words)
            elements.formUnion(words)
        }
    }

    /// Whether names of classes and elements may hold a byte: those that the program uses are plain.
    static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }

    /// Many elements have the same classes, which are taken apart once.
    private mutating func add(_ node: Node, classAttributes: inout Set<String>) {
        switch node {
        case .element(let element):
            elements.insert(element.name[...])
            for attribute in element.attributes where attribute.name == "class" {
                if let value = attribute.value { classAttributes.insert(value) }
            }
            for child in element.children { add(child, classAttributes: &classAttributes) }
        case .fragment(let nodes):
            for node in nodes { add(node, classAttributes: &classAttributes) }
        case .text, .unescapedMarkup:
            break
        }
    }
}
