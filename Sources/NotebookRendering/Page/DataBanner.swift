import Markup
import NotebookCore

/// Says at the top of a page which data it rests on, and loudly where they stand in for others.
struct DataBanner {
    let provenance: [DataProvenance]

    @NodeBuilder
    var element: [Node] {
        for (index, data) in provenance.enumerated() where !provenance[..<index].contains(data) {
            if let original = data.substituteFor {
                Element("div", .class("banner warning")) {
                    Element("p") {
                        Element("strong") { "These are not \(original) results. " }
                        "Data: \(data.summary), standing in for \(original). "
                        "Claims about \(original) are marked as not applicable."
                    }
                }
            } else {
                Element("p", .class("banner")) {
                    Element("strong") { "Data: " }
                    data.summary
                }
            }
        }
    }
}
