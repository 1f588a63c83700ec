"""What is printed besides guides: what may be, and what is told of it."""

import re
from pathlib import Path

import pytest

from hverdag.features.book.plan import BookView
from hverdag.features.cards.plan import DeckView
from hverdag.features.pamphlet.plan import PamphletView
from hverdag.locale import catalogue
from hverdag.model.artifact import Artifact
from hverdag.model.handbook import Handbook
from hverdag.model.texts.story import State, Story
from hverdag.publish.pdf import printed as facts
from hverdag.reports.print_list import print_list
from tests import pdf
from tests.conftest import ROOT, planned
from tests.handbooks import handbook_of, with_settings


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(ROOT)


@pytest.fixture(scope="module")
def made(handbook: Handbook) -> dict[str, Path]:
    return pdf.printed(ROOT, planned(handbook), "pjece", "kort-vaerdier", "kort-dilemmaer", "kort-spoergsmaal")


def test_only_what_is_published_is_printed(handbook: Handbook) -> None:
    drafts = [story.model_copy(update={"state": State.DRAFT}) for story in handbook.stories]
    plan = planned(handbook.with_documents(Story, drafts), preview=True)
    assert len(plan.shown.stories) == len(handbook.stories)
    views = [one.view for one in plan.views if one.view.printable]
    assert [code for view in views for code in view.story_codes] == []
    assert [view.stories for view in views if isinstance(view, BookView | PamphletView)] == [(), ()]
    assert [card.story for view in views if isinstance(view, DeckView) for card in view.cards if card.story] == []
    assert "dilemma-cards" not in {view.printable.product.id for view in views if view.printable}


def test_what_is_told_of_each_pdf_is_what_another_library_finds_in_it(made: dict[str, Path]) -> None:
    held = {name: path for name, path in made.items() if name.endswith(".pdf")}
    assert any("trykkeri" in name for name in held)
    for fact in facts([Artifact(name, path) for name, path in held.items()], held):
        reader = pdf.read(held[fact.path])
        assert (fact.pages, fact.size) == (len(reader.pages), held[fact.path].stat().st_size)
        assert (fact.width, fact.height) == pdf.millimetres(reader.pages[0].trimbox)


def test_the_build_lists_each_printable(made: dict[str, Path]) -> None:
    artifacts = [Artifact(f"print/{name}", path) for name, path in made.items()]
    wanted = ("print/pjece.pdf", "print/pjece-ark.pdf", "print/pjece-trykkeri.pdf", "print/findes-ikke.pdf")
    lines = list(print_list(facts(artifacts, wanted), catalogue("da")))
    assert [line.split()[:4] for line in lines] == [
        ["print/pjece.pdf", "12", "sider", "A5"],
        ["print/pjece-ark.pdf", "6", "sider", "A4"],
        ["print/pjece-trykkeri.pdf", "12", "sider", "A5"],
    ]
    assert all(re.search(r" [0-9]+ kB$", line) for line in lines)


@pytest.mark.parametrize("title", ["Kommunikationshåndbog", "Virksomhedsværdihåndbogen", "W" * 24])
def test_a_long_word_in_a_title_is_set_so_that_it_has_room_on_the_covers(handbook: Handbook, title: str) -> None:
    """It was cut off at the edge of the pdf."""
    found = pdf.printed(ROOT, planned(with_settings(handbook, title=title)), "pjece", "haandbog")
    for name in ("pjece.pdf", "haandbog.pdf"):
        (size,) = {size for size, text in pdf.sizes(pdf.read(found[name]).pages[0]) if text.strip() == title}
        # A W is almost as wide as it is tall; other letters are half of that.
        width = size * pdf.POINT * sum(0.95 if letter == "W" else 0.52 for letter in title)
        assert width < 124, (name, size)
