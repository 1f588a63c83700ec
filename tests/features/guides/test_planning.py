"""Which guides there are, and what each step of them holds: minute by minute and question by question."""

from datetime import date
from typing import Any

import pytest

from hverdag.features.guides.making import guide_of
from hverdag.features.guides.model import Guide
from hverdag.model.handbook import Handbook
from hverdag.model.meeting import GuideStep, MeetingPlan, plan_meeting
from hverdag.model.settings import Settings
from hverdag.model.shown import Shown, ShownStory
from hverdag.model.texts.body import WORDS_A_MINUTE_ALOUD, Body
from hverdag.model.texts.method import Brings, Method, Step, Subject
from hverdag.model.texts.story import Dilemma, Story
from hverdag.model.texts.value import Value
from tests.features.guides.planned import guides_of

ASKED = ("Hvem?", "Hvad?", "Hvor?", "Hvornår?")
DILEMMA = Dilemma(question="Bliver du?", options=("Ja", "Nej"))


def story(name: str = "cyklen", minutes: int = 1, **fields: Any) -> Story:
    """A story that takes so many minutes to read aloud."""
    body = Body(("ord " * (minutes * WORDS_A_MINUTE_ALOUD),))
    assert body.minutes_to_plan == minutes
    return Story.model_validate({"path": f"stories/{name}.md", "questions": ASKED, "body": body, **fields})


def value(name: str = "mod", **fields: Any) -> Value:
    return Value.model_validate({"path": f"values/{name}.md", **fields})


def step(name: str, minutes: int, short: int = 0, *shows: Brings, **fields: Any) -> Step:
    return Step.model_validate({"name": name, "minutes": minutes, "short": short, "shows": shows, **fields})


def method(*steps: Step, name: str = "kort", **fields: Any) -> Method:
    minutes, short = sum(one.minutes for one in steps if not one.before), sum(one.short for one in steps)
    path = f"docs/metoder/{name}.md"
    return Method.model_validate({"path": path, "steps": steps, "minutes": minutes, "short": short, **fields})


READ = step("Læs", 4, 2, Brings.TEXT)
TALK = step("Tal", 10, 6, Brings.QUESTIONS, Brings.DILEMMA, questions=("Hvorfor?",))
END = step("Slut", 6)
BEFORE = step("Forbered", 15, 0, before=True)
SHORT = method(BEFORE, READ, TALK, END)
VALUES = (value("mod"), value("tillid"))


def times(guide: MeetingPlan) -> list[tuple[int, int, int, int, int]]:
    return [(one.number, one.minutes, one.begins, one.short, one.short_begins) for one in guide.steps]


def made(one: Story, way: Method = SHORT) -> Guide:
    return guide_of(way, one, (one,), VALUES)


# Which there are.


def guides(methods: tuple[Method, ...], *stories: Story, **by_value: list[Story]) -> list[Guide]:
    """The guides for some stories, and for values with the stories that are named for each."""
    shown = Shown(Handbook(Settings(), documents=(*VALUES, *methods)), date(2026, 11, 21))
    every = (*stories, *(story for some in by_value.values() for story in some))
    on_paper = {
        "by_id": {one.id: ShownStory(one, ()) for one in every},
        "on_paper": tuple(ShownStory(one, ()) for one in stories),
        "on_paper_of_value": {
            one.id: tuple(ShownStory(story, ()) for story in by_value.get(one.id, ())) for one in VALUES
        },
    }
    shown.__dict__.update(on_paper)  # computed from the consent of each story, which is tested elsewhere
    return guides_of(shown)


def names(methods: tuple[Method, ...], *stories: Story, **by_value: list[Story]) -> list[str]:
    return [guide.path for guide in guides(methods, *stories, **by_value)]


def test_each_ready_method_makes_a_guide_for_each_story_and_each_value_with_stories() -> None:
    one, other = story("en"), story("to")
    methods = (
        method(READ, name="a"),
        method(READ, name="b", ready=False),
        method(READ, name="c", applies_to=(Subject.VALUE,)),
        method(READ, name="d", applies_to=(Subject.VALUE, Subject.STORY)),
        method(READ, name="e", applies_to=()),
    )
    assert names(methods, one, other, mod=[one, other], tillid=[]) == [
        "guides/a/en",
        "guides/a/to",
        "guides/c/mod",
        "guides/d/en",
        "guides/d/to",
        "guides/d/mod",
    ]
    assert names(methods, one, mod=[], tillid=[one]) == [
        "guides/a/en",
        "guides/c/tillid",
        "guides/d/en",
        "guides/d/tillid",
    ]
    assert names(methods, mod=[], tillid=[]) == []


def test_a_method_that_needs_a_dilemma_takes_the_stories_with_one() -> None:
    plain, hard, harder = story("let"), story("svær", dilemma=DILEMMA), story("sværere", dilemma=DILEMMA)
    way = method(READ, name="a", needs_dilemma=True, applies_to=(Subject.STORY, Subject.VALUE))
    found = guides((way,), plain, hard, mod=[plain, hard, harder], tillid=[plain])
    assert [guide.path for guide in found] == ["guides/a/svær", "guides/a/mod"]
    assert [(guide.stories, guide.more) for guide in found] == [((hard,), ()), ((hard,), (harder,))]


def test_a_guide_is_made_of_its_method_its_story_and_the_values() -> None:
    one = story("en", questions=("Hvem?",))
    (guide,) = guides((method(END),), one)
    assert guide == Guide(
        method=method(END),
        subject=one,
        stories=(one,),
        more=(),
        steps=(GuideStep(END, 1, 6, 0),),
        all_values=VALUES,
        too_long=0,
    )


def test_a_guide_for_a_value_reads_its_first_story_and_names_the_others() -> None:
    one, other, third = story("en", 6), story("to"), story("tre")
    about = value("mod", questions=("Tør du?",))
    guide = guide_of(SHORT, about, [one, other, third], VALUES)
    assert (guide.subject, guide.stories, guide.more) == (about, (one,), (other, third))
    assert guide.path == "guides/kort/mod"
    assert guide.meeting[0].minutes == 6
    assert guide.meeting[1].questions == ("Hvorfor?", "Tør du?")


# Minutes.


def test_steps_have_their_numbers_and_times_and_what_comes_before_is_not_counted() -> None:
    late = step("Send", 3, before=True)
    way = method(BEFORE, READ, late, TALK, END, step("Farvel", 2, 1))
    assert times(made(story(), way)) == [
        (0, 15, 0, 0, 0),
        (1, 4, 0, 2, 0),
        (0, 3, 0, 0, 0),
        (2, 10, 4, 6, 2),
        (3, 6, 14, 0, 8),
        (4, 2, 20, 1, 8),
    ]
    assert [one.step.name for one in made(story(), way).steps] == ["Forbered", "Læs", "Send", "Tal", "Slut", "Farvel"]


@pytest.mark.parametrize("minutes", [1, 2])
def test_a_story_that_can_be_read_in_its_step_changes_nothing(minutes: int) -> None:
    guide = made(story(minutes=minutes))
    assert times(guide) == [(0, 15, 0, 0, 0), (1, 4, 0, 2, 0), (2, 10, 4, 6, 2), (3, 6, 14, 0, 8)]
    assert guide.too_long == 0


def test_a_story_that_just_can_be_read_changes_nothing_even_where_minutes_do_not_add_up() -> None:
    way = SHORT.model_copy(update={"minutes": 40, "short": 16})
    assert [one.minutes for one in made(story(minutes=4), way).meeting] == [4, 10, 6]
    assert [one.short for one in made(story(minutes=2), way).meeting] == [2, 6, 0]
    assert [one.minutes for one in made(story(minutes=5), way).meeting] == [8, 20, 12]


def test_a_story_that_is_too_long_for_the_short_version_alone_changes_that_alone() -> None:
    guide = made(story(minutes=4))
    assert times(guide) == [(0, 15, 0, 0, 0), (1, 4, 0, 4, 0), (2, 10, 4, 4, 4), (3, 6, 14, 0, 8)]
    assert guide.too_long == 0


def test_a_long_story_takes_its_minutes_from_the_other_steps() -> None:
    guide = made(story(minutes=5))
    assert times(guide) == [(0, 15, 0, 0, 0), (1, 5, 0, 5, 0), (2, 9, 5, 3, 5), (3, 6, 14, 0, 8)]
    assert (guide.minutes, guide.short, guide.too_long) == (20, 8, 0)


def test_every_other_step_keeps_a_minute() -> None:
    guide = made(story(minutes=7), method(READ, step("Tal", 4, 6), step("Slut", 1)))
    assert times(guide) == [(1, 7, 0, 7, 0), (2, 1, 7, 1, 7), (3, 1, 8, 0, 8)]
    assert guide.too_long == 0


def test_a_story_longer_than_the_meeting_leaves_the_plan_alone_and_is_said_to_be() -> None:
    guide = made(story(minutes=8), method(READ, step("Tal", 4, 6), step("Slut", 1)))
    assert times(guide) == [(1, 4, 0, 2, 0), (2, 4, 4, 6, 2), (3, 1, 8, 0, 8)]
    assert guide.too_long == 8


def test_a_story_longer_than_the_short_version_alone_leaves_that_alone() -> None:
    guide = made(story(minutes=8))
    assert times(guide) == [(0, 15, 0, 0, 0), (1, 8, 0, 2, 0), (2, 8, 8, 6, 2), (3, 4, 16, 0, 8)]
    assert guide.too_long == 0


def test_a_story_that_is_read_twice_has_its_time_twice() -> None:
    again = step("Læs igen", 9, 0, Brings.TEXT)
    guide = made(story(minutes=5), method(READ, again, END))
    assert [one.minutes for one in guide.steps] == [5, 9, 5]
    assert guide.too_long == 0


def test_a_story_that_is_never_read_takes_no_time() -> None:
    guide = made(story(minutes=30), method(TALK, END))
    assert times(guide) == [(1, 10, 0, 6, 0), (2, 6, 10, 0, 6)]
    assert guide.too_long == 0


# What a story brings.


def test_questions_are_the_methods_own_and_then_the_first_three_of_the_story() -> None:
    plain = step("Spørg", 5, 0, questions=("Hvordan?",))
    guide = made(story(dilemma=DILEMMA), method(READ, TALK, plain, step("Hør", 5, 0, Brings.QUESTIONS)))
    assert [one.questions for one in guide.steps] == [
        (),
        ("Hvorfor?", "Hvem?", "Hvad?", "Hvor?"),
        ("Hvordan?",),
        ("Hvem?", "Hvad?", "Hvor?"),
    ]
    assert [one.dilemma for one in guide.steps] == [None, DILEMMA, None, None]


def test_what_comes_before_the_meeting_has_its_questions_and_its_dilemma_too() -> None:
    first = step("Forbered", 5, 0, Brings.QUESTIONS, Brings.DILEMMA, before=True, questions=("Hvorfor?",))
    one = story(questions=("Hvem?",), dilemma=DILEMMA)
    guide = made(one, method(first, END))
    assert guide.steps[0] == GuideStep(first, 0, 5, 0, questions=("Hvorfor?", "Hvem?"), dilemma=DILEMMA, story=one)


def test_a_story_without_a_dilemma_brings_none() -> None:
    assert [one.dilemma for one in made(story()).steps] == [None, None, None, None]


def test_a_value_without_questions_takes_those_of_its_story() -> None:
    guide = guide_of(SHORT, value("mod"), [story(), story("to", questions=("Aldrig?",))], VALUES)
    assert guide.meeting[1].questions == ("Hvorfor?", "Hvem?", "Hvad?", "Hvor?")
    many = guide_of(SHORT, value("mod", questions=("1?", "2?", "3?", "4?")), [story()], VALUES)
    assert many.meeting[1].questions == ("Hvorfor?", "1?", "2?", "3?")


# Before any story is chosen.


def test_a_plan_is_the_method_alone() -> None:
    plan = plan_meeting(SHORT, VALUES)
    assert plan == MeetingPlan(
        method=SHORT,
        steps=(
            GuideStep(BEFORE, 0, 15, 0),
            GuideStep(READ, 1, 4, 0, 2, 0),
            GuideStep(TALK, 2, 10, 4, 6, 2, ("Hvorfor?",)),
            GuideStep(END, 3, 6, 14, 0, 8),
        ),
        all_values=VALUES,
    )
    assert type(plan) is MeetingPlan
    assert (plan.minutes, plan.short) == (20, 8)
