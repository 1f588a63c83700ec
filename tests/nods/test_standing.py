"""Which nods stand: to the text as it is, to one that a language correction leads back to, or to neither."""

from collections.abc import Collection, Mapping
from datetime import date

import pytest

from hverdag.model.editorial.change import Change, Fate, Stretch
from hverdag.model.files import Picture
from hverdag.model.handbook import Handbook
from hverdag.model.settings import Settings
from hverdag.model.texts.body import Body, Element
from hverdag.model.texts.nods import Contributor, Correction, Nod, Standing, StandingNod, Standings, Was
from hverdag.model.texts.story import Story
from hverdag.nods.correction import record
from hverdag.nods.passages import Text, fingerprint, passages, signed
from hverdag.nods.standing import standing, standings

BARE = Handbook(Settings())
TELLER, LEADER, NURSE = "nattevagt", "leder", "sygeplejerske"


def is_misspelt(one: str, other: str) -> bool:
    return (one, other) == ("nøgeln", "nøglen")


def no_past(story: Story, lost: Collection[str]) -> Mapping[str, Text]:
    raise AssertionError(f"The history is asked for {lost}.")


def told(text: str, **fields: object) -> Story:
    """A story without contributors, told in one paragraph."""
    body = Body((Element("p", (), (text,)),))
    return Story.model_validate({"path": "stories/cyklen.md", "title": "Cyklen", "body": body, **fields})


def mark(story: Story, handbook: Handbook = BARE) -> str:
    return fingerprint(passages(story, handbook.pictures))


def nodded(role: str, text: str | None, as_role: str = "") -> Contributor:
    """A contributor, and the nod given to a text by its fingerprint."""
    nod = Nod(date=date(2026, 11, 1), text=signed(text, as_role or role)) if text is not None else None
    return Contributor(role=role, nod=nod)


def corrected(old: Story, new: Story) -> Correction:
    return Correction(of=mark(old), was=record(passages(old, {}), passages(new, {})))


OLD, NEW, OTHER = told("Hun fandt nøgeln her"), told("Hun fandt nøglen, her."), told("Hun fandt cyklen her")
WRONG = Correction(of="0" * 32, was=(Was(word=1, text="Hun"),))


def of(story: Story, *contributors: Contributor, corrections: tuple[Correction, ...] = ()) -> Story:
    return story.model_copy(update={"contributors": contributors, "corrections": corrections})


def worth(story: Story, past: Mapping[str, Text] | None = None) -> list[Standing]:
    """What each nod is worth; with the texts that are in the history, where it may be asked."""
    found = standing(story, BARE, no_past if past is None else lambda *_: past, is_misspelt)
    assert [nod.contributor for nod in found.nods] == list(story.contributors)
    return [nod.standing for nod in found.nods]


def history(*stories: Story) -> dict[str, Text]:
    return {f"nod {at}": passages(story, {}) for at, story in enumerate(stories)}


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

    def past(one: Story, lost: Collection[str]) -> Mapping[str, Text]:
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
    spelling = Change("body", (kept, Stretch(Fate.GONE, "nøgeln her"), Stretch(Fate.NEW, "nøglen, her.")))
    word = Change("body", (kept, Stretch(Fate.GONE, "cyklen her"), Stretch(Fate.NEW, "nøglen, her.")))
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


def test_the_picture_shown_is_part_of_the_text() -> None:
    one, other = (
        Handbook(Settings(), pictures={"stories/cykel.png": Picture("png", 1, 1, digest)}) for digest in ("aa", "bb")
    )
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

    def past(story: Story, lost: Collection[str]) -> Mapping[str, Text]:
        asked.append(story.path)
        return {}

    found = standings((first, second, third), BARE, past, is_misspelt)
    assert list(found) == ["stories/a.md", "stories/c.md"]
    assert found["stories/a.md"] == standing(first, BARE, no_past, is_misspelt)
    assert [nod.standing for nod in found["stories/c.md"].nods] == [Standing.UNKNOWN]
    assert asked == ["stories/c.md"]
