import CCMarkGFM

/// A node of cmark's tree, valid while `withParsedTree` runs.
///
/// Types are compared by name, because those of the extensions are mutable globals in C.
struct CMarkNode {
    private let pointer: OpaquePointer

    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    /// The type's name as cmark's XML has it. The two types of footnotes, which have no name there, get one.
    var type: String {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
        case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
        default: String(cString: cmark_node_get_type_string(pointer))
        }
    }

    var children: [CMarkNode] {
        var children: [CMarkNode] = []
        var next = CMarkNode(cmark_node_first_child(pointer))
        while let child = next {
            children.append(child)
            next = CMarkNode(cmark_node_next(child.pointer))
        }
        return children
    }

    /// The text of the node; empty for nodes that have none.
    var literal: String { Self.string(cmark_node_get_literal(pointer)) }
    /// The address of a link or image, decoded.
    var url: String { Self.string(cmark_node_get_url(pointer)) }
    /// The title of a link or image, decoded.
    var title: String { Self.string(cmark_node_get_title(pointer)) }
    /// The info string of a code block with escapes and entities decoded.
    var decodedInfo: String { Self.string(cmark_node_get_fence_info(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

    /// The line on which the node starts, counted from 1 in the text parsed; 0 where cmark does not know.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    /// The byte at which the node starts in its line, counted from 1; 0 where cmark does not know.
    var startByte: Int { Int(cmark_node_get_start_column(pointer)) }
    /// The line on which the node ends; 0 or wrong for many kinds of node.
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

    var isFenced: Bool {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
    }

    /// The number of the first item; nil for bullets.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }

    var isCheckedTask: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

    /// The letters `l`, `c`, `r` of a table's columns, 0 for those that name no alignment.
    var tableAlignments: [UInt8] {
        guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return (0..<Int(cmark_gfm_extensions_get_table_columns(pointer))).map { alignments[$0] }
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
