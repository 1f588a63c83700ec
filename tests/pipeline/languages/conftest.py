"""Each test of this room has a cache of its own: what one withdraws, another has just found."""

from pathlib import Path

import pytest

from tests.consent import own_cache, warm_cache

__all__ = ["own_cache", "warm_cache"]


@pytest.fixture(autouse=True)
def cache_apart(own_cache: Path) -> Path:
    return own_cache
