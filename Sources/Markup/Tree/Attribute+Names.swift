extension Attribute {
    /// The classes that are not nil; left out where all are.
    package static func `class`(_ names: String?...) -> Attribute? {
        let names = names.compactMap { $0 }
        return names.isEmpty ? nil : Attribute("class", names.joined(separator: " "))
    }

    /// The anchor of the element, the only one of its name on the page.
    package static func id(_ name: String) -> Attribute { Attribute("id", name) }

    /// Where a link leads. What comes from a notebook must have been judged before: `javascript:` is written too.
    package static func href(_ address: String) -> Attribute { Attribute("href", address) }

    /// Where an image comes from.
    package static func src(_ address: String) -> Attribute { Attribute("src", address) }

    /// What an image shows, for those who do not see it.
    package static func alt(_ text: String) -> Attribute { Attribute("alt", text) }

    /// What an element is, for assistive technology.
    package static func role(_ name: String) -> Attribute { Attribute("role", name) }

    /// `aria-…`: `aria("label", "Loss by epoch")`.
    package static func aria(_ name: String, _ value: String) -> Attribute { Attribute("aria-" + name, value) }

    /// `data-…`: `data("class", "5")`.
    package static func data(_ name: String, _ value: String) -> Attribute { Attribute("data-" + name, value) }

    /// The part of a drawing's plane that shows, from its origin.
    package static func viewBox(width: Double, height: Double) -> Attribute? {
        guard let width = SVGNumber(width), let height = SVGNumber(height) else { return nil }
        return Attribute("viewBox", "0 0 \(width.text) \(height.text)")
    }

    /// The outline of a `path`.
    package static func d(_ path: PathData) -> Attribute { Attribute("d", path.text) }

    /// `transform="translate(x y)"`.
    package static func translate(x: Double, y: Double) -> Attribute? {
        guard let x = SVGNumber(x), let y = SVGNumber(y) else { return nil }
        return Attribute("transform", "translate(\(x.text) \(y.text))")
    }
}
