/// What an option's text may look like, for programs that help with writing it.
package indirect enum OptionForm: Hashable, Sendable {
    /// Any text.
    case text
    /// Text that a regular expression (ECMA-262) matches.
    case pattern(String)
    /// yes/no, true/false or on/off.
    case boolean
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    /// A number from 0 to below a limit, which may be written in percent.
    case share(below: Double)
    /// One of these words.
    case choice([String])
    /// One or more, or a single one by itself.
    case list(OptionForm)
    /// A value, or a word that says that there is none.
    case either(OptionForm, or: String)
    /// A mapping with texts at these keys, of which some must be there.
    case mapping(keys: [String], required: [String])
    /// The label of a cell.
    case label

    /// Whether the option names cells.
    package var namesCells: Bool {
        switch self {
        case .label: true
        case .list(let form), .either(let form, _): form.namesCells
        default: false
        }
    }
}
