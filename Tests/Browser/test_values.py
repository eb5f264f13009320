"""Values say where they come from; figures and tables can be taken along; what is copied is clean."""
import time
import unittest

from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from reader import PHONE, ReaderTest


class ValueTests(ReaderTest):
    def value(self):
        return next(each for each in self.find_all("main a.value") if "test.accuracy" in each.get_attribute("data-value"))

    def origin(self):
        found = [each for each in self.find_all(".origin") if each.is_displayed()]
        return found[0].text if found else None

    def test_tap_tells_path_exact_value_counts_and_cell(self):
        for width in [1280, PHONE]:
            self.open("quickstart", width=width)
            value = self.value()
            self.click(value)
            told = self.origin()
            self.assertRegex(told, r"first\.test\.accuracy = 0\.\d+: [\d,]+ of 2,000")
            self.assertIn("95", told)
            box = self.find(".origin").rect
            self.assertGreaterEqual(box["x"], 0)
            self.assertLessEqual(box["x"] + box["width"], width)
            link = self.find(".origin a")
            self.assertTrue(self.find_all(link.get_dom_attribute("href")))
            self.press(Keys.ESCAPE)
            self.assertIsNone(self.origin())

    def test_keyboard_opens_and_leads_to_the_cell(self):
        self.open("quickstart")
        value = self.value()
        self.run_script("arguments[0].focus()", value)
        self.press(Keys.ENTER)
        self.assertIn("test.accuracy", self.origin())
        self.assertEqual(value.get_attribute("aria-expanded"), "true")
        self.press(Keys.TAB, Keys.ENTER)
        self.assertIn("#cell-", self.browser.current_url)

    def test_pointer_shows_it_while_it_is_over_the_value(self):
        self.open("quickstart")
        value = self.value()
        self.run_script("arguments[0].scrollIntoView({block: 'center'})", value)
        ActionChains(self.browser).move_to_element(value).perform()
        self.assertIn("test.accuracy", self.origin())
        ActionChains(self.browser).move_to_element(self.find("h1")).perform()
        self.assertIsNone(self.origin())

    def test_without_scripts_a_value_is_a_link_to_its_cell(self):
        self.open("quickstart", scripts=False)
        anchor = self.value().get_dom_attribute("href")
        self.assertTrue(self.find_all(anchor))

    def test_what_measured_a_claim_is_told_too(self):
        self.open("quickstart")
        self.click(self.find("table.claims td .value"))
        self.assertIn("first.test.accuracy", self.origin())

    def saved(self, selector, name):
        self.run_script(
            "window.saved = null; const make = URL.createObjectURL.bind(URL);"
            "URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return make(blob); };"
        )
        buttons = self.find(selector).find_elements("css selector", ".tools button")
        button = next(each for each in buttons if each.get_attribute("textContent") == name)
        self.run_script("arguments[0].click()", button)
        for _ in range(100):
            text = self.run_script("return window.saved")
            if text is not None:
                return text
            time.sleep(0.05)
        self.fail("nothing was saved")

    def test_tables_are_saved_as_plain_numbers(self):
        self.open("quickstart")
        lines = self.saved("#tbl-evaluate-1", "CSV").split("\r\n")
        self.assertEqual(
            lines[0], 'Split,Images,Accuracy,"Accuracy, lower 95% limit","Accuracy, upper 95% limit",Errors,Loss'
        )
        self.assertRegex(lines[1], r"^training,6000,\d+\.\d+%,\d+\.\d+,\d+\.\d+,\d+,\d+\.\d+$")

    def test_charts_are_saved_as_drawings_and_with_their_numbers(self):
        self.open("quickstart")
        drawing = self.saved("#fig-first", "SVG")
        self.assertTrue(drawing.startswith("<svg"))
        self.assertIn("validation", drawing)
        self.assertNotIn("var(--", drawing)
        self.assertTrue(self.saved("#fig-first", "CSV").startswith("Epoch,"))

    def test_copied_numbers_are_plain(self):
        self.open("report")
        copied = self.run_script(
            "const cell = [...document.querySelectorAll('table.claims td')].find((each) =>"
            "  each.textContent.includes('\\u2212') || each.textContent.includes('\\u202f'));"
            "getSelection().selectAllChildren(cell);"
            "const data = new DataTransfer();"
            "const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });"
            "cell.dispatchEvent(event);"
            "return data.getData('text/plain');"
        )
        self.assertTrue(copied)
        for character in "\u202f\u2009\u00a0\u2212":
            self.assertNotIn(character, copied)

    def test_head_leads_to_the_claims(self):
        self.open("report")
        for link in self.find_all(".tally a"):
            self.assertEqual(len(self.find_all(f"[id='{link.get_dom_attribute('href')[1:]}']")), 1)
        self.assertTrue(self.find_all(".tally .failures a"))


if __name__ == "__main__":
    unittest.main()
