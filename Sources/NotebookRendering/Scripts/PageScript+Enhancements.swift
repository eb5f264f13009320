extension PageScript {
    /// What every page gains where scripts run: a theme switch, the section that is being read, copied code, exact values
    /// of charts, the images behind a confusion, failures filtered and enlarged.
    static let enhancements = PageScript(joining: [
        PackageResources.page_js, PackageResources.theme_js, PackageResources.contents_js, PackageResources.copy_js,
        PackageResources.tables_js,
        PackageResources.charts_js, PackageResources.confusion_js, PackageResources.filters_js,
        PackageResources.enlarge_js,
    ])

    /// Files of a script as one, in a scope of its own, without indentation and the comments that have lines of their own.
    init(joining files: [[UInt8]], connects: Bool = false) {
        let lines = files.flatMap { file in
            String(decoding: file, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }
        }
        let code = lines.filter { !$0.isEmpty && !$0.hasPrefix("//") }
        self.init((["\"use strict\";", "{"] + code + ["}"]).joined(separator: "\n"), connects: connects)
    }
}
