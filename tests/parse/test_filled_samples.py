"""The lines offered for fields that were written as one text: what fits is kept, and days suit the day."""

import re
from datetime import date

import pytest

from hverdag.pipeline.read import read_and_check
from tests.conftest import TODAY, Publication

STORY = "stories/vinduet.md"


def sample(good: Publication, line: str, today: date = TODAY) -> str:
    text = (good.root / STORY).read_text("utf-8")
    good.write(STORY, text.replace("---\n", f"---\n{line}\n", 1))
    found = [one for one in read_and_check(good.root, today).problems if one.rule in ("field-fields", "field-list")]
    return "\n".join(str(one.parameters.get("sample", "")) for one in found)


@pytest.mark.parametrize("field", ["decision", "response", "mentioned", "consent", "dilemma"])
@pytest.mark.parametrize("word", ["yes", "nobody", "Ja.", "12", "ingen"])
def test_an_answer_in_place_of_fields_is_not_put_into_one(good: Publication, field: str, word: str) -> None:
    offered = sample(good, f"{field}: {word}")
    assert offered.startswith(f"{field}:\n")
    assert not re.search(rf": \"?{re.escape(word)}\"?$", offered, re.MULTILINE), offered


def test_who_decided_is_not_taken_from_what_was_written(good: Publication) -> None:
    assert "godkendt" not in sample(good, "decision: godkendt af alle")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("dilemma: Skal jeg gå ind?", "question: Skal jeg gå ind?"),
        ("contributors: sosu-hjælper", "role: sosu-hjælper"),
        ("consent: SAM-2026-077", "reference: SAM-2026-077"),
    ],
)
def test_a_text_that_fits_is_kept(good: Publication, line: str, kept: str) -> None:
    assert kept in sample(good, line)


@pytest.mark.parametrize("field", ["decision", "response", "mentioned"])
def test_the_day_of_an_example_is_the_day_it_is_read(good: Publication, field: str) -> None:
    assert f"date: {TODAY}" in sample(good, f"{field}: x")


def test_the_example_of_a_consent_holds_for_a_year_and_for_guides(good: Publication) -> None:
    offered = sample(good, "consent: yes")
    assert "channels: [intranet, print]" in offered
    assert f"until: {date(TODAY.year + 1, TODAY.month, TODAY.day)}" in offered
