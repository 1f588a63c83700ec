"""The tools run: each finds what is wrong with a page that is bad, and exceptions are of what they still find."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.chromium import Window

from .axe import axe
from .conftest import Reach
from .finding import FILE, Exempt, Finding, covered, exceptions, left
from .nu import nu
from .qualweb import qualweb
from .states import STATES, State

BAD = Path(__file__).with_name("bad.html")
BY_NAME = {state.name: state for state in STATES}


def rules(findings: list[Finding]) -> set[str]:
    return {one.rule for one in findings if not one.is_question}


AXE = {"html-has-lang", "document-title", "image-alt", "label", "link-name", "color-contrast"}
QUALWEB = {"QW-ACT-R1", "QW-ACT-R2", "QW-ACT-R12", "QW-ACT-R16", "QW-ACT-R17", "QW-ACT-R37"}
QUALWEB |= {"QW-WCAG-T2", "QW-WCAG-T19", "QW-WCAG-T25", "QW-WCAG-T35"}
NU = ("Duplicate ID “navn”", "must have an “alt” attribute", "“p” not allowed as child")


@pytest.mark.browser
def test_axe_and_qualweb_find_what_is_wrong_with_a_bad_page(window: Window) -> None:
    page = window.context.new_page()
    page.goto(BAD.as_uri())
    found, asked = list(axe(page)), qualweb(page, BAD.read_text("utf-8"))
    told = "\n".join(left([*found, *asked], page))
    page.close()
    assert rules(found) >= AXE
    assert rules(asked) >= QUALWEB
    assert [rule for rule in AXE | QUALWEB if f" {rule}: " not in told] == [], "an exception covers what is wrong"


@pytest.mark.browser
def test_axe_measures_the_contrast_of_every_kind_of_text(window: Window) -> None:
    """Of many alike it measures a few; one that is not like them is none of them."""
    page = window.context.new_page()
    many = "<p>Sort på hvidt</p>" * 50
    others = (
        "<p id=light style='color: #bbb'>Lyst på hvidt</p>",
        "<div style='background: #222'><p id=dark>Sort på mørkt</p></div>",
        "<p style='opacity: 0.2'><b id=faint style='font-weight: inherit'>Sort og svagt</b></p>",
        "<p id=over style='position: absolute; background: #222'>Sort på mørkt, et andet sted</p>",
    )
    page.set_content(f"<main style='color: #000'>{many}{many.join(others)}{many}</main>")
    found = [one.element for one in axe(page) if one.rule == "color-contrast"]
    page.set_content(f"<main style='color: #bbb'>{many}</main>")
    alike = [one for one in axe(page) if one.rule == "color-contrast"]
    page.close()
    assert found == ["#light", "#dark", "#faint", "#over"]
    assert 0 < len(alike) < 10


def test_the_nu_html_checker_finds_what_is_wrong_with_a_bad_page() -> None:
    found = [finding for path, finding in nu([BAD]) if path == BAD]
    told = "\n".join(left(found))
    assert [words for words in NU if words not in told] == [], told
    assert "error" in rules(found)


def test_an_exception_names_a_state_and_a_reason() -> None:
    held: dict[str, list[dict[str, Any]]] = yaml.safe_load(FILE.read_text("utf-8"))
    assert set(held) == {"faults", "questions"}
    for known in exceptions():
        assert known.state in BY_NAME, known
        assert len(known.reason.split()) >= 5, known


def _states_of_exceptions() -> list[State]:
    return [BY_NAME[name] for name in dict.fromkeys(known.state for known in exceptions()) if name in BY_NAME]


@pytest.mark.browser
@pytest.mark.parametrize("state", _states_of_exceptions(), ids=lambda state: state.name)
def test_every_exception_is_of_what_a_tool_still_finds(reach: Reach, state: State, tmp_path: Path) -> None:
    wanted = [known for known in exceptions() if known.state == state.name and not known.is_of_a_moment]
    with reach(state) as visit:
        (tmp_path / "page.html").write_text(visit.page.content(), encoding="utf-8")
        used = covered([*axe(visit.page), *qualweb(visit.page, "")], wanted, visit.page)
        if any(known.tool == "nu" for known in wanted):
            used |= covered([finding for _, finding in nu([tmp_path / "page.html"])], wanted)
    stale = [known for known in wanted if known not in {exempt for _, exempt in used}]
    assert stale == [], "these match nothing any longer: take them out of exceptions.yml"


def test_an_exception_covers_its_own_rule_and_no_other() -> None:
    known = Exempt("nu", "error", "<b", "front", "en grund til det hele", told="Bad")
    bad = Finding("nu", "error", "<b>", "Bad value")
    assert covered([bad], [known]) == {(bad, known)}
    for other in (
        Finding("nu", "warning", "<b>", "Bad value"),
        Finding("nu", "error", "<i>", "Bad value"),
        Finding("nu", "error", "<b>", "Good value"),
        Finding("nu", "error", "<b>", "Bad value", is_question=True),
        Finding("axe", "error", "<b>", "Bad value"),
    ):
        assert covered([other], [known]) == set(), other
