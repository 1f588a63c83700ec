"""The pamphlet: what it says and in what order, for a print shop and to fold, and which stories are in it."""

import re
from pathlib import Path

import pytest

from hverdag.features.pamphlet.model import Pamphlet, PamphletSection
from hverdag.features.pamphlet.plan import PamphletView
from hverdag.model.handbook import Handbook
from hverdag.model.texts.story import Story
from hverdag.model.texts.value import Value
from tests import pdf
from tests.conftest import ROOT, Publication, planned
from tests.handbooks import handbook_of, with_settings

A5 = (148.0, 210.0)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(ROOT)


@pytest.fixture(scope="module")
def made(handbook: Handbook) -> dict[str, Path]:
    return pdf.printed(ROOT, planned(handbook), "pjece")


def test_the_pamphlet_says_all_it_should_in_order(made: dict[str, Path], handbook: Handbook) -> None:
    reader = pdf.read(made["pjece.pdf"])
    foot = pdf.squeezed(f"{handbook.settings.edition} {handbook.settings.organisation}")
    text = "".join(re.sub(f"{foot}[0-9]*$", "", pdf.squeezed(page)) for page in pdf.pages(reader))
    pamphlet = handbook.settings.of(PamphletSection).pamphlet
    stories = [handbook.story_by_id[id] for id in pamphlet.stories]
    expected = [
        handbook.settings.title,
        handbook.settings.edition,
        pamphlet.introduction,
        *(part for value in handbook.values for part in (value.name, value.promise, *value.signs)),
        *(part for story in stories for part in (story.title, story.summary, *story.body.text.split("\n"))),
        *(part for fact in handbook.settings.facts for part in (fact.name, fact.text)),
        *pamphlet.take_part,
        handbook.settings.contact.mail,
        handbook.settings.notice,
    ]
    at = 0
    for part in expected:
        found = text.find(pdf.squeezed(part), at)
        assert found >= 0, part
        at = found + len(pdf.squeezed(part))
    assert pdf.is_accessible(reader, "da-DK")
    assert all(pdf.fonts(reader).values())
    assert {pdf.millimetres(page.mediabox) for page in reader.pages} == {A5}
    assert all("1. udgave" in page for number, page in enumerate(pdf.pages(reader)))


def test_the_pamphlet_names_the_page_each_part_begins_on(made: dict[str, Path]) -> None:
    pages = pdf.pages(pdf.read(made["pjece.pdf"]))
    for title in ("Vores værdier", "Nøglen", "Madpakken", "Skærmen", "Din egen fortælling"):
        line = next(line for line in pages[1].split("\n") if line.startswith(title))
        number = int(line.rsplit(".", 1)[1])
        assert pages[number - 1].startswith(title)
        assert pages[number - 1].rstrip().endswith(str(number))


def test_a_print_shop_gets_bleed_crop_marks_and_whole_sheets(made: dict[str, Path]) -> None:
    reader = pdf.read(made["pjece-trykkeri.pdf"])
    assert len(reader.pages) % 4 == 0
    for page in reader.pages:
        assert pdf.millimetres(page.trimbox) == A5
        assert pdf.millimetres(page.mediabox) == pdf.millimetres(page.bleedbox) == (154.0, 216.0)
        assert round(float(page.trimbox.left) * pdf.POINT, 2) == 3.0
    text = pdf.squeezed("".join(pdf.pages(reader)))
    for page in pdf.pages(pdf.read(made["pjece.pdf"])):
        assert pdf.squeezed(page).rstrip("0123456789")[:60] in text


@pytest.mark.parametrize("number", [1, 2, 5, 9])
def test_a_pamphlet_of_any_number_of_values_is_laid_out(handbook: Handbook, number: int) -> None:
    values = (*handbook.values, *handbook.values[:2])[:number]
    named = tuple(
        value.model_copy(update={"path": f"values/v{at}.md", "name": f"Nr. {at}"}) for at, value in enumerate(values)
    )
    changed = with_settings(handbook.with_documents(Value, named).with_documents(Story, []), values=number)
    found = pdf.printed(ROOT, planned(changed), "pjece", "kort-vaerdier")
    pages = len(pdf.read(found["pjece.pdf"]).pages)
    assert pages == 2 + (number + 1) // 2 + 3
    assert len(pdf.read(found["pjece-ark.pdf"]).pages) == 2 * -(-pages // 4)


def test_long_promises_and_forty_facts_are_printed_whole(handbook: Handbook) -> None:
    promise = ("Vi lover hinanden at sige det, som det er, også når det er svært at få sagt. " * 4)[:300].strip()
    values = [value.model_copy(update={"promise": promise}) for value in handbook.values]
    fact = handbook.settings.facts[0]
    facts = tuple(fact.model_copy(update={"id": f"f{at}", "name": f"Tal nummer {at}"}) for at in range(40))
    changed = with_settings(handbook.with_documents(Value, values), facts=facts)
    found = pdf.printed(ROOT, planned(changed), "pjece", "kort-vaerdier", "kort-spoergsmaal")
    text = pdf.squeezed("".join(pdf.pages(pdf.read(found["pjece.pdf"]))))
    assert text.count(pdf.squeezed(promise)) == 7
    assert [at for at in range(40) if pdf.squeezed(f"Tal nummer {at} {fact.text}") not in text] == []
    cards = pdf.squeezed("".join(pdf.pages(pdf.read(found["kort-vaerdier.pdf"]))))
    assert cards.count(pdf.squeezed(promise)) == 7


def test_the_pamphlet_takes_stories_of_three_values_where_none_are_chosen(handbook: Handbook) -> None:
    plan = planned(with_settings(handbook, pamphlet=Pamphlet()))
    (view,) = (one.view for one in plan.views if isinstance(one.view, PamphletView))
    stories = [story for story, _ in view.stories]
    assert [story.code for story in stories] == ["F01", "F02", "F03"]
    assert len({story.values[0] for story in stories}) == 3


def test_an_unpublished_story_in_the_pamphlet_is_a_warning(good: Publication) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", text + "pamphlet:\n  stories: [kladden, vindue]\n")
    found = {problem.rule: problem for problem in good.problems() if problem.rule.startswith("pamphlet")}
    assert found["pamphlet-published"].level == "warning"
    assert found["pamphlet-story"].parameters == {"given": "vindue", "suggestion": "vinduet"}


def test_the_sheets_are_the_same_whenever_they_are_made(
    handbook: Handbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for name in ("first", "second"):
        monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / name))
        found.append(pdf.printed(ROOT, planned(handbook), "pjece")["pjece-ark.pdf"].read_bytes())
    assert found[0] == found[1]
