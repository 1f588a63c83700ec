"""What is worked out of an object once."""

import gc
from dataclasses import dataclass

from hverdag.model.once import once_for_each


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
