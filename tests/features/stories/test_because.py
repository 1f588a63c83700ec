"""Why a story is told, in the teller's own words: below the text, wherever the whole text is read."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Publication, copied
from tests.features.coverage.stories import demand_little, tell
from tests.told import told

REASON = "Jeg åbnede selv vinduet & tav."


@pytest.fixture(scope="module")
def reasoned(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    made = copied("good", tmp_path_factory.mktemp("because"))
    made.change("stories/doeren.md", "questions:", f"because: {REASON}\nquestions:")
    report = made.build()
    assert report.built, report.problems
    return made


def text_of(path: Path) -> str:
    text = unescape(re.sub(r"<[^>]+>", " ", "\n".join(told(path))))
    return " ".join(text.replace("\u00ad", "").split())


def test_it_stands_below_the_text_on_the_page_and_before_the_talk(reasoned: Publication) -> None:
    page = reasoned.page("fortaellinger/doeren/index.html")
    assert "Jeg åbnede selv vinduet &amp; tav." in page
    assert (
        page.index("hv-story")
        < page.index('<h2 id="because">Derfor fortæller jeg den</h2>')
        < page.index('id="questions"')
    )
    assert "Derfor fortæller jeg den" not in reasoned.page("fortaellinger/vinduet/index.html")


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_it_stands_on_paper_and_in_word(reasoned: Publication, ending: str) -> None:
    (path,) = (path for path in reasoned.site.rglob(f"*doeren-kort*.{ending}"))
    assert f"Derfor fortæller jeg den {REASON}" in text_of(path)


def test_it_stands_in_the_book_and_is_found_by_a_search(reasoned: Publication) -> None:
    assert any(f"Derfor fortæller jeg den {REASON}" in text_of(path) for path in reasoned.site.rglob("*bog*.pdf"))
    assert "åbnede" in reasoned.page("search/data.js")


@pytest.mark.parametrize(
    ("state", "levels"),
    [("published", ["error"]), ("in-review", ["warning"]), ("draft", []), ("declined", []), ("retired", [])],
)
def test_whoever_tells_a_story_says_why(good: Publication, state: str, levels: list[str]) -> None:
    tell(good, "F50", "", state=state)
    good.change("stories/fortaelling-f50.md", "because: Det var sådan, det var.", "because:")
    found = [problem for problem in good.problems() if problem.rule == "story-because"]
    assert [problem.level for problem in found] == levels


def test_nobody_says_why_for_a_made_up_story_or_where_it_is_not_demanded(good: Publication) -> None:
    tell(good, "F50", "", origin="illustrative")
    good.change("stories/fortaelling-f50.md", "because: Det var sådan, det var.\n", "")
    assert "story-because" not in good.rules()
    tell(good, "F50", "")
    good.change("stories/fortaelling-f50.md", "because: Det var sådan, det var.\n", "")
    assert "story-because" in good.rules()
    demand_little(good, "  because: false\n")
    assert "story-because" not in good.rules()
