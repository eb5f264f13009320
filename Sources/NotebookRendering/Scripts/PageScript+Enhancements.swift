extension PageScript {
    /// What every page gains where scripts run: a theme switch, the section that is being read, copied code, what
    /// values come from, figures to take along, exact values of charts, the images behind a confusion, failures filtered and enlarged.
    static let enhancements = PageScript(joining: [
        PackageResources.page_js, PackageResources.theme_js, PackageResources.contents_js, PackageResources.copy_js,
        PackageResources.tables_js, PackageResources.values_js, PackageResources.downloads_js,
        PackageResources.charts_js, PackageResources.confusion_js, PackageResources.filters_js,
        PackageResources.enlarge_js,
    ])

    /// Files of a script as one, in a scope of its own.
    init(joining files: [[UInt8]], connects: Bool = false) {
        let code = CompactScript(Array(files.joined(separator: "\n".utf8)))
        self.init("\"use strict\";{\(String(decoding: code.bytes, as: UTF8.self))}", connects: connects)
    }
}
