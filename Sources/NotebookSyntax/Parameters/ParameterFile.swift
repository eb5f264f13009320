package import MarkdownSyntax
package import NotebookCore

/// Values of parameters as a YAML file holds them, one `name: value` a line.
package struct ParameterFile: Sendable {
    package let settings: [ParameterSetting]
    /// What is wrong with the file in itself, in its order.
    package let diagnostics: [Diagnostic]
    package let source: SourceLines

    package init(_ text: String) {
        let source = SourceLines(text)
        self.source = source
        var settings: [ParameterSetting] = []
        var diagnostics: [Diagnostic] = []
        let reader = YAMLReader(keys: .any) { line, column in SourceLocation(line: line, column: column) }
        // Without the byte order mark that some editors write.
        let lines = source.numbers.map { String(source[$0]) }.joined(separator: "\n")
        do throws(Diagnostic) {
            for entry in try reader.mapping(in: lines, of: "the file") where entry.value.content != .null {
                do throws(Diagnostic) {
                    let text = try entry.value.scalar(expected: "a number, yes or no, or text")
                    settings.append(
                        ParameterSetting(
                            entry.key, text, origin: .file(name: entry.keyLocation, value: entry.value.location)))
                } catch {
                    diagnostics.append(error)
                }
            }
        } catch {
            diagnostics.append(error)
        }
        self.settings = settings
        self.diagnostics = diagnostics
    }
}
