"""The window that tests share: what a test sets for all of it is an error, and nothing is left to the next."""

import pytest
from playwright.sync_api import Browser

from tests.chromium import Window

pytestmark = pytest.mark.browser


def test_a_clock_that_is_set_for_the_whole_window_is_an_error(browser: Browser) -> None:
    with browser.new_context() as context:
        empty = context.new_page()
        window = Window(context, empty, context.new_cdp_session(empty))
        window.forget("http://127.0.0.1:1")
        context.new_page().clock.set_fixed_time("2026-11-30T23:30:00Z")
        with pytest.raises(AssertionError, match="a clock is set"):
            window.forget("http://127.0.0.1:1")
