import Markup
import NotebookCore
import NotebookEngine

/// The foot of a page: what it was made with, so that another can make it again.
struct Colophon {
    let run: Run

    var element: Element {
        let english = ProgramLanguage.attributes(in: run.notebook.frontMatter)
        return Element("footer", .class("colophon"), english.lang, english.dir) {
            Element("h2") { "How this page was made" }
            Element("p") {
                "Every figure with a dotted underline was computed by the cells of this notebook; hold the pointer over it, or "
                "over what was measured for a claim, to see from what. A dashed underline marks a measurement, such as a "
                "duration, which varies from run to run; "
                "a smaller pair of numbers beside a share is its 95\u{202F}% interval (Wilson), beside a rank those that are "
                "compatible with comparisons with each of the others, at 5\u{202F}% together."
            }
            if run.cells.contains(where: { !($0.result?.claims ?? []).isEmpty }) { Element("p") { Self.verdictRule } }
            Element("dl") {
                for (name, value) in facts {
                    Element("div") {
                        Element("dt") { name }
                        Element("dd") { value }
                    }
                }
                for (name, digest) in [
                    ("SHA-256 of the notebook", run.environment.notebookDigest), ("Git commit", run.environment.commit),
                ] {
                    if let digest {
                        Element("div", .class("digests")) {
                            Element("dt") { name }
                            Element("dd") { Element("code") { digest } }
                        }
                    }
                }
                for data in distinctProvenance where !data.digests.isEmpty {
                    Element("div", .class("digests")) {
                        Element("dt") { "SHA-256 of \(data.summary)" }
                        for (file, digest) in data.digests.sorted(by: { $0.key < $1.key }) {
                            Element("dd") {
                                file
                                " "
                                Element("code") { digest }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The rule behind the verdicts on claims.
    private static let verdictRule = """
        A reported figure is reproduced where the 95\u{202F}% interval of its difference from the measured value contains \
        0, give or take the rounding of the reported digits. Intervals of differences follow from Wilson’s (MOVER), in \
        pairs where both values rest on the same images. The reported figure is a sample too where the notebook says on \
        how many images it was measured; otherwise it counts as exact. A bound, and the sign of a difference, are undecided \
        where the interval contains the bound, or 0. Every interval describes one training with one seed: it covers the \
        choice of images, not that of initial weights. That is why a figure outside the 95\u{202F}% interval of the difference, \
        but within that of 99.9\u{202F}%, is undecided and not refuted. “About” means ±10\u{202F}%, or the rounding of the written digits \
        where that is wider. Settings are as set; durations and speeds are measured here and not counted; the same figures \
        in two places count once.
        """

    private var facts: [(String, String)] {
        let environment = run.environment
        var facts = [
            ("Program", "notebook \(environment.version)"),
            ("System", environment.operatingSystem),
            ("Processor", environment.processor),
            ("Kernels", environment.kernels),
            ("Threads", String(environment.threads)),
            ("Seed", String(environment.seed)),
        ]
        for conditions in otherConditions {
            facts.append(("Cached durations and speeds", "measured \(conditions.text)"))
        }
        let seconds = run.cells.reduce(0) { $0 + $1.seconds }
        if seconds > 0 { facts.append(("Computing time", NumberFormat.duration.text(for: seconds))) }
        for (name, text) in environment.parameters.sorted(by: { $0.key < $1.key }) {
            facts.append(("Parameter \(name)", text))
        }
        return facts
    }

    /// What measurements of earlier runs were taken with, where it is not what this run was made with.
    private var otherConditions: [MeasurementConditions] {
        let environment = run.environment
        let own = MeasurementConditions(
            threads: environment.threads, processor: environment.processor, kernels: environment.kernels)
        var others: [MeasurementConditions] = []
        for conditions in run.cells.compactMap(\.conditions) where conditions != own && !others.contains(conditions) {
            others.append(conditions)
        }
        return others
    }

    private var distinctProvenance: [DataProvenance] {
        let all = run.provenance
        return all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
    }
}
