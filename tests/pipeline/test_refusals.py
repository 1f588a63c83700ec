"""No feature passes the consent gate: what names a story that is out is refused, page, slot, paper and private file."""

from dataclasses import replace
from datetime import date

import pytest

from hverdag.features.feature import Feature
from hverdag.features.kit import Slot
from hverdag.model.artifact import Artifact, Paper, PrivateFile, StoryCodes, Template
from hverdag.model.held_data import NOTHING_ABOUT_PEOPLE
from hverdag.model.problem import Source
from hverdag.model.texts.consent import Channel, Consent
from hverdag.model.texts.story import Story
from hverdag.model.view import View
from hverdag.pipeline.outputs import Outputs, render_views
from hverdag.pipeline.plan import FilledSlot, PlannedView, SitePlan
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.refusals import refusals
from hverdag.pipeline.render import gated_plan
from tests.conftest import GOLDEN, TODAY

LEAKY = Feature(id="leaky", holds_about_people=NOTHING_ABOUT_PEOPLE)
SLOT = Slot("story.after", lambda *_: {}, lambda *_: None)  # type: ignore[arg-type, return-value]


def plan_of(consent: Consent) -> SitePlan:
    """The golden publication, in which the story F01 has a consent."""
    publication = read_and_check(GOLDEN / "good", TODAY)
    handbook = publication.handbook
    stories = [
        story.model_copy(update={"consent": consent}) if story.code == "F01" else story for story in handbook.stories
    ]
    return gated_plan(publication, TODAY, handbook.with_documents(Story, stories))


@pytest.fixture(scope="module")
def withdrawn() -> tuple[SitePlan, Outputs]:
    plan = plan_of(Consent(reference="SAM-1", channels=tuple(Channel), withdrawn=date(2026, 11, 1)))
    return plan, render_views(plan, {}, "da")


@pytest.fixture(scope="module")
def off_paper() -> tuple[SitePlan, Outputs]:
    plan = plan_of(Consent(reference="SAM-1", channels=(Channel.INTRANET,), until=date(2030, 1, 1)))
    return plan, render_views(plan, {}, "da")


def paper(codes: StoryCodes) -> Paper:
    return Paper("print/leak.pdf", Template("a.typ", ()), "{}", Source("docs/a.md"), story_codes=codes)


def refused(plan: SitePlan, outputs: Outputs) -> list[tuple[str, object]]:
    return [(problem.rule, problem.parameters["given"]) for problem in refusals(plan, outputs)]


def test_what_our_own_features_plan_is_never_refused(
    withdrawn: tuple[SitePlan, Outputs], off_paper: tuple[SitePlan, Outputs]
) -> None:
    assert refused(*withdrawn) == []
    assert refused(*off_paper) == []
    assert any("F02" in planned.view.story_codes for planned in withdrawn[0].views)
    assert not any("F01" in planned.view.story_codes for planned in withdrawn[0].views)
    assert any("F01" in planned.view.story_codes for planned in off_paper[0].views)


def test_a_view_that_names_a_story_that_is_out_is_refused(withdrawn: tuple[SitePlan, Outputs]) -> None:
    plan, outputs = withdrawn
    leak = PlannedView(LEAKY, View(story_codes=("F02", "F01")))
    assert refused(replace(plan, views=(*plan.views, leak)), outputs) == [("consent-view", "leaky")]


def test_what_fills_a_slot_is_held_to_the_same(withdrawn: tuple[SitePlan, Outputs]) -> None:
    plan, outputs = withdrawn
    filled = (FilledSlot(SLOT, View(story_codes=("F01",))),)
    leaking = replace(plan, slots={**plan.slots, ("story.after", "stories/vinduet.md"): filled})
    assert refused(leaking, outputs) == [("consent-view", "story.after")]


def test_a_private_file_too(withdrawn: tuple[SitePlan, Outputs]) -> None:
    plan, outputs = withdrawn
    leak = PrivateFile("workplace.txt", "", ("F01",))
    assert refused(plan, replace(outputs, private=(leak,))) == [("consent-view", "workplace.txt")]


def test_paper_may_not_tell_of_a_story_that_may_only_be_read_on_the_screen(
    off_paper: tuple[SitePlan, Outputs],
) -> None:
    plan, outputs = off_paper
    assert refused(plan, replace(outputs, papers=(paper(("F01",)),))) == [("consent-view", "print/leak.pdf")]
    assert refused(plan, replace(outputs, papers=(paper(("F02",)),))) == []
    file = Artifact("print/leak.txt", "", ("F01",))
    assert refused(plan, replace(outputs, artifacts=(*outputs.artifacts, file))) == [("consent-view", "print/leak.txt")]
