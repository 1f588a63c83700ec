"""Stories that goals count: only what readers can meet, and of what colleagues have told nothing that is made up."""

from datetime import date

import pytest

from hverdag.features.uptake import counts_of
from hverdag.model.handbook import Handbook
from hverdag.model.message import Message
from hverdag.model.settings import Kind, Settings
from hverdag.model.texts.answers import Decision, Response, Selection
from hverdag.model.texts.consent import Consent
from hverdag.model.texts.story import Origin, State, Story
from hverdag.model.uptake.tally import Tally

TODAY = date(2026, 11, 21)
KINDS = (Kind(id="opgave", name="En opgave", meaning="."), Kind(id="samarbejde", name="Samarbejde", meaning="."))


def story(id: str, **fields: object) -> Story:
    usual = {"origin": Origin.COLLECTED, "state": State.PUBLISHED, "kind": "opgave", "code": f"F{id}"}
    return Story.model_construct(path=f"stories/{id}.md", **{**usual, **fields})


def tally(count: str, *stories: Story, settings: Settings | None = None) -> Tally:
    handbook = Handbook(settings=settings or Settings(kinds=KINDS), documents=stories)
    return counts_of(handbook)[count].find(handbook, TODAY)


@pytest.mark.parametrize("count", ["stories", "stories-collected", "stories-opgave"])
def test_only_what_readers_can_meet_counts(count: str) -> None:
    withdrawn = Consent(reference="1", withdrawn=date(2026, 5, 1))
    over = Consent(reference="1", until=date(2026, 5, 1))
    others = [story(state.value, state=state) for state in State if state is not State.PUBLISHED]
    assert tally(count, story("a"), story("b", consent=withdrawn), story("c", consent=over), *others).number == 1


def test_made_up_ones_count_among_all_only_and_are_told() -> None:
    stories = story("a"), story("b", origin=Origin.ILLUSTRATIVE), story("c", origin=Origin.ILLUSTRATIVE)
    found = tally("stories", *stories)
    assert found.number == 3
    assert isinstance(found.source, Message) and dict(found.source.parameters) == {"number": 2}
    assert tally("stories-collected", *stories).number == tally("stories-opgave", *stories).number == 1
    assert tally("stories-samarbejde", *stories).number == 0
    assert not dict(getattr(tally("stories", story("a")).source, "parameters", ()))


def test_a_story_counts_from_the_last_of_its_steps() -> None:
    one = story(
        "a",
        told=date(2026, 1, 4),
        decision=Decision(date=date(2026, 2, 1)),
        response=Response(date=date(2026, 3, 1)),
    )
    assert tally("stories", one).days == (date(2026, 3, 1),)
    chosen = Selection(edition="1", date=date(2026, 4, 1), stories=("a",))
    again = Selection(edition="2", date=date(2026, 9, 1), stories=("a",))
    settings = Settings(kinds=KINDS, selections=(again, chosen))
    assert tally("stories", one, settings=settings).days == (date(2026, 4, 1),)


def test_one_without_a_day_never_makes_the_history_grow() -> None:
    assert tally("stories", story("a", told=date(2026, 1, 4)), story("b")).days == (date(2026, 1, 4),) * 2
    assert tally("stories", story("b")).days == (TODAY,)


def test_no_day_is_in_the_future() -> None:
    assert tally("stories", story("a", told=date(2027, 1, 1))).days == (TODAY,)
