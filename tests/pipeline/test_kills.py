"""Runs are killed at random moments: readers miss nothing, and nothing is left.

Here each command is killed once; the whole trial is `scripts/kills`.
"""

from pathlib import Path

import pytest

from tests.kills import Trial


@pytest.mark.slow
def test_readers_miss_nothing_and_nothing_is_left_of_killed_runs(tmp_path: Path) -> None:
    outcome = Trial(tmp_path, seed=6).run(3)
    assert str(outcome) == "3 kills: 0 missed pages, 0 withdrawn words, 0 remnants"
    assert (outcome.missed, outcome.words, outcome.left) == ([], [], [])
