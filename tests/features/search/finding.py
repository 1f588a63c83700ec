"""How well a search finds: readers' queries put to a search worker in a real Chromium, ours or Material's own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from playwright.sync_api import Page

from hverdag.features.registry import HOME
from hverdag.features.search import FEATURE
from hverdag.model.shown import Shown
from hverdag.web.assets import SiteAssets

QUERIES = Path(__file__).parent / "queries.yml"
OURS = SiteAssets(dict(FEATURE.assets.contents(HOME / FEATURE.id, cast(Shown, None)))).asset("search-worker.js")
SHOWN = 10
"""How far down a list anyone looks."""

# The four messages of Material's workers: set up, ready, query, result.
_ASK = """async ({worker, index, queries}) => {
  const held = new Worker(worker);
  let heard = null;
  held.onmessage = (event) => heard(event.data);
  const ask = (message) => new Promise((done) => { heard = done; held.postMessage(message); });
  const {config, docs} = await (await fetch(index)).json();
  await ask({type: 0, data: {config, docs, options: {suggest: false}}});
  const found = [];
  for (const query of queries) found.push((await ask({type: 2, data: query})).data);
  held.terminate();
  return found;
}"""


@dataclass(frozen=True)
class Query:
    """What a reader typed, and the stories that must be found. `form` says how its words stand to the stories'."""

    text: str
    form: str
    finds: frozenset[str]


@dataclass(frozen=True)
class Figures:
    """How well queries were answered: of the stories that should be found, the share among the first ten pages, and of
    the queries, those with a right story first, and among the first three."""

    number: int
    recall: float
    first: float
    among_three: float


def queries() -> list[Query]:
    """Return the readers' queries."""
    held = yaml.safe_load(QUERIES.read_text("utf-8"))
    return [Query(one["query"], one["form"], frozenset(one["finds"])) for one in held]


def ask(page: Page, texts: list[str], worker: str = OURS) -> list[dict[str, Any]]:
    """Put queries to a search worker of the site that a page is open in, and return its answers."""
    base = page.evaluate(
        "new URL(JSON.parse(document.getElementById('__config').textContent).base + '/', location.href).href"
    )
    given = {"worker": base + worker, "index": f"{base}search/search_index.json", "queries": texts}
    answers: list[dict[str, Any]] = page.evaluate(_ASK, given)
    return answers


def found(answer: dict[str, Any]) -> list[str]:
    """The pages that were found, best first: the last part of each address."""
    places = [group[0]["location"].partition("#")[0].strip("/") for group in answer["items"]]
    return [place.rpartition("/")[2].removesuffix(".html") for place in places]


def figures(asked: list[Query], answers: list[dict[str, Any]]) -> Figures:
    """Count how well queries were answered."""
    ranks, recalls = [], []
    for query, answer in zip(asked, answers, strict=True):
        pages = found(answer)[:SHOWN]
        recalls.append(len(query.finds & set(pages)) / len(query.finds))
        ranks.append(next((at for at, page in enumerate(pages, 1) if page in query.finds), 0))
    number = len(asked)
    first, among_three = (sum(0 < rank <= most for rank in ranks) / number for most in (1, 3))
    return Figures(number, sum(recalls) / number, first, among_three)
