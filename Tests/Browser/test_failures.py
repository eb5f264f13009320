from reader import Keys, ReaderTest
from selenium.webdriver.support.ui import Select


class FailureTests(ReaderTest):
    def setUp(self):
        self.open("report")
        self.figure = "#fig-show-failures-1"
        self.items = self.find_all(f"{self.figure} [data-thousandths]")
        self.assertGreater(len(self.items), 6)

    def choose(self, index, value):
        Select(self.find_all(f"{self.figure} .filters select")[index]).select_by_visible_text(value)

    def shown(self):
        return [item for item in self.items if item.is_displayed()]

    def confidence(self, item):
        return max(int(share or 0) for share in item.get_attribute("data-thousandths").split(",")) / 1000

    def test_filter_by_true_digit_and_by_answer(self):
        truth = self.items[0].get_attribute("data-true")
        read = self.items[0].get_attribute("data-read")
        self.choose(0, truth)
        self.assertEqual({item.get_attribute("data-true") for item in self.shown()}, {truth})
        expected = [item for item in self.items if item.get_attribute("data-true") == truth]
        self.assertEqual(self.shown(), expected)
        self.assertEqual(
            self.find(f"{self.figure} .filters output").text, f"{len(expected)} of {len(self.items)}"
        )
        self.choose(1, read)
        self.assertEqual(
            {(item.get_attribute("data-true"), item.get_attribute("data-read")) for item in self.shown()},
            {(truth, read)},
        )
        self.choose(0, "any")
        self.choose(1, "any")
        self.assertEqual(self.shown(), self.items)

    def test_filter_by_confidence(self):
        self.choose(2, "90 % or more")
        self.assertEqual(self.shown(), [item for item in self.items if self.confidence(item) >= 0.9])
        self.choose(2, "below 50 %")
        self.assertEqual(self.shown(), [item for item in self.items if self.confidence(item) < 0.5])

    def test_opens_larger_with_all_probabilities(self):
        item = self.items[1]
        self.click(item.find_element("css selector", ".open"))
        dialog = self.find("dialog.answer[open]")
        rows = dialog.find_elements("css selector", "tr")
        self.assertEqual(len(rows), 10)
        read = dialog.find_element("css selector", "tr.read")
        self.assertTrue(read.text.startswith(item.get_attribute("data-read") + " read"), read.text)
        self.assertIn(f"{self.confidence(item) * 100:.1f} %", read.text)
        widths = self.run_script(
            "return [...document.querySelectorAll('.answer .bar span')].map((bar) => bar.offsetWidth)"
        )
        self.assertEqual(widths.index(max(widths)), int(item.get_attribute("data-read")))
        self.assertGreater(dialog.find_element("css selector", ".digit").size["width"], 150)
        self.press(Keys.ARROW_RIGHT)
        self.assertEqual(
            dialog.find_element("css selector", "h2").text,
            self.items[2].find_element("css selector", "span").get_attribute("textContent"),
        )
        self.press(Keys.ESCAPE)
        self.assertEqual(self.find_all("dialog[open]"), [])

    def test_probabilities_are_there_without_scripts(self):
        self.open("report", scripts=False)
        rows = self.find_all(f"{self.figure} + details.data tbody tr")
        self.assertEqual(len(rows), len(self.find_all(f"{self.figure} .digits li")))
