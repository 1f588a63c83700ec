"""A reference that is still to come is no consent."""

import pytest

from hverdag.model.texts.consent import is_placeholder
from tests.conftest import Publication

TO_COME = (
    *(
        "SAM-2026-...",
        "SAM-2026-…",
        "SAM-2026-..",
        "SAM-XXX",
        "SAM-2026-XXX",
        "SAM-2026-x",
        "SAM-2026-nnn",
        "SAM-2026-N",
    ),
    *("SAM-2026-0000", "SAM-2026-000", "SAM-2026-0", "SAM-0000-000", "SAM-ÅÅÅÅ-012", "SAM-20xx-014", "SAM-2026-0xx"),
    *(
        "SAM-2026-",
        "SAM-2026-?",
        "SAM-2026-###",
        "SAM-2026-___",
        "SAM-2026-<nr>",
        "[[2026]]",
        "TODO 2026",
        "SAM-2026-•••",
    ),
)
GIVEN = (
    *(
        "SAM-2026-014",
        "SAM-1",
        "ESDH-77321",
        "J.nr. 26/0143",
        "CON-2026-004",
        "SAM 2026-O14",
        "samtykke nr. SAM-2026-14",
    ),
    *("SAM-2026-100", "SAM-2026-200", "2026.014", "HR-2026-0010", "SAM_2026_14", "#4521", "SAM-2026-077-A", "XYZ-12"),
)


@pytest.mark.parametrize("reference", TO_COME)
def test_a_placeholder_is_one(reference: str) -> None:
    assert is_placeholder(reference)


@pytest.mark.parametrize("reference", GIVEN)
def test_a_number_is_none(reference: str) -> None:
    assert not is_placeholder(reference)


@pytest.mark.parametrize(("state", "level"), [("draft", "hint"), ("in-review", "error"), ("published", "error")])
def test_it_stops_a_story_that_is_more_than_a_draft(good: Publication, state: str, level: str) -> None:
    consent = "consent:\n  reference: SAM-2026-...\n  channels: [intranet]\n  until: 2028-05-01\n"
    text = (good.root / "stories/vinduet.md").read_text("utf-8")
    good.write("stories/nyt.md", text.replace("---\n", f"---\n{consent}", 1).replace("F02", "F09"))
    good.change("stories/nyt.md", "state: published", f"state: {state}")
    (problem,) = [one for one in good.problems() if one.rule == "consent-reference"]
    assert problem.level == level


def test_a_missing_number_is_not_offered_ready_made(good: Publication) -> None:
    consent = "consent:\n  channels: [intranet]\n  until: 2028-05-01\n"
    good.change("stories/vinduet.md", "---\ntitle", f"---\n{consent}title")
    (problem,) = [one for one in good.problems() if one.rule == "required-field"]
    assert "sample" not in problem.parameters
