"""How well readers find what they look for, ours and stock Material's search side by side on the same pages."""

import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from subprocess import run
from typing import Any

from playwright.sync_api import Page, sync_playwright

from hverdag.features.search.data import data_paths
from hverdag.host.mkdocs import render_site
from hverdag.pipeline import build

from .chromium import QUIET, served
from .conftest import ROOT, TODAY
from .features.search.finding import Query, ask, figures, queries

LEAST_RECALL = 0.9
LEAST_AMONG_THREE = 0.85
LARGEST_STORY = 6.0
"""kB of search data a story at most, in a publication of many."""

Ask = Callable[[Page, list[str]], list[dict[str, Any]]]

# The four messages of Material's worker: set up, ready, query, result.
_STOCK_ASK = """async (queries) => {
  const given = JSON.parse(document.getElementById("__config").textContent);
  const base = new URL(given.base + "/", location.href);
  const held = new Worker(new URL(given.search, location.href));
  let heard = null;
  held.onmessage = (event) => heard(event.data);
  const ask = (message) => new Promise((done) => { heard = done; held.postMessage(message); });
  const {config, docs} = await (await fetch(new URL("search/search_index.json", base))).json();
  await ask({type: 0, data: {config, docs, options: {suggest: false}}});
  const found = [];
  for (const query of queries) found.push((await ask({type: 2, data: query})).data);
  held.terminate();
  return found;
}"""

_STOCK = """\
site_name: Stock
theme: {name: material, font: false, language: da}
plugins: [{search: {lang: da}}]
"""


def _data(site: Path) -> Path:
    (path,) = data_paths(site)
    return site / path


def search_pages(site: Path) -> list[list[Any]]:
    """Return the pages that a site's search knows, as its script holds them."""
    text = _data(site).read_text("utf-8")
    _, _, data = text.partition("hverdagData.search(")
    held: list[list[Any]] = json.loads(data[: data.rindex(")")])["pages"]
    return held


def stock(folder: Path, pages: Sequence[Sequence[Any]]) -> Path:
    """Make the same pages with the same words into a plain Material site."""
    for address, _, title, lead, text, workplace, _, about, more, *_ in pages:
        path = folder / "docs" / (f"{address.strip('/')}.md" if address else "index.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "\n\n".join(filter(None, (lead, text, workplace, about, more)))
        path.write_text(f"# {title}\n\n{body}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_STOCK, encoding="utf-8")
    run([sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q"], cwd=folder, check=True)
    return folder / "site"


def searches(home: Path) -> list[bool]:
    """Put the readers' queries to both, and print how they did."""
    browser = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser:
        print("  The search is not measured: there is no Chromium here.")
        return []
    ours = home / "search" / "site"
    build.build(ROOT, TODAY, ours, render_site)
    theirs = stock(home / "stock", search_pages(ours))
    asked = queries()
    with sync_playwright() as started:
        launched = started.chromium.launch(executable_path=browser, args=QUIET)
        answers = {
            "Hverdag": _answers(launched.new_page(), ours, asked, ask),
            "stock Material": _answers(launched.new_page(), theirs, asked, _ask_stock),
        }
        launched.close()
    for name, given in answers.items():
        _tell(name, asked, given)
    result = figures(asked, answers["Hverdag"])
    return [
        _at_least("recall among the first ten pages", result.recall, LEAST_RECALL),
        _at_least("a right story among the first three", result.among_three, LEAST_AMONG_THREE),
    ]


def weight(site: Path, number: int) -> float:
    """Print and return how many kB of search data there are for each story."""
    held = _data(site).read_bytes()
    each = len(held) / number / 1000
    print(
        f"  search data of {number} stories: {each:.1f} kB each, {len(gzip.compress(held)) / number / 1000:.1f} packed"
    )
    return each


def _answers(page: Page, site: Path, asked: Sequence[Query], put: Ask) -> list[dict[str, Any]]:
    with served(site) as address:
        page.goto(address)
        began = time.perf_counter()
        answers = put(page, [query.text for query in asked])
        spent = 1000 * (time.perf_counter() - began) / len(asked)
    print(f"  {len(asked)} queries to {site.parent.name}: {spent:.1f} ms each, loading included")
    return answers


def _ask_stock(page: Page, texts: list[str]) -> list[dict[str, Any]]:
    """Put queries to Material's own worker, and return its answers in the form of ours."""
    answers = page.evaluate(_STOCK_ASK, texts)
    return [{"items": [{"address": group[0]["location"]} for group in answer["items"]]} for answer in answers]


def _tell(name: str, asked: Sequence[Query], answers: Sequence[dict[str, Any]]) -> None:
    for form in ("all", *dict.fromkeys(query.form for query in asked)):
        both = [(query, answer) for query, answer in zip(asked, answers, strict=True) if form in ("all", query.form)]
        result = figures([query for query, _ in both], [answer for _, answer in both])
        shares = f"recall {result.recall:.2f}, first {result.first:.2f}, among three {result.among_three:.2f}"
        print(f"  {name:>15}, {form:<10} {result.number:3} queries: {shares}")


def _at_least(what: str, found: float, least: float) -> bool:
    print(f"  {'ok  ' if found >= least else 'LOW '} {what}: {found:.2f} (at least {least})", flush=True)
    return found >= least
