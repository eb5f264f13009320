"""Checks an exported Jupyter notebook and the Markdown beside it."""

import pathlib
import re
import sys
import urllib.parse
import xml.dom.minidom

import nbformat


def check_notebook(path):
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5), "nbformat 4.5 is wanted"
    nbformat.validate(notebook)
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    drawings = [output.data["image/svg+xml"] for output in outputs if "image/svg+xml" in output.data]
    assert drawings, "no chart"
    for drawing in drawings:
        xml.dom.minidom.parseString(drawing)
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert "`= " not in prose, "an inline value has not been filled in"
    return len(notebook.cells), len(outputs)


def check_markdown(path):
    text = path.read_text()
    assert "`= " not in text, "an inline value has not been filled in"
    images = [urllib.parse.unquote(image) for image in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text)]
    assert images, "no image"
    for image in images:
        assert (path.parent / image).stat().st_size > 0, f"{image} is missing"
    anchors = set(re.findall(r'<a id="([^"]+)"', text))
    for target in re.findall(r"\]\(#((?:fig|tbl)-[^)]+)\)", text):
        assert target in anchors, f"#{target} leads nowhere"
    return len(images)


if __name__ == "__main__":
    cells, outputs = check_notebook(pathlib.Path(sys.argv[1]))
    images = check_markdown(pathlib.Path(sys.argv[2]))
    print(f"{sys.argv[1]}: valid, {cells} cells with {outputs} outputs; Markdown with {images} images")
