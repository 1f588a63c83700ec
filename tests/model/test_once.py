"""What is worked out of objects once."""

import gc
from collections.abc import Callable
from dataclasses import dataclass

from hverdag.model.once import Rounds, once_for_each


@dataclass(frozen=True)
class Text:
    words: str


def test_it_is_asked_once_for_each_object_and_forgotten_with_it() -> None:
    asked: list[str] = []

    @once_for_each
    def length(text: Text) -> int:
        asked.append(text.words)
        return len(text.words)

    first, same = Text("en"), Text("en")
    assert [length(first), length(first), length(same)] == [2, 2, 2]
    assert asked == ["en", "en"], "equal objects are two"
    for number in range(1000):
        assert length(Text("x" * number)) == number, "another object may get the number of one that is gone"
    del first
    gc.collect()
    assert length(same) == 2
    assert len(asked) == 1002


def test_a_round_makes_only_what_is_new_or_made_of_something_else() -> None:
    rounds, made = Rounds[str](), list[str]()

    def make(words: str) -> Callable[[], str]:
        return lambda: made.append(words) or words.upper()

    for en, to in (("en", "to"), ("en", "to"), ("en", "tre"), ("en", "to")):
        rounds.begin()
        assert rounds.get(1, (en,), make(en)) == en.upper()
        assert rounds.get(2, (to,), make(to)) == to.upper()
    assert made == ["en", "to", "tre"]
    for _ in range(4):  # in which nobody asks
        rounds.begin()
    assert rounds.get(1, ("en",), make("en")) == "EN"
    assert made[3:] == ["en"], "what nobody asks for is not kept"
