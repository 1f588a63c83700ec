"""Methods and guides: what is checked, which guides there are, and what they hold."""

from pathlib import Path

import pytest

from hverdag.features.guides.model import Guide
from hverdag.features.guides.plan import ComposerView, GuideView
from hverdag.model.meeting import MeetingPlan
from hverdag.pipeline.plan import SitePlan
from hverdag.pipeline.read import read_texts
from tests.conftest import GOLDEN, ROOT, Publication, planned, rendered

KORT = "docs/metoder/kort.md"
VEJEN = "docs/metoder/vejen.md"
WORDS = "Der er et ord til. "


def plan_of(root: Path) -> SitePlan:
    handbook, problems = read_texts(root)
    assert problems == []
    return planned(handbook)


def guides_of(plan: SitePlan) -> dict[str, Guide]:
    return {one.view.guide.path: one.view.guide for one in plan.views if isinstance(one.view, GuideView)}


def guides_in(publication: Publication) -> dict[str, Guide]:
    return guides_of(plan_of(publication.root))


def composed_from(plan: SitePlan) -> tuple[MeetingPlan, ...]:
    """The plans that a guide can be put together from."""
    (composer,) = (one.view for one in plan.views if isinstance(one.view, ComposerView))
    return composer.plans


@pytest.fixture(scope="module")
def unchanged() -> dict[str, Guide]:
    return guides_of(plan_of(GOLDEN / "good"))


@pytest.fixture(scope="module")
def sample_plan() -> SitePlan:
    return plan_of(ROOT)


def told(publication: Publication) -> list[tuple[str, str, int, int]]:
    return [
        (problem.rule, problem.source.path, problem.source.line, problem.source.column)
        for problem in publication.problems()
        if problem.source.path.startswith("docs/metoder/")
    ]


def test_every_ready_method_makes_a_guide_for_each_story_and_value_that_it_fits(unchanged: dict[str, Guide]) -> None:
    assert set(unchanged) == {
        "guides/kort/doeren",
        "guides/kort/vinduet",
        "guides/vejen/doeren",
        "guides/vejen/vinduet",
        "guides/vejen/tillid",
        "guides/vejen/mod",
    }


def test_a_method_that_is_not_ready_makes_none_and_is_still_in_the_composer(good: Publication) -> None:
    good.change(KORT, "order: 1", "order: 1\nready: false")
    plan = plan_of(good.root)
    assert not [path for path in guides_of(plan) if "/kort/" in path]
    assert [one.method.id for one in composed_from(plan)] == ["kort", "vejen"]


def test_a_method_that_needs_a_dilemma_takes_only_stories_with_one(good: Publication) -> None:
    good.change(KORT, "order: 1", "order: 1\nneeds_dilemma: true")
    assert [path for path in guides_in(good) if "/kort/" in path] == ["guides/kort/doeren"]


def test_a_guide_has_the_steps_with_their_times_and_what_the_story_brings(unchanged: dict[str, Guide]) -> None:
    guide = unchanged["guides/kort/doeren"]
    assert guide.code == "F01-M01"
    assert [(step.number, step.minutes, step.begins, step.short, step.short_begins) for step in guide.steps] == [
        (0, 10, 0, 0, 0),
        (1, 5, 0, 4, 0),
        (2, 10, 5, 6, 4),
        (3, 5, 15, 0, 10),
    ]
    assert (guide.minutes, guide.short) == (20, 10)
    assert guide.meeting[1].questions == ("Hvem låser hos jer?", "Hvem siger til?", "Hvad gjorde du sidst?")
    assert guide.meeting[1].dilemma is not None
    assert [step.number for step in guide.sheet] == [2]


def test_a_guide_for_a_value_reads_its_first_story_and_asks_its_own_questions(unchanged: dict[str, Guide]) -> None:
    guide = unchanged["guides/vejen/tillid"]
    assert guide.value is not None
    assert [story.id for story in guide.stories] == ["doeren"]
    assert guide.stops == {2: 1}
    assert guide.shows_values


def test_a_long_story_takes_its_time_from_the_other_steps(good: Publication) -> None:
    story = (good.root / "stories/vinduet.md").read_text("utf-8")
    good.write("stories/vinduet.md", story + "\n" + WORDS * 200)  # 1,000 words: 8 minutes
    guide = guides_in(good)["guides/kort/vinduet"]
    reading = next(step for step in guide.meeting if step.reads)
    assert reading.minutes == 8
    assert guide.minutes == 20
    assert guide.too_long == 0
    assert ("method-reading", KORT, 21, 14) in told(good)


def test_a_story_longer_than_the_meeting_is_said_to_be_so(good: Publication) -> None:
    story = (good.root / "stories/vinduet.md").read_text("utf-8")
    good.write("stories/vinduet.md", story + "\n" + WORDS * 520)
    guide = guides_in(good)["guides/kort/vinduet"]
    assert guide.too_long >= 20
    assert guide.minutes == 20


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("minutes: 20\n", "minutes: 25\n"), ("method-minutes", KORT, 6, 10)),
        (("short: 6\n", "short: 7\n"), ("method-minutes", KORT, 7, 8)),
        (("  - name: Læs højt\n    minutes", "  - minutes"), ("required-field", KORT, 20, 5)),
        (("  - name: Læs højt", "  - name:"), ("required-field", KORT, 20, 5)),
        (("    minutes: 10\n    short", "    minutes: 700\n    short"), ("step-minutes", KORT, 29, 14)),
        (("notes: 3", "notes: 21"), ("method-steps", KORT, 36, 12)),
        (('start: "14:30"', "start: halv tre"), ("field-clock", KORT, 8, 8)),
        (("shows: [text]", "shows: [tekst]"), ("field-choice", KORT, 27, 13)),
        (("code: M01", "code: F01"), ("unique-code", KORT, 11, 7)),
        (("Læs roligt.", "Læs roligt 李"), ("text-letter", KORT, 23, 15)),
        (("    activity: Samtale\n", ""), ("required-field", KORT, 28, 5)),
        (("order: 1", "orden: 1"), ("field-unknown", KORT, 10, 1)),
    ],
    ids=lambda part: part[0] if isinstance(part[0], str) else "",
)
def test_a_fault_in_a_method_is_found_with_its_place(
    good: Publication, change: tuple[str, str], problem: tuple[str, str, int, int]
) -> None:
    good.change(KORT, *change)
    assert [found[:2] for found in told(good)] == [problem[:2]]
    assert told(good) == [problem]


def test_steps_that_are_not_a_list_are_one_problem(good: Publication) -> None:
    text = (good.root / KORT).read_text("utf-8")
    good.write(KORT, text[: text.index("steps:")] + "steps: mange\n---\n\nTekst.\n")
    assert [rule for rule, *_ in told(good)] == ["field-list"]


def test_nothing_is_written_where_a_method_is_wrong(good: Publication) -> None:
    good.change(KORT, "minutes: 20", "minutes: 25")
    assert not good.build().built
    assert not good.site.exists()


def test_the_folders_own_page_and_deeper_files_are_pages(good: Publication) -> None:
    good.write("docs/metoder/index.md", "# Metoder\n")
    good.write("docs/metoder/mere/side.md", "# En side\n")
    assert [method.id for method in plan_of(good.root).shown.handbook.methods] == ["kort", "vejen"]
    report = good.build()
    assert report.built, report.problems
    assert "Metoder" in good.page("metoder/index.html")
    assert "En side" in good.page("metoder/mere/side/index.html")


def test_macros_in_a_method_are_only_text(built_good: Publication) -> None:
    assert "{{ 7*7 }}" in built_good.page("metoder/kort/index.html")


def test_a_story_and_a_value_of_one_name_cannot_share_a_guide(good: Publication) -> None:
    story = (good.root / "stories/vinduet.md").read_text("utf-8")
    good.write("stories/tillid.md", story.replace("F02", "F09"))
    assert "unique-address" in good.rules()


def test_a_publication_without_methods_has_no_guides_and_no_composer(good: Publication) -> None:
    for name in (KORT, VEJEN):
        (good.root / name).unlink()
    assert good.build().built
    assert not (good.site / "guider").exists()
    assert [path.name for path in (good.site / "print").iterdir() if path.is_dir()] == []


@pytest.mark.parametrize("method", ["kort-samtale", "vagtskifte", "faciliteringsguide", "vaerdivejen", "vaerdispil"])
def test_the_sample_has_every_method_for_every_story(sample_plan: SitePlan, method: str) -> None:
    made = {guide.subject.id for guide in guides_of(sample_plan).values() if guide.method.id == method}
    assert {story.id for story in sample_plan.shown.handbook.published} <= made


def test_the_sample_has_the_dilemma_for_stories_with_one(sample_plan: SitePlan) -> None:
    made = {guide.subject.id for guide in guides_of(sample_plan).values() if guide.method.id == "dilemma"}
    assert made == {story.id for story in sample_plan.shown.handbook.published if story.dilemma}


def test_every_plan_of_the_sample_adds_up(sample_plan: SitePlan) -> None:
    for guide in guides_of(sample_plan).values():
        assert guide.minutes == guide.method.minutes
        assert guide.short == guide.method.short
        assert guide.too_long == 0


def test_the_second_build_compiles_nothing(built_good: Publication) -> None:
    done: list[int] = []
    prepared = rendered(built_good.root, progress=lambda made, *_: done.append(made))
    assert prepared.artifacts
    assert done == []


def test_a_tab_is_one_problem_and_not_two(good: Publication) -> None:
    good.change(KORT, "    guidance: Læs roligt.", "\tguidance: Læs roligt.")
    assert told(good) == [("front-matter-tab", KORT, 23, 1)]


def test_a_start_may_be_written_with_a_full_stop(good: Publication) -> None:
    good.change(KORT, 'start: "14:30"', "start: 9.05")
    assert told(good) == []
    assert guides_in(good)["guides/kort/doeren"].method.start == "09:05"
