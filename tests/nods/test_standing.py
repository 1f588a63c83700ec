"""Which nods stand: to the text as it is, to one that a language correction leads back to, or to neither."""

from collections.abc import Collection, Mapping
from datetime import date

import pytest

from hverdag.model.editorial.change import Change, Fate, Stretch
from hverdag.model.files import Picture
from hverdag.model.handbook import Handbook
from hverdag.model.settings import Settings
from hverdag.model.texts.answers import Decision, Response
from hverdag.model.texts.body import Body, Element
from hverdag.model.texts.consent import Mentioned
from hverdag.model.texts.nods import (
    AnswerField,
    Contributor,
    Correction,
    Nod,
    Standing,
    StandingAnswer,
    StandingNod,
    Standings,
    Was,
)
from hverdag.model.texts.story import Story
from hverdag.nods.correction import record
from hverdag.nods.identities import Identities
from hverdag.nods.passage import Text
from hverdag.nods.passages import VERSION, fingerprint, passages, signed
from hverdag.nods.standing import standing, standings

BARE = Identities()
TELLER, LEADER, NURSE = "nattevagt", "leder", "sygeplejerske"


def is_misspelt(one: str, other: str) -> bool:
    return (one, other) == ("nøgeln", "nøglen")


def no_past(story: Story, lost: Collection[str], _: Identities) -> Mapping[str, Text]:
    raise AssertionError(f"The history is asked for {lost}.")


def told(text: str, **fields: object) -> Story:
    """A story without contributors, told in one paragraph."""
    body = Body((Element("p", (), (text,)),))
    return Story.model_validate({"path": "stories/cyklen.md", "title": "Cyklen", "body": body, **fields})


def mark(story: Story, identities: Identities = BARE) -> str:
    return fingerprint(passages(story, identities))


def nodded(role: str, text: str | None, as_role: str = "") -> Contributor:
    """A contributor, and the nod given to a text by its fingerprint."""
    nod = Nod(date=date(2026, 11, 1), text=signed(text, as_role or role), version=VERSION) if text is not None else None
    return Contributor(role=role, nod=nod)


def corrected(old: Story, new: Story) -> Correction:
    return Correction(of=mark(old), version=VERSION, was=record(passages(old, BARE), passages(new, BARE)))


OLD, NEW, OTHER = told("Hun fandt nøgeln her"), told("Hun fandt nøglen her."), told("Hun fandt cyklen her")
WRONG = Correction(of="0" * 32, version=VERSION, was=(Was(word=1, text="Hun"),))


def of(story: Story, *contributors: Contributor, corrections: tuple[Correction, ...] = ()) -> Story:
    return story.model_copy(update={"contributors": contributors, "corrections": corrections})


def worth(story: Story, past: Mapping[str, Text] | None = None) -> list[Standing]:
    """What each nod is worth; with the texts that are in the history, where it may be asked."""
    found = standing(story, BARE, no_past if past is None else lambda *_: past, is_misspelt)
    assert [nod.contributor for nod in found.nods] == list(story.contributors)
    return [nod.standing for nod in found.nods]


def history(*stories: Story) -> dict[str, Text]:
    return {f"nod {at}": passages(story, BARE) for at, story in enumerate(stories)}


def test_a_nod_to_the_text_as_it_is_is_given_and_no_history_is_asked() -> None:
    story = of(NEW, nodded(TELLER, mark(NEW)), nodded(LEADER, None), nodded(NURSE, mark(NEW)))
    given = [Standing.GIVEN, Standing.MISSING, Standing.GIVEN]
    assert worth(story) == given
    assert standing(story, BARE, no_past, is_misspelt) == Standings(
        mark(NEW),
        tuple(StandingNod(one, its) for one, its in zip(story.contributors, given, strict=True)),
        (),
    )


def test_a_nod_to_no_text_here_is_unknown() -> None:
    story = of(NEW, nodded(TELLER, mark(NEW)), nodded(LEADER, mark(OLD)))
    assert worth(story, {}) == [Standing.GIVEN, Standing.UNKNOWN]
    assert worth(story, history(OTHER)) == [Standing.GIVEN, Standing.UNKNOWN]


def test_a_nod_given_by_another_role_is_unknown() -> None:
    story = of(NEW, nodded(TELLER, mark(NEW)), nodded(LEADER, mark(NEW), as_role=TELLER))
    assert worth(story, history(NEW, OLD)) == [Standing.GIVEN, Standing.UNKNOWN]


def test_the_history_is_asked_once_for_the_nods_that_are_lost() -> None:
    story = of(
        NEW,
        nodded(TELLER, mark(NEW)),
        nodded(LEADER, mark(OLD)),
        nodded(NURSE, mark(OTHER)),
        nodded("kok", None),
        nodded("vikar", mark(OTHER)),
    )
    asked: list[tuple[Story, set[str]]] = []

    def past(one: Story, lost: Collection[str], _: Identities) -> Mapping[str, Text]:
        asked.append((one, set(lost)))
        return history(OTHER, OLD)

    found = standing(story, BARE, past, is_misspelt)
    lost = {signed(mark(OLD), LEADER), signed(mark(OTHER), NURSE), signed(mark(OTHER), "vikar")}
    assert asked == [(story, lost)]
    assert [nod.standing for nod in found.nods] == ["given", "stale", "stale", "missing", "stale"]


def test_a_nod_to_an_earlier_text_is_stale_and_says_what_has_changed() -> None:
    story = of(NEW, nodded(TELLER, mark(OLD)), nodded(LEADER, mark(OTHER)))
    found = standing(story, BARE, lambda *_: history(OTHER, OLD), is_misspelt)
    kept = Stretch(Fate.KEPT, "Hun fandt")
    spelling = Change("body", (kept, Stretch(Fate.GONE, "nøgeln her"), Stretch(Fate.NEW, "nøglen her.")))
    word = Change("body", (kept, Stretch(Fate.GONE, "cyklen her"), Stretch(Fate.NEW, "nøglen her.")))
    assert found.nods == (
        StandingNod(story.contributors[0], Standing.STALE, (spelling,), True),
        StandingNod(story.contributors[1], Standing.STALE, (word,), False),
    )
    assert found.broken == ()


def test_a_nod_to_a_text_that_a_correction_leads_back_to_is_renewed() -> None:
    story = of(NEW, nodded(TELLER, mark(NEW)), nodded(LEADER, mark(OLD)), corrections=(corrected(OLD, NEW),))
    assert worth(story) == [Standing.GIVEN, Standing.RENEWED]
    assert standing(story, BARE, no_past, is_misspelt).broken == ()


def test_several_corrections_renew_each_their_own_nods() -> None:
    older = told("hun fandt nøgeln her")
    both = (corrected(OLD, NEW), corrected(older, NEW))
    story = of(NEW, nodded(TELLER, mark(NEW)), nodded(LEADER, mark(older)), nodded(NURSE, mark(OLD)), corrections=both)
    assert worth(story) == [Standing.GIVEN, Standing.RENEWED, Standing.RENEWED]


@pytest.mark.parametrize("teller", [None, mark(OLD), mark(OTHER)])
def test_a_correction_that_the_teller_has_not_nodded_to_renews_nothing(teller: str | None) -> None:
    story = of(NEW, nodded(TELLER, teller), nodded(LEADER, mark(OLD)), corrections=(corrected(OLD, NEW),))
    own = {None: Standing.MISSING, mark(OLD): Standing.STALE, mark(OTHER): Standing.UNKNOWN}[teller]
    assert worth(story, history(OLD)) == [own, Standing.STALE]
    assert standing(story, BARE, lambda *_: {}, is_misspelt).broken == ()


def test_another_than_the_teller_agrees_to_no_correction() -> None:
    story = of(NEW, nodded(TELLER, mark(OLD)), nodded(LEADER, mark(NEW)), corrections=(corrected(OLD, NEW),))
    assert worth(story, {}) == [Standing.UNKNOWN, Standing.GIVEN]
    copied = of(NEW, nodded(TELLER, mark(NEW), as_role=LEADER), nodded(LEADER, mark(OLD)))
    assert worth(of(copied, *copied.contributors, corrections=(corrected(OLD, NEW),)), {}) == [Standing.UNKNOWN] * 2


def test_a_renewed_nod_is_bound_to_its_role() -> None:
    nods = nodded(TELLER, mark(NEW)), nodded(LEADER, mark(OLD), as_role=NURSE)
    assert worth(of(NEW, *nods, corrections=(corrected(OLD, NEW),)), {}) == [Standing.GIVEN, Standing.UNKNOWN]


def test_corrections_that_lead_nowhere_are_broken_by_their_numbers() -> None:
    no_correction = corrected(OTHER, NEW)
    corrections = (WRONG, corrected(OLD, NEW), no_correction)
    story = of(NEW, nodded(TELLER, mark(NEW)), nodded(LEADER, mark(OLD)), nodded(NURSE, mark(OTHER)))
    story = of(story, *story.contributors, corrections=corrections)
    found = standing(story, BARE, lambda *_: {}, is_misspelt)
    assert found.broken == (0, 2)
    assert [nod.standing for nod in found.nods] == [Standing.GIVEN, Standing.RENEWED, Standing.UNKNOWN]


# Other rules than those of now.


def of_version(contributor: Contributor, version: int) -> Contributor:
    assert contributor.nod is not None
    return contributor.model_copy(update={"nod": contributor.nod.model_copy(update={"version": version})})


@pytest.mark.parametrize(
    ("version", "its"),
    [(1, Standing.OUTDATED), (0, Standing.OUTDATED), (-9, Standing.OUTDATED), (VERSION + 1, Standing.NEWER)],
)
@pytest.mark.parametrize("text", [NEW, OLD, OTHER])
def test_a_nod_by_other_rules_is_told_as_that_and_never_as_one_to_another_text(
    text: Story, version: int, its: Standing
) -> None:
    story = of(NEW, nodded(TELLER, mark(NEW)), of_version(nodded(LEADER, mark(text)), version))
    assert worth(story) == [Standing.GIVEN, its]
    assert standing(story, BARE, no_past, is_misspelt).has_newer is (its is Standing.NEWER)


def test_a_nod_without_a_version_is_by_the_first_rules() -> None:
    assert Nod(date=date(2026, 11, 1), text="f" * 32).version == 1


def test_a_teller_by_other_rules_agrees_to_no_correction() -> None:
    story = of(NEW, of_version(nodded(TELLER, mark(NEW)), 1), nodded(LEADER, mark(OLD)))
    story = of(story, *story.contributors, corrections=(corrected(OLD, NEW),))
    assert worth(story, {}) == [Standing.OUTDATED, Standing.UNKNOWN]


def test_a_correction_by_other_rules_renews_nothing() -> None:
    old = corrected(OLD, NEW).model_copy(update={"version": 1})
    story = of(NEW, nodded(TELLER, mark(NEW)), nodded(LEADER, mark(OLD)), corrections=(old,))
    assert worth(story, {}) == [Standing.GIVEN, Standing.UNKNOWN]
    assert standing(story, BARE, lambda *_: {}, is_misspelt).broken == (0,)


# Answers.

DAY = date(2026, 4, 20)


def decided(story: Story, text: str, version: int = VERSION) -> Story:
    decision = Decision(date=DAY, group="Værdigruppen", version=version).model_copy(update={"text": text})
    return story.model_copy(update={"decision": decision})


def answered(story: Story) -> list[StandingAnswer]:
    return list(standing(story, BARE, lambda *_: {}, is_misspelt).answers)


@pytest.mark.parametrize(
    ("text", "version", "its"),
    [
        (mark(NEW), VERSION, Standing.GIVEN),
        (mark(OLD), VERSION, Standing.STALE),
        (mark(NEW), VERSION - 1, Standing.OUTDATED),
        (mark(NEW), VERSION + 1, Standing.NEWER),
        ("", VERSION, Standing.MISSING),
    ],
)
def test_an_answer_is_to_one_text(text: str, version: int, its: Standing) -> None:
    story = decided(NEW, text, version)
    assert answered(story) == [StandingAnswer(AnswerField.DECISION, DAY, its)]
    assert standing(story, BARE, no_past, is_misspelt).has_newer is (its is Standing.NEWER)


def test_an_answer_is_renewed_by_a_language_correction_that_the_teller_agreed_to() -> None:
    story = of(decided(NEW, mark(OLD)), nodded(TELLER, mark(NEW)), corrections=(corrected(OLD, NEW),))
    assert [answer.standing for answer in answered(story)] == [Standing.RENEWED]
    missing = of(story, nodded(TELLER, None), corrections=story.corrections)
    assert [answer.standing for answer in answered(missing)] == [Standing.STALE]


def test_all_answers_are_told_and_none_without_a_day() -> None:
    story = NEW.model_copy(
        update={
            "decision": Decision(group="Værdigruppen"),
            "response": Response(date=DAY, reason="Ja.", text=mark(NEW), version=VERSION),
            "mentioned": Mentioned(asked="leder", date=DAY, text=mark(OLD), version=VERSION),
        }
    )
    assert answered(story) == [
        StandingAnswer(AnswerField.RESPONSE, DAY, Standing.GIVEN),
        StandingAnswer(AnswerField.MENTIONED, DAY, Standing.STALE),
    ]
    handbook = Handbook(Settings(), (story,))
    assert list(standings(handbook, no_past, is_misspelt)) == [story.path]


@pytest.mark.parametrize(
    ("state", "origin", "told"),
    [
        ("published", "collected", [Standing.STALE, Standing.MISSING, Standing.OUTDATED]),
        ("published", "illustrative", [Standing.STALE]),
        ("in-review", "collected", [Standing.STALE]),
        ("draft", "collected", []),
        ("declined", "collected", []),
        ("retired", "collected", []),
    ],
)
def test_answers_are_asked_about_where_readers_may_meet_them(state: str, origin: str, told: list[Standing]) -> None:
    story = Story.model_validate({"path": "stories/a.md", "state": state, "origin": origin})
    answers = tuple(StandingAnswer(AnswerField.DECISION, DAY, its) for its in Standing)
    handbook = Handbook(Settings(), (story,), standings={story.path: Standings("", answers=answers)})
    assert sorted(answer.standing for answer in handbook.loose_answers(story)) == sorted(told)


def test_the_picture_shown_is_part_of_the_text() -> None:
    one, other = (Identities(pictures={"stories/cykel.png": Picture("png", 1, 1, digest)}) for digest in ("aa", "bb"))
    story = told("Hun kom", image="cykel.png", image_alt="En cykel")
    story = of(story, nodded(TELLER, mark(story, one)))
    assert standing(story, one, no_past, is_misspelt).fingerprint == mark(story, one)
    assert [nod.standing for nod in standing(story, one, no_past, is_misspelt).nods] == [Standing.GIVEN]
    assert [nod.standing for nod in standing(story, other, lambda *_: {}, is_misspelt).nods] == [Standing.UNKNOWN]


def test_every_story_with_contributors_has_its_standings_by_its_path() -> None:
    first = of(told("En", path="stories/a.md"), nodded(TELLER, mark(told("En"))))
    second = told("To", path="stories/b.md")
    third = of(told("Tre", path="stories/c.md"), nodded(LEADER, mark(told("En"))))
    asked: list[str] = []

    def past(story: Story, lost: Collection[str], _: Identities) -> Mapping[str, Text]:
        asked.append(story.path)
        return {}

    found = standings(Handbook(Settings(), (first, second, third)), past, is_misspelt)
    assert list(found) == ["stories/a.md", "stories/c.md"]
    assert found["stories/a.md"] == standing(first, BARE, no_past, is_misspelt)
    assert [nod.standing for nod in found["stories/c.md"].nods] == [Standing.UNKNOWN]
    assert asked == ["stories/c.md"]
