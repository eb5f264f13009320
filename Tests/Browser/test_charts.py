from reader import NOTEBOOKS, PHONE, By, Keys, ReaderTest, webdriver


class ChartTests(ReaderTest):
    def test_pointer_shows_exact_values(self):
        self.open("quickstart")
        spot = self.find("#fig-explore-data-1 .spot")
        self.run_script("arguments[0].scrollIntoView({block: 'center'})", spot)
        webdriver.ActionChains(self.browser).move_to_element(spot).perform()
        lines = self.find(".readout").text.split("\n")
        self.assertEqual(lines[0], "Digit 0")
        self.assertRegex(lines[1], r"^training: \d+$")

    def test_tab_key_stops_once_in_each_chart(self):
        self.open("quickstart")
        charts = len(self.find_all("svg.plot"))
        reached = self.run_script("return [...document.querySelectorAll('.plot [tabindex=\"0\"]')].length")
        self.assertEqual(reached, charts)
        stops = []
        for _ in range(200):
            self.press(Keys.TAB)
            figure = self.figure_in_focus()
            if figure:
                stops.append(figure)
                self.assertTrue(self.find(".readout").is_displayed())
            if self.run_script("return document.activeElement === document.body"):
                break
        self.assertEqual(len(stops), charts)
        self.assertEqual(len(set(stops)), charts)

    def figure_in_focus(self):
        """The identifier of the figure whose chart has the focus."""
        return self.run_script(
            "return document.activeElement.closest('.plot') && document.activeElement.closest('figure').id"
        )

    def test_keyboard_reaches_every_value_of_a_chart(self):
        self.open("quickstart")
        while self.figure_in_focus() != "fig-explore-data-1":
            self.press(Keys.TAB)
            self.assertFalse(self.run_script("return document.activeElement === document.body"))
        self.assertIn("Digit 0", self.find(".readout").text)
        self.press(Keys.ARROW_RIGHT)
        self.assertIn("Digit 1", self.find(".readout").text)
        self.press(Keys.END)
        self.assertIn("Digit 9", self.find(".readout").text)
        self.press(Keys.ESCAPE)
        self.assertFalse(self.find(".readout").is_displayed())

    def test_training_curves_mark_the_best_epoch(self):
        self.open("report")
        marks = self.find_all("#fig-baseline .rule-label")
        self.assertEqual([mark.text for mark in marks], ["best epoch"])
        named = [name for name in self.names("#fig-baseline .spot") if "best epoch" in name]
        self.assertEqual(len(named), 1)

    def test_labels_do_not_overlap_on_a_phone(self):
        for page in NOTEBOOKS:
            self.open(page, PHONE)
            overlaps = self.run_script(
                """
                const found = [];
                for (const plot of document.querySelectorAll(".plot")) {
                    const boxes = [...plot.querySelectorAll("text")]
                        .filter((text) => text.checkVisibility())
                        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
                    for (const [index, one] of boxes.entries()) {
                        for (const other of boxes.slice(index + 1)) {
                            const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
                            const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
                            // Boxes of text have some pixels above and below the letters.
                            if (width > 1 && height > 5) found.push([plot.closest("figure").id, one.text, other.text]);
                        }
                    }
                    const room = plot.closest(".chart").getBoundingClientRect();
                    for (const { text, box } of boxes) {
                        if (box.left < room.left - 1 || box.right > room.right + 1) found.push([plot.closest("figure").id, text, "edge"]);
                    }
                }
                return found;
                """
            )
            self.assertEqual(overlaps, [], page)

    def test_every_chart_has_a_description_and_its_numbers(self):
        for page in NOTEBOOKS:
            self.open(page)
            for plot in self.find_all("svg.plot"):
                description = plot.find_element(By.TAG_NAME, "desc").get_attribute("textContent")
                self.assertGreater(len(description), 20)
            self.assertEqual(
                self.run_script(
                    "return [...document.querySelectorAll('figure:has(svg.plot)')]"
                    ".filter((figure) => !figure.matches(':has(~ details.data table), .pair:has(~ details.data table) > *')).length"
                ),
                0,
            )


    def test_tables_beneath_charts_are_printed(self):
        self.open("report")
        closed = "return document.querySelectorAll('.data.table:not([open])').length"
        tables = self.run_script(closed)
        self.assertGreater(tables, 2)
        self.run_script("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(self.run_script(closed), 0)
        self.run_script("dispatchEvent(new Event('afterprint'))")
        self.assertEqual(self.run_script(closed), tables)


class ConfusionTests(ReaderTest):
    def setUp(self):
        self.open("quickstart")
        self.cells = self.find_all("#fig-plot-confusion-1 a.spot")
        self.assertGreater(len(self.cells), 10)

    def expected(self, cell):
        """True digit, digit read, and count of a cell, from what it says of itself."""
        place, count = cell.get_attribute("aria-label").split("\n")
        truth, read = (part.split()[-1] for part in place.split(" · "))
        return truth, read, int(count.replace(",", ""))

    def test_choosing_a_cell_shows_all_images_that_were_confused(self):
        cell = next(each for each in self.cells if self.is_error(each))
        truth, read, count = self.expected(cell)
        self.click(cell)
        names = self.names("#fig-plot-confusion-1 .shown .digit")
        self.assertEqual(len(names), count)
        for name in names:
            self.assertTrue(name.startswith(f"{truth} read as {read}, "), name)

    def test_choosing_a_cell_of_the_diagonal_shows_the_twenty_least_confident(self):
        cell = next(each for each in self.cells if not self.is_error(each))
        truth, _, count = self.expected(cell)
        self.click(cell)
        names = self.names("#fig-plot-confusion-1 .shown .digit")
        self.assertEqual(len(names), min(20, count))
        shares = [int(name.split(", ")[1].split("\u202f")[0]) for name in names]
        self.assertEqual(shares, sorted(shares))

    def is_error(self, cell):
        truth, read, _ = self.expected(cell)
        return truth != read

    def test_choosing_it_again_hides_them(self):
        self.click(self.cells[0])
        self.assertNotEqual(self.names(".shown .digit"), [])
        self.click(self.cells[0])
        self.assertEqual(self.names(".shown .digit"), [])

    def test_keyboard_chooses_cells_too(self):
        self.run_script("arguments[0].focus()", self.cells[0])
        # From the first cell of the diagonal to the second, which has images as well.
        self.press(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ENTER)
        focused = self.browser.switch_to.active_element
        self.assertEqual(focused.get_attribute("aria-current"), "true")
        self.assertNotEqual(focused, self.cells[0])

    def test_cells_lead_to_their_images_without_scripts(self):
        self.open("quickstart", scripts=False)
        cell = self.find("#fig-plot-confusion-1 a.spot")
        target = cell.get_dom_attribute("href").removeprefix("#")
        self.click(cell)
        self.assertTrue(self.browser.current_url.endswith("#" + target))
        self.assertTrue(self.browser.find_element(By.ID, target).is_displayed())
