import Foundation
import MarkdownSyntax
import NotebookCore
import NotebookEngine
import NotebookRendering

/// A run as a Jupyter notebook, nbformat 4.5: prose in Markdown cells, directives in code cells with their outputs.
struct JupyterDocument {
    private let run: Run
    private let name: String
    private let numbering: OutputNumbering
    private let images: LocalImages
    private let files: RelativeLinks

    init(run: Run, name: String, baseDirectory: URL?, files: RelativeLinks) {
        self.run = run
        self.name = name
        numbering = OutputNumbering(run.cells)
        images = LocalImages(run.notebook.document.images, baseDirectory: baseDirectory)
        self.files = files
    }

    var file: ExportedFile {
        let document: JSONValue = [
            "nbformat": 4, "nbformat_minor": 5,
            "metadata": [
                "title": run.notebook.frontMatter.title.map { .string($0) } ?? .string(name),
                // The cells' sources are YAML, and no kernel runs them.
                "language_info": ["name": "yaml", "file_extension": ".yml", "mimetype": "text/yaml"],
            ],
            "cells": .array(allCells),
        ]
        return ExportedFile(path: name + ".ipynb", data: document.fileContents)
    }

    private var allCells: [JSONValue] {
        var cells: [JSONValue] = []
        var prose: [Block] = []
        var proseCount = 0
        var codeCount = 0
        func flush(after following: [String] = []) {
            let part = JupyterProse(prose, run: run, numbering: numbering, images: images, files: files)
            let text = ([part.text] + following).filter { !$0.isEmpty }.joined(separator: "\n\n")
            prose = []
            guard !text.isEmpty else { return }
            proseCount += 1
            cells.append(JupyterCell.markdown(text, attachments: part.attachments, id: "text-\(proseCount)"))
        }
        for part in run.exportedParts {
            switch part {
            case .head(let paragraphs): flush(after: paragraphs)
            case .prose(let blocks): prose += blocks
            case .cell(let cell):
                flush()
                codeCount += 1
                cells.append(JupyterCell.code(cell, numbering: numbering, count: codeCount))
            }
        }
        // Jupyter knows no footnotes.
        if let notes = run.notebook.document.footnoteList { prose.append(notes) }
        flush(after: ["***", ExportedHead(run: run).colophon])
        return cells
    }
}
