"""What leaders look for in their own words. The queries were written by someone who had not seen the search or its
themes, and so were the names of the themes that are right for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from hverdag.model.handbook import Handbook
from hverdag.model.themes import theme_key
from tests.chromium import Visit
from tests.conftest import ROOT, read
from tests.features.search.finding import ask, found

QUERIES = Path(__file__).parent / "topic_queries.yml"
SHOWN = 3
LEAST = 34


@dataclass(frozen=True)
class TopicQuery:
    """What a leader types, and the themes and stories that are right, by the last part of their addresses."""

    text: str
    right: frozenset[str]


def topic_queries(handbook: Handbook) -> list[TopicQuery]:
    """Return the queries. A theme that no story is about is right where search shows a theme near it."""
    held = yaml.safe_load(QUERIES.read_text("utf-8"))
    return [TopicQuery(one["query"], frozenset((*one["stories"], *_right(handbook, one["themes"])))) for one in held]


def _right(handbook: Handbook, names: Iterable[str]) -> Iterable[str]:
    told = {theme.id for story in handbook.published for theme in handbook.themes_of(story)}
    for name in names:
        theme = handbook.theme_by_key.get(theme_key(name))
        if theme:
            yield from (theme.address_name,) if theme.id in told else theme.near
        elif name in handbook.value_by_id:
            yield name


def shown(answer: dict[str, Any]) -> list[str]:
    """The first that a reader is shown: themes stand before pages."""
    themes = [theme["address"].strip("/").rpartition("/")[2] for theme in answer["themes"]]
    return [*themes, *found(answer)][:SHOWN]


def test_there_are_forty_queries_and_nearly_all_have_an_answer() -> None:
    asked = topic_queries(read(ROOT))
    assert len({query.text for query in asked}) == len(asked) == 40
    assert sum(bool(query.right) for query in asked) >= 39


@pytest.mark.browser
def test_leaders_find_a_theme_or_a_story_for_what_they_type(visit: Visit) -> None:
    page = visit.open("")
    asked = topic_queries(read(ROOT))
    answers = ask(page, [query.text for query in asked])
    missed = [query.text for query, answer in zip(asked, answers, strict=True) if not query.right & set(shown(answer))]
    assert len(asked) - len(missed) >= LEAST, missed


@pytest.mark.browser
def test_no_query_is_answered_by_an_empty_page(visit: Visit) -> None:
    page = visit.open("")
    for answer in ask(page, ["qqqqqq", "det er", "sygefravær", "vi har travlt", "???"]):
        assert answer["themes"]
        assert all(theme["name"] and theme["address"].startswith("emner/") for theme in answer["themes"])
        assert all(theme["count"] > 0 for theme in answer["themes"])
