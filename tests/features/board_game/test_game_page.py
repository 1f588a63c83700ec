"""The page of the game, what leads to it, and handbooks that have none."""

import re
from pathlib import Path

import pytest

from hverdag.features.board_game.plan import GameSheetView, GameView
from hverdag.features.board_game.printed import GROUP
from hverdag.features.board_game.rules import game_values
from hverdag.features.registry import registry
from hverdag.model.handbook import Handbook
from hverdag.model.language import Language
from hverdag.model.problem import Level
from tests.conftest import TODAY, Publication, planned
from tests.handbooks import with_settings

from .games import SAMPLE, made_up


def has_game(handbook: Handbook) -> bool:
    return any(isinstance(one.view, GameView | GameSheetView) for one in planned(handbook).views)


@pytest.mark.parametrize("count", [1, 4, 13, 20])
def test_too_few_values_or_too_many_make_no_game_and_a_hint(count: int) -> None:
    handbook = many(count)
    assert not has_game(handbook)
    (problem,) = game_values.check(handbook, TODAY)
    assert problem.level is Level.HINT
    assert problem.source == handbook.settings.at("values")
    assert problem.parameters["count"] == count
    sample = str(problem.parameters["sample"])
    printed = sample.removeprefix("printed: [").removesuffix("]").split(", ")
    assert {*printed, GROUP.id} == set(handbook.settings.printed)
    assert GROUP.id not in printed
    assert list(game_values.check(with_settings(handbook, printed=("cards",)), TODAY)) == []


def many(count: int) -> Handbook:
    """The handbook with so many values; the marks of twelve are used again."""
    shown = made_up(min(count, 12), 3, dilemmas=False)
    extra = [
        shown.values[0].model_copy(update={"path": f"values/x{at}.md", "code": f"V{at}"}) for at in range(12, count)
    ]
    return shown.handbook.with_documents(type(shown.values[0]), [*shown.values, *extra])


@pytest.mark.parametrize("count", [5, 12])
def test_from_five_to_twelve_there_is_a_game_and_no_hint(count: int) -> None:
    assert has_game(many(count))
    assert list(game_values.check(many(count), TODAY)) == []


def test_a_handbook_that_is_being_set_up_is_told_nothing(good: Publication) -> None:
    assert "game-values" not in good.rules()


def test_without_its_group_nothing_of_the_game_is_made() -> None:
    assert not has_game(with_settings(SAMPLE, printed=("cards", "posters")))


def test_the_page_says_it_all_and_leads_to_each_file(sample: Path) -> None:
    page = (sample / "braetspil/index.html").read_text("utf-8")
    files = {f"../print/{path.name}" for path in (sample / "print").glob("braetspil-*.pdf")}
    assert len(files) == 11
    assert files <= set(re.findall(r'href="([^"]+)"', page))
    assert "../print/kursusevaluering.pdf" in page
    squares = page.partition("<ol>")[0] + page.rpartition("<ol>")[2].partition("</ol>")[0]
    assert squares.count("<li>") >= 24
    for value in SAMPLE.values:
        assert f"<li>{value.name}</li>" in page


def test_the_talk_page_and_the_short_address_lead_to_it(sample: Path) -> None:
    assert 'href="../braetspil/"' in (sample / "samtale/index.html").read_text("utf-8")
    assert 'href="../../braetspil/"' in (sample / "f/braetspil/index.html").read_text("utf-8")


def test_a_receipt_can_say_that_it_was_played() -> None:
    own = next(one for one in registry().features if one.id == "board_game")
    assert own.tools is not None
    assert [tool.code for tool in own.tools(SAMPLE)] == ["braetspil"]
    assert [tool.code for tool in own.tools(with_settings(SAMPLE, language=Language.ENGLISH))] == ["board-game"]
