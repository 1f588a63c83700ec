"""What another build has taken out of the cache is made again."""

import pytest

from hverdag.pipeline.result import TRIES, unless_lost
from hverdag.publish.cache.folder import cache_folder


@pytest.mark.parametrize("times", range(TRIES))
def test_it_is_made_again_as_often_as_that_may_happen(times: int) -> None:
    lost = [FileNotFoundError(2, "gone", str(cache_folder() / "paper/00/x.pdf"))] * times

    def make() -> str:
        if lost:
            raise lost.pop()
        return "made"

    assert unless_lost(make) == "made"


@pytest.mark.parametrize("name", ["paper/00/x.pdf", "/elsewhere/stories/x.md"])
def test_what_stays_away_is_told(name: str) -> None:
    calls = []

    def make() -> None:
        calls.append(name)
        raise FileNotFoundError(2, "gone", str(cache_folder() / name))

    with pytest.raises(FileNotFoundError):
        unless_lost(make)
    assert len(calls) == (1 if name.startswith("/") else TRIES)
