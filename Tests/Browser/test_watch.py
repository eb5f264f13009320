"""Pages that `notebook watch` keeps up to date while they are read."""

import os
import pathlib
import re
import shlex
import signal
import subprocess
import tempfile

from selenium.webdriver.support.ui import WebDriverWait

from reader import ReaderTest

NOTEBOOK = """---
title: Watched
---

```dataset digits
source: synthetic
training-limit: 2000
test-limit: 500
```

```model small
hidden: [32]
```

```train first
model: small
data: digits
epochs: EPOCHS
fold: false
```

WORDS

```evaluate
run: first
```

It reads `= percent(first.test.accuracy, 1)`.
"""

FILLING = "\n\n".join(f"Paragraph {number} makes the page longer." for number in range(40))


class WatchTest(ReaderTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.save()
        program = shlex.split(os.environ["NOTEBOOK"])
        with open(self.folder / "log", "w") as log:
            self.program = subprocess.Popen(
                [*program, "watch", self.folder / "watched.md", "--no-browser", "--port", "0"],
                cwd=self.folder, stderr=log,
            )
        self.addCleanup(self.end)
        self.wait_for(lambda: "watching" in self.log())
        self.open("report")
        self.browser.get(re.search(r"http://\S+", self.log()).group())

    def end(self):
        self.program.send_signal(signal.SIGINT)
        self.program.wait(60)

    def log(self):
        return (self.folder / "log").read_text()

    def save(self, words=FILLING, epochs="2"):
        new = self.folder / ".new"
        new.write_text(NOTEBOOK.replace("WORDS", words).replace("EPOCHS", epochs))
        new.rename(self.folder / "watched.md")

    def wait_for(self, condition):
        return WebDriverWait(self.browser, 120, poll_frequency=0.05).until(lambda _: condition())

    def wait_for_script(self, expression):
        return self.wait_for(lambda: self.run_script("return " + expression))

    def shows(self, words):
        return self.wait_for_script(f"document.querySelector('main').textContent.includes('{words}')")

    def test_prose_changes_around_what_the_reader_has_done(self):
        self.click(self.find(".theme-switch"))
        self.run_script(
            """
            for (const each of document.querySelectorAll("main details")) each.open = !each.open;
            window.cells = [...document.querySelectorAll(".cell")];
            window.place = [...document.querySelectorAll("main > p")].at(-1);
            window.place.scrollIntoView({ block: "center", behavior: "instant" });
            """
        )
        state = """
            return [
                [...document.querySelectorAll("main details")].map((each) => each.open),
                document.documentElement.dataset.theme,
                window.cells.every((each) => each.isConnected),
            ];
            """
        top = "return window.place.getBoundingClientRect().top;"
        before = self.run_script(state)
        place = self.run_script(top)
        self.assertTrue(before[2])
        self.save("New words.\n\n" + FILLING + "\n\n> And a quotation, which makes the page longer still.")
        self.shows("And a quotation")
        self.assertEqual(self.run_script(state), before)
        # Pages scroll by whole pixels, and what is inserted may have a fraction of one.
        self.assertAlmostEqual(self.run_script(top), place, delta=1)
        self.assertIn("nothing recomputed", self.log())
        self.assertEqual(self.complaints(), [])

    def test_a_cell_runs_with_curves_that_grow(self):
        self.save(epochs="150")
        self.wait_for_script("document.querySelector('#cell-first[data-state=running] .live svg')")
        self.wait_for_script("document.querySelector('#live-state')?.textContent.startsWith('first: epoch ')")
        # New prose stands at once, beside the training that goes on.
        self.save("Words while it trains.", epochs="150")
        self.shows("Words while it trains.")
        self.wait_for_script("!document.querySelector('.cell[data-state]')")
        self.assertEqual(self.log().count("epoch 150 of 150"), 1)
        self.assertNotIn("■", self.log())
        self.assertFalse(self.find("#live-state").is_displayed())
        self.assertTrue(self.run_script("return document.querySelector('#cell-first details.source').open"))
        self.assertTrue(self.run_script("return Boolean(document.querySelector('#cell-first .copy'))"))
        self.assertEqual(self.complaints(), [])

    def test_a_training_that_is_no_longer_wanted_ends(self):
        self.save(epochs="5000")
        self.wait_for_script("document.querySelector('#cell-first[data-state=running] .live svg')")
        self.save("No longer.", epochs="3")
        self.shows("No longer.")
        self.wait_for_script("!document.querySelector('.cell[data-state]')")
        self.assertIn("■ train first", self.log())

    def test_mistakes_lie_over_the_last_good_page(self):
        self.save("Some words.\n\n```evaluate\nrum: first\n```")
        notice = self.wait_for(lambda: self.find("#live-notice") if self.find("#live-notice").is_displayed() else None)
        for text in ["watched.md:", "rum", "^~~", "Did you mean"]:
            self.assertIn(text, notice.text)
        self.shows("Paragraph 39")
        self.save("Mended.")
        self.shows("Mended.")
        self.wait_for(lambda: not self.find("#live-notice").is_displayed())

    def test_says_when_the_program_has_ended(self):
        self.end()
        self.wait_for_script("document.querySelector('#live-state').textContent.startsWith('No longer watching')")
        self.assertEqual(self.program.returncode, 130)
