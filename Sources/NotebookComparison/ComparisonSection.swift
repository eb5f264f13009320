import NotebookCore

/// One part of a comparison for readers: a heading, a sentence, and what differs.
struct ComparisonSection: Sendable {
    /// Begins the anchor of its table on a page.
    var id: String
    var title: String
    /// What the table says in one sentence, or that there is nothing to show.
    var summary: String
    var table: Table?
    /// Rows that the table leaves out.
    var omittedRows = 0
}

extension RunComparison {
    /// All parts: first what the runs were made with, which is the cause of the rest, then the verdicts and the values.
    ///
    /// - Parameter rowLimit: Rows that a list of images has at most.
    func sections(rowLimit: Int) -> [ComparisonSection] {
        [conditionSection, claimSection, valueSection("Values", headlineFirst)].compactMap(\.self)
            + answers.flatMap { sections(of: $0, rowLimit: rowLimit) }
            + [measurements.map { valueSection("Measurements", $0) }].compactMap(\.self)
    }

    /// The values with the accuracies of whole splits first, the test images' before others.
    private var headlineFirst: [Change<RecordedValue>] {
        func place(_ change: Change<RecordedValue>) -> Int {
            let words = change.name.split(separator: ".")
            guard words.count == 3, words[2] == "accuracy" else { return 2 }
            return words[1] == "test" ? 0 : 1
        }
        let places = values.enumerated().map { (place($0.element), $0.offset, $0.element) }
        return places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private var claimSection: ComparisonSection? {
        guard !(first.claims.isEmpty && second.claims.isEmpty) else { return nil }
        guard !claims.isEmpty else {
            return ComparisonSection(id: "claims", title: "Claims", summary: "All claims have the same verdict.")
        }
        let table = Table(
            title: "Claims with another verdict",
            columns: [
                .init("Claim", .leading), .init("First", .leading), .init("measured"), .init("Second", .leading),
                .init("measured"),
            ],
            rows: claims.map { change in
                [
                    .text(change.claim.claim), Self.verdict(change.first),
                    change.first?.measured.map { .text($0) } ?? .missing, Self.verdict(change.second),
                    change.second?.measured.map { .text($0) } ?? .missing,
                ]
            })
        return ComparisonSection(
            id: "claims", title: "Claims", summary: "\(count(claims.count, "claim")) with another verdict.",
            table: table)
    }

    private static func verdict(_ claim: RecordedRun.Claim?) -> Table.Cell {
        guard let claim else { return .missing }
        return Verdict(rawValue: claim.verdict).map { .verdict($0) } ?? .text(claim.verdict)
    }

    private func valueSection(_ title: String, _ changes: [Change<RecordedValue>]) -> ComparisonSection {
        guard !changes.isEmpty else {
            return ComparisonSection(
                id: title.lowercased(), title: title, summary: "All \(title.lowercased()) are the same.")
        }
        let table = Table(
            title: "\(title) that differ",
            columns: [.init("Path", .leading), .init("First"), .init("Second"), .init("Difference")],
            rows: changes.map { change in
                [
                    .text(change.name), change.first.map { .text($0.briefText) } ?? .missing,
                    change.second.map { .text($0.briefText) } ?? .missing,
                    change.difference.map { .text(Self.signed($0)) } ?? .missing,
                ]
            })
        let noun = changes.count == 1 ? String(title.lowercased().dropLast()) : title.lowercased()
        let verb = changes.count == 1 ? "differs" : "differ"
        return ComparisonSection(
            id: title.lowercased(), title: title, summary: "\(changes.count) \(noun) \(verb).", table: table)
    }

    private static func signed(_ difference: Double) -> String {
        (difference > 0 ? "+" : "") + RecordedValue.text(difference, digits: 4)
    }

    private func sections(of answers: AnswerComparison, rowLimit: Int) -> [ComparisonSection] {
        let id = "images-\(answers.run)-\(answers.split)"
        let title = "Images: \(answers.run), \(answers.split)"
        guard let test = answers.test else {
            return [
                ComparisonSection(
                    id: id, title: title,
                    summary: "The runs read different images, which cannot be compared one by one.")
            ]
        }
        let images = NumberFormat.integer.text(for: Double(answers.imageCount))
        let summary = """
            Of \(images) images both runs read \(Self.integer(test.bothRight)) rightly and \
            \(Self.integer(test.bothWrong)) wrongly; only the first reads \(Self.integer(test.onlyFirstRight)) rightly, \
            only the second \(Self.integer(test.onlySecondRight)). \(test.summary).
            """
        let shown = (answers.onlyFirstRight + answers.onlySecondRight)
        guard !shown.isEmpty else { return [ComparisonSection(id: id, title: title, summary: summary)] }
        let table = Table(
            title: "Images that only one of the runs reads rightly, numbered from 0",
            columns: [
                .init("Image"), .init("Shows", .center), .init("First reads", .center),
                .init("Second reads", .center), .init("Right", .leading),
            ],
            rows: shown.prefix(rowLimit).map { image in
                [
                    .number(Double(image.index), .integer), .text(image.label), .text(image.first),
                    .text(image.second), .text(image.first == image.label ? "first" : "second"),
                ]
            })
        return [
            ComparisonSection(
                id: id, title: title, summary: summary, table: table, omittedRows: max(shown.count - rowLimit, 0))
        ]
    }

    private var conditionSection: ComparisonSection? {
        guard !conditions.isEmpty else { return nil }
        let table = Table(
            title: "What the runs were made with, where it differs",
            columns: [.init("", .leading), .init("First", .leading), .init("Second", .leading)],
            rows: conditions.map { change in
                [
                    .text(change.name), change.first.map { .text($0) } ?? .missing,
                    change.second.map { .text($0) } ?? .missing,
                ]
            })
        return ComparisonSection(
            id: "conditions", title: "Conditions", summary: "The runs were not made with the same.", table: table)
    }

    private static func integer(_ number: Int) -> String { NumberFormat.integer.text(for: Double(number)) }

    private func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension RunComparison.Change where Content == RecordedValue {
    /// The second less the first, where both are numbers.
    var difference: Double? {
        guard let first = first?.number, let second = second?.number else { return nil }
        return second - first
    }
}
