"""What the guides of the golden publication are: their views, whole, and what stands on the pages of others."""

from dataclasses import replace

import pytest

from hverdag.features.guides.plan import (
    ComposerView,
    GuideListView,
    GuidesView,
    GuideView,
    TalkView,
    plan,
    ready_guides,
    talks,
)
from hverdag.features.index import Index
from hverdag.model.meeting import GuideStep, MeetingPlan, plan_meeting
from hverdag.model.message import message
from hverdag.model.shown import Shown
from hverdag.model.texts.method import Brings, Method, Step
from hverdag.model.texts.story import State, Story
from hverdag.model.view import Coded, Lead, View
from tests.conftest import GOLDEN, TODAY, read
from tests.features.guides.planned import guides_of


@pytest.fixture(scope="module")
def shown() -> Shown:
    return Shown(read(GOLDEN / "good"), TODAY)


@pytest.fixture(scope="module")
def views(shown: Shown) -> list[View]:
    return list(plan(shown, Index([])))


def test_a_guide_has_a_page_two_files_a_code_and_its_stories(shown: Shown, views: list[View]) -> None:
    guide = next(one for one in guides_of(shown) if one.path == "guides/vejen/mod")
    codes = ("F02", "F01")
    leads = (
        Lead(message("See the guide"), "guides/vejen/mod"),
        Lead(message("Get it on paper (PDF)"), "guides/vejen/mod.pdf"),
    )
    title = message("{method}: {subject}", method="Vejen", subject="Mod")
    assert views[5] == GuideView(
        story_codes=codes,
        title_codes=codes,
        subject="values/mod.md",
        places=(
            ("guides/vejen/mod", "guider/vejen/mod/"),
            ("guides/vejen/mod.pdf", "print/vejen/mod-vejen.pdf"),
            ("guides/vejen/mod.docx", "print/vejen/mod-vejen.docx"),
        ),
        coded=Coded("V02-M02", message("Guide"), title, leads, codes),
        guide=guide,
        told=(shown.by_id["vinduet"],),
    )


def test_the_composer_and_the_talk_know_every_story_that_may_be_printed(shown: Shown, views: list[View]) -> None:
    guides = list(guides_of(shown))
    methods = shown.handbook.methods
    assert [type(view) for view in views] == [*[GuideView] * 6, ComposerView, TalkView, GuideListView]
    assert views[6] == ComposerView(
        story_codes=("F01", "F02"),
        places=(("guides/compose", "guider/sammensaet/"),),
        stories=shown.on_paper,
        plans=tuple(plan_meeting(method, shown.values) for method in methods),
        former={},
        values=shown.values,
        of_value=shown.on_paper_of_value,
    )
    assert views[7] == TalkView(
        story_codes=("F01", "F02"),
        guides={"kort": (guides[0], guides[1]), "vejen": (guides[2], guides[3])},
        now="vinduet",
        values=shown.values,
    )
    assert views[8] == GuideListView(
        story_codes=("F01", "F02"), places=(("guides/", "guider/"),), talk=views[7], methods=methods
    )


def test_without_methods_there_is_no_composer_and_without_stories_none_to_read(shown: Shown) -> None:
    bare = replace(shown, handbook=shown.handbook.with_documents(Method, ()).with_documents(Story, ()))
    assert list(plan(bare, Index([]))) == [TalkView(story_codes=(), guides={}, now="", values=bare.values)]


def test_each_story_and_each_value_shows_its_guides(shown: Shown, views: list[View]) -> None:
    guides = list(guides_of(shown))
    assert talks(shown, views) == {
        "stories/doeren.md": GuidesView(story_codes=("F01",), guides=(guides[0], guides[2])),
        "stories/vinduet.md": GuidesView(story_codes=("F02",), guides=(guides[1], guides[3])),
        "values/tillid.md": GuidesView(story_codes=("F01",), guides=(guides[4],)),
        "values/mod.md": GuidesView(story_codes=("F02", "F01"), guides=(guides[5],)),
    }


def test_each_method_shows_its_guides_and_one_that_is_not_ready_shows_none(shown: Shown) -> None:
    short, road = shown.handbook.methods
    waiting = short.model_copy(update={"ready": False})
    changed = replace(shown, handbook=shown.handbook.with_documents(Method, (waiting, road)))
    guides = tuple(guides_of(changed))
    assert ready_guides(changed, list(plan(changed, Index([])))) == {
        "docs/metoder/kort.md": GuidesView(story_codes=(), guides=(), method=waiting),
        "docs/metoder/vejen.md": GuidesView(story_codes=("F01", "F02"), guides=guides, method=road),
    }


def test_a_story_that_is_not_published_has_no_guide(shown: Shown) -> None:
    stories = [
        one.model_copy(update={"state": State.DRAFT}) if one.id == "doeren" else one for one in shown.handbook.stories
    ]
    changed = replace(shown, handbook=shown.handbook.with_documents(Story, stories))
    assert [one.path for one in guides_of(changed)] == [
        "guides/kort/vinduet",
        "guides/vejen/vinduet",
        "guides/vejen/mod",
    ]


# The plan of a meeting.

FIRST = GuideStep(Step.model_validate({"name": "Forbered", "before": True}), 0, 15, 0)
READ = GuideStep(Step.model_validate({"name": "Læs", "shows": [Brings.TEXT], "stop": True}), 1, 5, 0, 2, 0)
TELL = GuideStep(Step.model_validate({"name": "Fortæl", "shows": [Brings.SUMMARY]}), 2, 10, 5, 3, 2, ("Hvem?",))
SHEET = GuideStep(Step.model_validate({"name": "Skriv", "sheet": True, "stop": True}), 3, 5, 15, 0, 0, ("Hvad?",))
MEETING = MeetingPlan(method=Method(), steps=(FIRST, READ, TELL, SHEET))


def test_a_step_says_when_it_is_in_minutes_or_by_the_clock() -> None:
    assert TELL.when("") == "5–15"
    assert TELL.when("9.30") == "9.35–9.45"
    assert TELL.when("9.30", "en") == "9:35–9:45"
    assert (READ.reads, READ.tells, TELL.reads, TELL.tells) == (True, False, False, True)


def test_a_plan_parts_what_comes_before_from_the_meeting() -> None:
    assert MEETING.before == (FIRST,)
    assert MEETING.meeting == (READ, TELL, SHEET)
    assert (MEETING.minutes, MEETING.short) == (20, 5)
    assert MEETING.sheet == (SHEET,)
    assert MEETING.stops == {1: 1, 3: 2}
    assert (MEETING.stories, MEETING.more, MEETING.all_values, MEETING.too_long) == ((), (), (), 0)
    assert not MEETING.shows_values
