import pathlib

import axe_core_python
from reader import DESKTOP, NOTEBOOKS, PHONE, ReaderTest

AXE = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text()


class AccessibilityTests(ReaderTest):
    def violations(self):
        self.run_script(AXE)
        found = self.browser.execute_async_script(
            "axe.run(document, {resultTypes: ['violations'], preload: false}).then(arguments[0])"
        )
        return [
            f"{violation['id']}: {node['html'][:120]} {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"][:3]
        ]

    def test_axe_has_nothing_to_object(self):
        for page in NOTEBOOKS:
            for theme in ["light", "dark"]:
                for width in [DESKTOP, PHONE]:
                    with self.subTest(page=page, theme=theme, width=width):
                        self.open(page, width, theme)
                        self.assertEqual(self.violations(), [])

    def test_axe_has_nothing_to_object_to_what_opens(self):
        for theme in ["light", "dark"]:
            self.open("quickstart", theme=theme)
            self.run_script("for (const each of document.querySelectorAll('details')) each.open = true")
            self.run_script("document.querySelector('a.spot').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
            with self.subTest(theme=theme, opened="details"):
                self.assertEqual(self.violations(), [])
            self.run_script("document.querySelector('.open').click()")
            with self.subTest(theme=theme, opened="dialog"):
                self.assertEqual(self.violations(), [])
