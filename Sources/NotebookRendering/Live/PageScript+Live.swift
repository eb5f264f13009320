extension PageScript {
    /// Keeps a served page equal to what the server has, and shows cells that run and what is wrong with the notebook.
    ///
    /// Needs `version(_:)` before it. It tells other scripts of changes by the event `notebook:updated` of the document.
    package static let live = PageScript(
        joining: [liveStyle, PackageResources.patch_js, PackageResources.live_js], connects: true)

    /// Names the page's version, which a page that is patched does not change.
    package static func version(_ version: String) -> PageScript {
        PageScript("const notebookVersion = \"\(version)\";")
    }

    /// The style sheet as a constant: the page's policy permits styles that its scripts make, and no others than its own.
    private static var liveStyle: [UInt8] {
        Array("const liveStyle = `".utf8) + PackageResources.live_css + Array("`;".utf8)
    }
}
