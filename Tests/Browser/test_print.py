"""What is printed: Chromium's PDF has every row of every table, on white paper."""
import base64
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from reader import ReaderTest


def words(text):
    """Letters and digits alone: a PDF breaks lines and spaces as it likes."""
    return re.sub(r"[^\w]", "", text)


class PrintTest(ReaderTest):
    def printed(self, page):
        self.open(page)
        result = self.command("Page.printToPDF", printBackground=True, generateDocumentOutline=True)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "page.pdf"
            file.write_bytes(base64.b64decode(result["data"]))
            text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
            raw = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
        return words(text), words(raw)

    def expect_all_rows(self, page):
        printed = self.printed(page)
        rows = self.run_script(
            "return [...document.querySelectorAll('main table tr')].map((row) =>"
            " [...row.cells].map((cell) => cell.textContent.trim()).filter(Boolean));"
        )
        self.assertGreater(len(rows), 50)
        missing = [
            row
            for row in rows
            if not all(any(words(cell) in text for text in printed) for cell in row)
        ]
        self.assertEqual(missing, [], "not in the PDF")

    def test_every_row_of_the_report_is_printed(self):
        self.expect_all_rows("report")

    def test_every_row_of_the_quickstart_is_printed(self):
        self.expect_all_rows("quickstart")

    def test_paper_is_white_and_tables_do_not_scroll(self):
        self.open("report")
        self.command("Emulation.setEmulatedMedia", media="print")
        try:
            colors = self.run_script("return getComputedStyle(document.documentElement).backgroundColor")
            self.assertEqual(colors, "rgb(255, 255, 255)")
            boxes = self.run_script(
                "return [...document.querySelectorAll('.scroll')].filter((box) =>"
                " box.scrollHeight > box.clientHeight + 1 || getComputedStyle(box).maxHeight !== 'none').length"
            )
            self.assertEqual(boxes, 0)
        finally:
            self.command("Emulation.setEmulatedMedia", media="")


if __name__ == "__main__":
    unittest.main()
