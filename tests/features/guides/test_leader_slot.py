"""The slot guide.leader: what another feature adds where a leader writes down what was agreed."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from markupsafe import Markup

from hverdag.features.kit import Kit, Slot, Views
from hverdag.model.addresses import guide_path
from hverdag.model.shown import Shown
from hverdag.model.view import NO_STORIES, View
from hverdag.pipeline.outputs import Outputs, render_views
from hverdag.pipeline.plan import FilledSlot
from hverdag.web.page import Page
from tests.conftest import GOLDEN, planned, read

ADDED = "Her står aftalen."
ON_PAPER = "På papiret er der plads til at skrive"


def nothing(_: Shown, __: Views) -> Mapping[str, View]:
    return {}


def added(_: View, __: Page, ___: Kit) -> Markup:
    return Markup("<p>{}</p>").format(ADDED)


@pytest.fixture(scope="module")
def outputs() -> Outputs:
    """The golden publication, with an addition to one ready guide and to what is composed by one method."""
    plan = planned(read(GOLDEN / "good"))
    filled = (FilledSlot(Slot("guide.leader", nothing, added), View(story_codes=NO_STORIES)),)
    subjects = (guide_path("kort", "doeren"), "docs/metoder/vejen.md")
    slots = {**plan.slots, **{("guide.leader", subject): filled for subject in subjects}}
    return render_views(replace(plan, slots=slots), {}, "da")


def page_of(outputs: Outputs, address: str) -> str:
    return next(page.content for page in outputs.pages if page.address == address)


def test_it_stands_under_what_was_agreed_in_place_of_the_note_on_paper(outputs: Outputs) -> None:
    page = page_of(outputs, "guider/kort/doeren/")
    _, _, agreed = page.partition('<section class="hv-agreed"')
    assert ADDED in agreed.partition("</section>")[0]
    assert ON_PAPER not in page
    assert 'class="hv-agreement hv-paper"' in agreed


def test_another_guide_has_the_note_and_nothing_more(outputs: Outputs) -> None:
    page = page_of(outputs, "guider/kort/vinduet/")
    assert ON_PAPER in page
    assert ADDED not in page


def test_a_composed_guide_has_it_by_the_path_of_its_method(outputs: Outputs) -> None:
    scripts = {one.path: one.content for one in outputs.artifacts if "guide/methods" in one.path}
    (content,) = scripts.values()
    assert (content if isinstance(content, str) else content.decode()).count(ADDED) == 1
