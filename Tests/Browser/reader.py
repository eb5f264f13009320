"""A reader with a browser: one Chromium for all tests, a page at a time."""

import json
import os
import pathlib
import unittest

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

PAGES = pathlib.Path(os.environ["PAGES"]).resolve()
NOTEBOOKS = ["report", "quickstart"]
DESKTOP, PHONE = 1280, 360


def _browser():
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(executable_path="/usr/bin/chromedriver")
    browser = webdriver.Chrome(options=options, service=service)
    # A busy machine may take long for a long page; a test that hangs ends all the same.
    browser.set_script_timeout(180)
    return browser


class ReaderTest(unittest.TestCase):
    """Tests with a page open in Chromium."""

    @classmethod
    def setUpClass(cls):
        cls.browser = _browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()

    def open(self, page, width=DESKTOP, theme="light", scripts=True):
        """Opens `page` as on a screen of that width; what was logged before is forgotten."""
        # Windows of Chromium are no narrower than 500 pixels; emulated screens are.
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=900, deviceScaleFactor=1, mobile=width < 600,
        )
        self.command(
            "Emulation.setEmulatedMedia",
            features=[
                {"name": "prefers-color-scheme", "value": theme},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ],
        )
        self.command("Emulation.setScriptExecutionDisabled", value=not scripts)
        # Elements tell of their focus only while the page has it, which it may have lost to the bar of addresses.
        self.command("Emulation.setFocusEmulationEnabled", enabled=True)
        self.browser.get("about:blank")
        for log in ["browser", "performance"]:
            self.browser.get_log(log)
        self.browser.get((PAGES / f"{page}.html").as_uri())

    def command(self, name, **parameters):
        return self.browser.execute_cdp_cmd(name, parameters)

    def run_script(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def find_all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        webdriver.ActionChains(self.browser).send_keys(*keys).perform()

    def click(self, element):
        """Brings an element to the middle of the screen, as a reader would, and clicks it."""
        self.run_script("arguments[0].scrollIntoView({block: 'center'})", element)
        webdriver.ActionChains(self.browser).move_to_element(element).click().perform()

    def names(self, selector):
        """The accessible names of all elements that match and show."""
        return self.run_script(
            "return [...document.querySelectorAll(arguments[0])]"
            ".filter((each) => each.checkVisibility()).map((each) => each.getAttribute('aria-label'))",
            selector,
        )

    def requests(self):
        """Addresses that the page asked for, itself and the data that it holds left out."""
        messages = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        addresses = [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]
        return [address for address in addresses if not address.startswith(("data:", PAGES.as_uri()))]

    def complaints(self):
        """What the browser wrote into its console."""
        return [entry["message"] for entry in self.browser.get_log("browser")]

    def overflow(self):
        """Pixels by which the page is wider than the screen."""
        return self.run_script("return document.documentElement.scrollWidth - innerWidth")
