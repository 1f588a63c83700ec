"""How soon the list of stories shows what a reader has chosen: on a phone, which a Chromium of a quarter of its speed
stands for."""

import statistics
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from .chromium import QUIET, served

LONGEST_WAIT = 1.0
"""Seconds to the first filtered list that is painted, from a click or from an address that asks for a theme."""

LARGEST_GROWTH = 10.0
"""Of 1,000 stories over 100: a click may cost as many times more as there are stories, and no more."""

SLOWER = 4
PHONE = {"width": 360, "height": 740}
LIST = "fortaellinger/"

_PAINTED = """const painted = (done) => requestAnimationFrame(() => {
  const after = new MessageChannel();
  after.port1.onmessage = () => done(performance.now());
  after.port2.postMessage(0);
});"""
_WATCH = f"""{_PAINTED}
window.filtered = new Promise((done) => new MutationObserver((_, watch) => {{
  const count = document.getElementById("filter-count");
  if (!count || !count.textContent) return;
  watch.disconnect();
  painted(done);
}}).observe(document, {{ childList: true, subtree: true }}));"""
_CHOOSE = f"""() => new Promise((done) => {{
  {_PAINTED}
  const began = performance.now();
  document.querySelector("#filter [name=value]").click();
  painted((at) => done(at - began));
}})"""


def waits(site: Path, browser: str, rounds: int = 5) -> tuple[float, float]:
    """Return the median seconds to a filtered list that is painted: from a click, and from an address with a theme."""
    clicks, arrivals = [], []
    with served(site) as address, sync_playwright() as started:
        launched = started.chromium.launch(executable_path=browser, args=QUIET)
        for _ in range(rounds):
            clicks.append(_wait(launched, address + LIST, clicked=True))
            arrivals.append(_wait(launched, f"{address}{LIST}?theme=travlhed", clicked=False))
        launched.close()
    return statistics.median(clicks) / 1000, statistics.median(arrivals) / 1000


def _wait(browser: Browser, url: str, *, clicked: bool) -> float:
    """Return the milliseconds of one visit."""
    page = browser.new_page(viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=3)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(_WATCH)
    page.goto(url, wait_until="load")
    arrived = float(page.evaluate("window.filtered"))
    found = float(page.evaluate(_CHOOSE)) if clicked else arrived
    page.close()
    return found
