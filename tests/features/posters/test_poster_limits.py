"""Texts on posters: what is too long is told with its place, and everything within the limits fits in every variant."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from hverdag.features.posters.printed import VARIANTS
from hverdag.features.posters.rules import poster_count, poster_length
from hverdag.model.handbook import Handbook
from tests.conftest import TODAY, Publication, examples

from .posters import POSTERS, ROAD, changed, printed, with_stops, with_values

LONGEST_SETTING = 100

TOO_LONG = {
    "name": ("values/mod.md", "name: Mod", f"name: {'Mod ' * 11}", 2),
    "promise": ("values/mod.md", "promise: Vi siger", f"promise: {'Vi siger ' * 50}", 4),
    "signs": ("values/mod.md", "  - Vi siger fra.", f"  - {'Vi siger fra. ' * 60}\n  - {'Vi bliver. ' * 70}", 6),
    "title": ("docs/metoder/vejen.md", "title: Vejen", f"title: {'Vejen ' * 14}", 2),
    "stop": ("docs/metoder/vejen.md", "name: Ser vi den?", f"name: {'Ser vi den? ' * 4}", 16),
    "questions": ("docs/metoder/vejen.md", "[Hvor ser vi den?]", f"[{'Hvor ser vi den ' * 14}]", 21),
}


@pytest.mark.parametrize("name", TOO_LONG)
def test_a_text_that_is_too_long_is_told_with_its_place(good: Publication, name: str) -> None:
    path, old, new, line = TOO_LONG[name]
    good.change(path, old, new)
    (problem,) = [problem for problem in good.problems() if problem.rule == "poster-length"]
    assert (problem.source.path, problem.level) == (path, "error")
    assert problem.source.line == line
    assert int(problem.parameters["count"]) > int(problem.parameters["most"])


def test_too_many_signs_stops_and_questions_are_told(good: Publication) -> None:
    good.change("values/mod.md", "  - Vi siger fra.", "  - Vi siger fra.\n" * 13)
    text = (good.root / "docs/metoder/vejen.md").read_text("utf-8")
    step = text[text.index("  - name: Ser vi den?") : text.index("  - name: Kortene")]
    good.write("docs/metoder/vejen.md", text.replace(step, step * 6 + step.replace("[Hvor", "[a, b, c, Hvor")))
    found = {problem.source.path: problem.parameters for problem in good.problems() if problem.rule == "poster-count"}
    assert found["values/mod.md"] == {"count": 13, "most": poster_count.MOST_SIGNS}
    roads = [problem.parameters for problem in good.problems() if problem.rule == "poster-count"]
    assert {"count": 7, "most": poster_count.MOST_STOPS} in roads
    assert {"count": 4, "most": poster_count.MOST_QUESTIONS} in roads


def test_what_has_no_room_all_the_same_is_told_at_the_text() -> None:
    """Should a text slip past the rule, paper tells it, and nothing is cut away."""
    long = "Vi siger det, som det er. " * 150
    for handbook, product, path, field in (
        (with_values(9, promise=long), "values-poster", "values/v1.md", "promise"),
        (with_values(1, signs=(long, long)), "value-poster", "values/v1.md", "signs"),
        (with_stops(4, questions=(long,)), "road-poster", ROAD.path, "steps"),
        (with_values(12, name="Tillid " * 60), "agreement", "values/v1.md", "name"),
    ):
        made, problems = printed(handbook, [product])
        assert made == {}
        assert {problem.rule for problem in problems} == {"paper-room"}
        assert {(problem.source.path, problem.source.field) for problem in problems} == {(path, field)}


SMALL = "abcdefghijklmnoprstuvyæøå"
WORD = some.one_of(
    some.text(some.sampled_from(SMALL), min_size=1, max_size=12),
    some.text(some.sampled_from(SMALL), min_size=20, max_size=30),
    some.text(some.sampled_from(SMALL), min_size=1, max_size=30).map(str.upper),
)
WORDS = some.lists(WORD, min_size=3, max_size=30)
JOINT = some.sampled_from([" ", " ", " ", ""])


def filled(words: list[str], joint: str, room: int) -> str:
    """A text as long as its limit allows."""
    text = joint.join(words)
    while len(text) < room:
        text += joint + text
    return text[:room].strip()


def full(words: list[str], joint: str, values: int, stops: int, parts: int) -> Handbook:
    """A handbook in which every text on a poster is as long as it may be."""

    def text(room: int) -> str:
        return filled(words, joint, room)

    questions = min(parts, poster_count.MOST_QUESTIONS)
    return with_stops(
        stops,
        with_values(
            values,
            name=text(poster_length.LONGEST_NAME),
            promise=text(poster_length.longest_promise(values)),
            signs=(text(poster_length.ALL_SIGNS // parts),) * parts,
        ),
        title=text(poster_length.LONGEST_TITLE),
        name=text(poster_length.LONGEST_NAME),
        questions=(text(poster_length.ALL_QUESTIONS // questions),) * questions,
    )


COUNTS = some.tuples(some.integers(1, 12), some.integers(1, 6), some.integers(1, 12))


@settings(max_examples=examples(4), suppress_health_check=[HealthCheck.too_slow])
@example(["E" * 30] * 3, "", (12, 6, 12), True)  # as much as there may be, without a place to break
@given(WORDS, JOINT, COUNTS, some.booleans())
@pytest.mark.slow
def test_any_text_within_the_limits_fits_in_every_variant(
    words: list[str], joint: str, counts: tuple[int, int, int], long_settings: bool
) -> None:
    handbook = full(words, joint, *counts)
    if long_settings:
        names = dict.fromkeys(("title", "organisation", "edition"), filled(words, joint, LONGEST_SETTING))
        handbook = changed(handbook, **names, site_url=f"https://{'hverdag.' * 12}example/")
    assert not [*poster_length.check(handbook, TODAY), *poster_count.check(handbook, TODAY)]
    made, problems = printed(handbook, one_of_each=True)
    assert problems == []
    assert [len(found.pages) for found in made.values()] == [1] * len(POSTERS) * len(VARIANTS)
