"""PDFs read aloud: the order of the tags, the order of what is drawn, and the order of the source are one.

What pamphlet, posters and book say, and in what order, is held to their sources in their own tests.
"""

import json
from pathlib import Path

import pytest

from hverdag.features.cards.plan import DeckView
from hverdag.features.guides.addresses import print_address
from hverdag.model.artifact import DerivedPdf, Paper
from hverdag.pipeline.plan import SitePlan
from tests import pdf
from tests.conftest import ROOT
from tests.guide_order import guide_in_order, in_order
from tests.guide_papers import guide_data, guide_views, plan_of
from tests.reading_order import as_drawn, by_tags


@pytest.fixture(scope="module")
def plan() -> SitePlan:
    return plan_of(ROOT)


def one_of_each_kind(site: Path) -> list[Path]:
    """Return every PDF but guides, and the first guide of each method."""
    guides = {path.parent: path for path in sorted((site / "print").glob("*/*.pdf"), reverse=True)}
    return sorted([*(site / "print").glob("*.pdf"), *guides.values()])


@pytest.mark.slow
def test_what_is_read_aloud_is_what_is_drawn_in_its_order(sample: Path, plan: SitePlan) -> None:
    untagged = {sample / one.path for one in pdf.outputs(plan)[0] if isinstance(one, DerivedPdf)}
    papers = [path for path in one_of_each_kind(sample) if path not in untagged]
    assert len(papers) > 60
    for path in papers:
        spoken = [pdf.squeezed(page) for page in by_tags(path)]
        assert spoken == [pdf.squeezed(page) for page in as_drawn(path)], path.name
        assert any(spoken)


def test_each_method_s_guide_reads_in_the_order_of_its_texts(sample: Path, plan: SitePlan) -> None:
    of_methods = {path.split("/")[1]: path for path in guide_views(plan)}
    assert len(of_methods) >= 6
    for path in of_methods.values():
        data = guide_data(plan, path)
        file = sample / print_address(guide_views(plan)[path].guide, "pdf")
        assert in_order(list(guide_in_order(data)), pdf.squeezed("".join(by_tags(file)))) == [], path


def test_backs_of_cards_are_read_after_their_fronts_in_the_same_order(sample: Path, plan: SitePlan) -> None:
    decks = [one.view for one in plan.views if isinstance(one.view, DeckView)]
    papers = {one.path: one for one in pdf.outputs(plan)[0] if isinstance(one, Paper)}
    assert decks
    for deck in decks:
        assert deck.printable
        paper = papers[f"print/{deck.printable.name}-dobbelt.pdf"]
        cards, pages = json.loads(paper.data)["cards"], [pdf.squeezed(page) for page in by_tags(sample / paper.path)]
        for at, fronts in enumerate(pages[::2]):
            on_sheet, backs = cards[8 * at : 8 * at + 8], pages[2 * at + 1]
            assert in_order([words for card in on_sheet for words in (card["title"], card["text"])], fronts) == []
            assert in_order([words for card in on_sheet for words in (card["title"], *card["more"])], backs) == []
