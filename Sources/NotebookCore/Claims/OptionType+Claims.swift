extension OptionType where Value == [Claim] {
    /// A list of claims, each a mapping.
    static var claims: OptionType {
        OptionType(
            name: "list of claims",
            form: .list(.mapping(keys: ClaimReader.keys, required: ["claim"])),
            canonicalText: { claims in claims.map(\.canonicalText).joined(separator: "\n") },
            references: { claims, _ in
                claims.flatMap { $0.measured?.mentions ?? [] }.map { Reference(.value($0.path), at: $0.location) }
            },
            read: { node throws(Diagnostic) in
                var claims: [Claim] = []
                for element in node.elements { claims.append(try ClaimReader.read(element)) }
                guard !claims.isEmpty else {
                    throw Diagnostic(at: node.location, "there is no claim in the list")
                }
                return claims
            })
    }
}

extension Claim {
    /// All that the claim says, in one spelling.
    fileprivate var canonicalText: String {
        [
            statement, reported ?? "", measured?.text ?? "", tolerance.map { "\($0)" } ?? "",
            expectation?.text ?? "", reason ?? "", sample.map { "\($0)" } ?? "",
        ].map { "\($0.utf8.count):\($0)" }.joined()
    }
}
