"""What a proposal costs before anybody has read it: the review of one changed story among many."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

LONGEST = 2.0
"""Seconds for 300 stories: a review is made at every push, and whoever waits for it is a person."""

STORIES = 300
TODAY = "2026-11-21"

Judge = Callable[[str, float, float], bool]
Synthetic = Callable[[Path, int], None]


def reviews(home: Path, synthetic: Synthetic, judge: Judge, rounds: int) -> list[bool]:
    """Measure the review of a proposal that changes one of 300 stories."""
    root = home / "review"
    synthetic(root, STORIES)
    _git(root, "init", "-q", "-b", "main")
    _commit(root)
    _git(root, "checkout", "-q", "-b", "forslag")
    story = root / "stories/fortaelling-7.md"
    story.write_text(f"{story.read_text('utf-8')}\nEn linje mere.\n", encoding="utf-8")
    _commit(root)
    seconds = statistics.median(_review(root) for _ in range(rounds))
    print(f"  the review of one changed story of {STORIES}: {seconds:.2f} s")
    return [judge(f"seconds for the review of one changed story of {STORIES}", seconds, LONGEST)]


def _review(root: Path) -> float:
    command = [sys.executable, "-m", "hverdag", "review", "--base", "main", "--today", TODAY]
    began = time.perf_counter()
    said = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout
    assert b"En linje mere." in said
    return time.perf_counter() - began


def _commit(root: Path) -> None:
    _git(root, "add", "--all")
    _git(root, "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "-q", "-m", "x")


def _git(root: Path, *words: str) -> None:
    subprocess.run(("git", *words), cwd=root, check=True, stdout=subprocess.DEVNULL)
