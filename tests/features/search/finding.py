"""How well a search finds: readers' queries put to the search worker in a real Chromium."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

QUERIES = Path(__file__).parent / "queries.yml"
SHOWN = 10
"""How far down a list anyone looks."""

_ASK = """async (queries) => {
  const {worker, load, pages} = document.querySelector("dialog.hv-search").dataset;
  const whole = (address) => new URL(address, location.href).href;
  const held = new Worker(whole(worker));
  const found = [];
  for (const query of queries) {
    const heard = new Promise((done) => { held.onmessage = (event) => done(event.data.found); });
    held.postMessage({query, load: load.trim().split(/\\s+/).map(whole), pages: whole(pages)});
    found.push(await heard);
  }
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


def ask(page: Page, texts: list[str]) -> list[dict[str, Any]]:
    """Put queries to the search worker of the site that a page is open in, and return its answers."""
    answers: list[dict[str, Any]] = page.evaluate(_ASK, texts)
    return answers


def found(answer: dict[str, Any]) -> list[str]:
    """The pages that were found, best first: the last part of each address."""
    places = [hit["address"].partition("#")[0].strip("/") for hit in answer["items"]]
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
