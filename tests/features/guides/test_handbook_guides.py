"""Guides of the handbook itself: which stories they read, where they are found, and what tells of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hverdag.features.guides.addresses import moves
from hverdag.features.guides.model import Guide
from hverdag.features.guides.plan import ComposerView, GuideView
from hverdag.features.short_links.plan import ShortView
from hverdag.features.uptake import tools_of
from hverdag.model.build_target import BuildTarget
from hverdag.model.handbook import Handbook
from hverdag.model.language import Language
from hverdag.model.shown import Shown
from hverdag.model.texts.body import Body
from hverdag.model.texts.method import Brings, Method
from hverdag.model.texts.story import State, Story
from hverdag.model.uptake.tools import ToolKind
from hverdag.pipeline.plan import plan_site
from hverdag.workflows.review.compare import touched
from tests.conftest import TODAY, Publication, copied, planned, read
from tests.features.guides.chain_methods import METHODS, give_chain
from tests.features.guides.planned import guides_of


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return give_chain(copied("good", tmp_path_factory.mktemp("chain"))).root


@pytest.fixture(scope="module")
def handbook(root: Path) -> Handbook:
    return read(root)


def guides(handbook: Handbook, today: date = TODAY) -> dict[str, Guide]:
    return {guide.path: guide for guide in guides_of(Shown(handbook, today))}


def test_there_is_one_for_each_method_about_all_the_values(handbook: Handbook) -> None:
    whole = [path for path in guides(handbook) if path.endswith("/handbook")]
    names = ("dagen", "nyt", "opfoelgning", "resultat", "strategien")
    assert whole == [f"guides/{name}/handbook" for name in names]
    guide = guides(handbook)["guides/strategien/handbook"]
    assert (guide.code, guide.subject.heading, guide.stories) == ("H-M11", "Minihåndbogen", ())


def test_one_that_is_not_ready_has_none(handbook: Handbook) -> None:
    waiting = [one.model_copy(update={"ready": one.id != "nyt"}) for one in handbook.methods]
    assert "guides/nyt/handbook" not in guides(handbook.with_documents(Method, waiting))


# The stories of a day.


def read_in(guide: Guide) -> list[str]:
    return [step.story.id for step in guide.meeting if step.reads and step.story]


@pytest.mark.parametrize("today", [date(2026, 11, 21), date(2026, 11, 28)])
def test_the_story_of_the_week_is_read_first(handbook: Handbook, today: date) -> None:
    """The second step that reads asks for a dilemma, and only one story has one."""
    now = Shown(handbook, today).story_now
    assert now is not None
    guide = guides(handbook, today)["guides/dagen/handbook"]
    assert read_in(guide)[0] == now.story.id
    assert len(guide.stories) == len(set(read_in(guide)))


def test_the_questions_after_a_story_are_its_own(handbook: Handbook) -> None:
    guide = guides(handbook)["guides/dagen/handbook"]
    first, second, third, fourth = guide.meeting[:4]
    assert first.story is second.story
    assert first.story is not None
    assert second.questions == first.story.questions
    assert third.story is not None
    assert third.dilemma == third.story.dilemma
    assert fourth.story is None


def test_what_is_told_before_the_first_reading_is_of_the_story_that_is_read(handbook: Handbook) -> None:
    day = next(one for one in handbook.methods if one.id == "dagen")
    told = day.steps[0].model_copy(update={"shows": (Brings.SUMMARY,)})
    changed = day.model_copy(update={"steps": (told, *day.steps)})
    guide = guides(handbook.with_documents(Method, [changed]))["guides/dagen/handbook"]
    first, second, third, fourth = guide.meeting[:4]
    assert first.story is second.story is third.story is not None
    assert fourth.story is not third.story
    assert first.summary


def test_stories_with_a_dilemma_come_before_others_and_none_is_read_twice(handbook: Handbook) -> None:
    (first, last) = [one for one in handbook.stories if one.is_published]
    more = [last.model_copy(update={"path": f"stories/{name}.md", "code": f"F1{at}"}) for at, name in enumerate("abc")]
    more[2] = more[2].model_copy(update={"dilemma": first.dilemma})
    day = next(one for one in handbook.methods if one.id == "dagen")
    reading = day.model_copy(update={"steps": tuple(day.steps[0] for _ in range(6))})
    changed = handbook.with_documents(Story, [*handbook.stories, *more]).with_documents(Method, [reading])
    read_aloud = read_in(guides(changed)["guides/dagen/handbook"])
    now = Shown(changed, TODAY).story_now
    assert now is not None
    dilemmas = [name for name in ("doeren", "c") if name != now.story.id]
    others = [name for name in ("vinduet", "a", "b") if name != now.story.id]
    assert read_aloud[: 1 + len(dilemmas)] == [now.story.id, *dilemmas]
    assert sorted(read_aloud[1 + len(dilemmas) : 5]) == sorted(others)
    assert read_aloud[5] == now.story.id  # when all have been read, they are read again


def test_without_stories_the_steps_stand_as_they_are_written(handbook: Handbook) -> None:
    guide = guides(handbook.with_documents(Story, ()))["guides/dagen/handbook"]
    assert guide.stories == ()
    assert [step.minutes for step in guide.meeting] == [20] * 20
    assert all(not step.questions and step.story is None for step in guide.meeting)


def test_a_long_story_takes_its_time_from_the_other_steps(handbook: Handbook) -> None:
    long = [one.model_copy(update={"body": _long(one)}) if one.id == "doeren" else one for one in handbook.stories]
    guide = guides(handbook.with_documents(Story, long))["guides/dagen/handbook"]
    step = next(step for step in guide.meeting if step.story and step.story.id == "doeren")
    assert step.story is not None
    assert step.minutes == step.story.body.minutes_to_plan
    assert step.minutes > 20
    assert sum(one.minutes for one in guide.meeting) == 400
    assert guide.too_long == 0


def _long(story: Story) -> Body:
    return replace(story.body, children=("ord " * 3_000,))


def test_a_draft_and_a_story_that_is_not_for_paper_are_never_read(handbook: Handbook) -> None:
    drafts = [one.model_copy(update={"state": State.DRAFT}) for one in handbook.stories]
    assert guides(handbook.with_documents(Story, drafts))["guides/dagen/handbook"].stories == ()


# The sheet.


def test_an_empty_sheet_gets_the_questions_of_the_meeting_or_is_left_out(handbook: Handbook) -> None:
    result, news = (guides(handbook)[f"guides/{name}/handbook"] for name in ("resultat", "nyt"))
    assert [step.step.name for step in result.sheet] == ["Tal om tallene"]
    assert result.has_sheet
    assert (news.sheet, news.has_sheet) == ((), False)


def test_a_talk_about_a_value_alone_needs_no_story(handbook: Handbook) -> None:
    guide = guides(handbook)["guides/vaerdien/mod"]
    assert guide.stories == ()
    assert [story.id for story in guide.more] == ["vinduet", "doeren"]
    assert guide.meeting[1].questions == ("Hvornår sagde du fra?",)
    bare = guides(handbook.with_documents(Story, ()))
    assert {path for path in bare if "/vaerdien/" in path} == {"guides/vaerdien/mod", "guides/vaerdien/tillid"}
    assert not [path for path in bare if "/borgerne/" in path]


# Where they are found.


def places(handbook: Handbook, target: BuildTarget = BuildTarget.SERVER) -> dict[str, str]:
    plan = plan_site(Shown(handbook, TODAY, target=target))
    views = [one.view for one in plan.views if isinstance(one.view, GuideView)]
    return {path: plan.addresses.by_target[path] for view in views for path, _ in view.places}


def test_their_addresses_are_in_the_readers_language(handbook: Handbook) -> None:
    found = places(handbook)
    assert found["guides/nyt/handbook"] == "guider/nyt/haandbogen/"
    assert found["guides/nyt/handbook.pdf"] == "print/nyt/haandbogen-nyt.pdf"
    assert found["guides/nyt/handbook.docx"] == "print/nyt/haandbogen-nyt.docx"
    english = replace(handbook, settings=handbook.settings.model_copy(update={"language": Language.ENGLISH}))
    assert places(english)["guides/nyt/handbook"] == "guides/nyt/handbook/"
    assert places(english)["guides/nyt/handbook.pdf"] == "print/nyt/handbook-nyt.pdf"


def test_on_a_stick_the_page_is_a_file(handbook: Handbook) -> None:
    assert places(handbook, BuildTarget.USB)["guides/nyt/handbook"] == "guider/nyt/haandbogen.html"


def test_each_has_a_short_address_that_leads_to_its_page_and_its_paper(handbook: Handbook) -> None:
    views = [one.view for one in planned(handbook).views if isinstance(one.view, ShortView)]
    (view,) = (view for view in views if view.code == "H-M17")
    assert view.title == "Nyt siden sidst"
    assert [lead.target for lead in view.leads] == ["guides/nyt/handbook", "guides/nyt/handbook.pdf"]


def test_a_retired_method_s_code_is_told_as_gone(handbook: Handbook) -> None:
    gone = replace(handbook, settings=handbook.settings.model_copy(update={"retired": ("M30",)}))
    views = [one.view for one in planned(gone).views if isinstance(one.view, ShortView)]
    assert [view.title for view in views if view.code == "H-M30"] == [None]


def test_a_receipt_can_name_one(handbook: Handbook) -> None:
    tools = tools_of(handbook)
    assert (tools["h-m13"].kind, tools["h-m13"].name) == (ToolKind.GUIDE, "Opfølgning på adfærd")
    assert "h-m12" not in tools
    assert "f01-m13" not in tools


def test_a_review_counts_those_that_read_a_story_aloud(handbook: Handbook) -> None:
    """A story has three guides of its own, and is read on the day too."""
    plan = planned(handbook)
    story = next(one for one in handbook.stories if one.id == "doeren")
    assert touched(story, plan).guides == 4
    alone = handbook.with_documents(Method, [one for one in handbook.methods if one.id != "dagen"])
    assert touched(story, planned(alone)).guides == 3


@pytest.mark.parametrize("name", ["haandbogen", "handbook"])
def test_a_story_cannot_take_the_address(good: Publication, name: str) -> None:
    give_chain(good)
    good.change("docs/metoder/nyt.md", "applies_to: [handbook]", "applies_to: [handbook, story]")
    assert "unique-address" not in good.rules()
    text = (good.root / "stories/vinduet.md").read_text("utf-8").replace("F02", "F09")
    good.write(f"stories/{name}.md", text)
    assert "unique-address" in good.rules()


def test_the_address_under_a_former_name_leads_on(handbook: Handbook) -> None:
    formers = {"M17": ("metoder/nyheder/",)}
    named = replace(handbook)
    named.__dict__["former_addresses"] = formers  # computed from values/addresses.yml
    found = {move.former: (move.target, move.now) for move in moves(named)}
    assert found["guider/nyheder/haandbogen/"] == ("guides/nyt/handbook", "guider/nyt/haandbogen/")
    pdf = found["print/nyheder/haandbogen-nyheder.pdf"]
    assert pdf == ("guides/nyt/handbook.pdf", "print/nyt/haandbogen-nyt.pdf")


def test_the_composer_offers_all_that_make_guides(handbook: Handbook) -> None:
    (composer,) = (one.view for one in planned(handbook).views if isinstance(one.view, ComposerView))
    assert {plan.method.id for plan in composer.plans} == {"kort", "vejen", *METHODS}
    result = next(plan for plan in composer.plans if plan.method.id == "resultat")
    assert [step.step.name for step in result.sheet] == ["Tal om tallene"]
    assert [talk.target for talk in result.follows] == ["guides/opfoelgning/handbook"]


def test_a_method_for_both_is_offered_and_has_both(handbook: Handbook) -> None:
    changed = [one.model_copy(update={"applies_to": (*one.applies_to, "story")}) for one in handbook.methods]
    found = guides(handbook.with_documents(Method, changed))
    assert {"guides/nyt/handbook", "guides/nyt/doeren", "guides/nyt/vinduet"} <= set(found)
    assert found["guides/nyt/doeren"].code == "F01-M17"
