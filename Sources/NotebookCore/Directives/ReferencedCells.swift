/// The cells of a notebook as one of them sees those that its options name, before any has run.
package struct ReferencedCells: Sendable {
    private let directives: [String: any Directive]

    package init(_ cells: [Cell]) {
        directives = Dictionary(cells.compactMap { cell in cell.label.map { ($0, cell.directive) } }) { first, _ in
            first
        }
    }

    /// The directive of the cell that a reference names, if it is of that kind.
    package func directive<Product, Kind: Directive>(
        of reference: CellReference<Product>, as kind: Kind.Type = Kind.self
    ) -> Kind? {
        directives[reference.label] as? Kind
    }
}
