"""A consent that cannot be read holds its story back, and hides no other fault in it."""

import re

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.pipeline.read import read_and_check
from tests.conftest import TODAY, Publication

STORY = "stories/vinduet.md"
FAULTS = (
    ("kind: opgave", "kind: ukendt"),
    ("values: [mod]", "values: [modd]"),
    ("Jeg lukkede det.", "Jeg lukkede det. <script>x</script> Ring 44 55 66 77."),
)
CONSENTS = {
    "a word": "consent: yes\n",
    "nothing of it": "consent: [intranet, print]\n",
    "said in words": "consent: trukket tilbage i går\n",
    "a number": "consent: 14\n",
}


def told(good: Publication) -> set[str]:
    return {one.rule for one in read_and_check(good.root, TODAY).problems if one.source.path == STORY}


def with_consent(good: Publication, consent: str) -> None:
    text = (good.root / STORY).read_text("utf-8")
    good.write(STORY, re.sub(r"consent:.*\n(?:  .*\n)*", "", text).replace("---\n", f"---\n{consent}", 1))


@pytest.mark.parametrize("name", CONSENTS)
def test_every_other_fault_in_the_story_is_told_in_the_same_run(good: Publication, name: str) -> None:
    for old, new in FAULTS:
        good.change(STORY, old, new)
    others = told(good)
    assert len(others) > len(FAULTS)
    with_consent(good, CONSENTS[name])
    assert others <= told(good)


@pytest.mark.parametrize("name", CONSENTS)
def test_the_story_is_out_all_the_same_and_nothing_of_it_stops_the_build(good: Publication, name: str) -> None:
    good.change(STORY, "kind: opgave", "kind: ukendt")
    with_consent(good, CONSENTS[name])
    report = good.build()
    assert report.built, [one for one in report.problems if one.is_error]
    assert "Jeg lukkede det." not in "".join(path.read_text("utf-8") for path in good.site.rglob("*.html"))


@pytest.mark.parametrize("name", CONSENTS)
def test_it_is_told_as_that_alone(good: Publication, name: str) -> None:
    before = told(good)
    with_consent(good, CONSENTS[name])
    assert len(told(good) - before) == 1
    assert "consent-ended" not in told(good)


def test_of_a_consent_that_was_taken_back_nothing_else_is_told(good: Publication) -> None:
    good.change(STORY, "kind: opgave", "kind: ukendt")
    with_consent(good, "consent:\n  withdrawn: i går\n")
    assert "story-kind" not in told(good)
    assert "consent-ended" in told(good)


def test_a_check_without_errors_says_that_it_is_finished(good: Publication) -> None:
    def last() -> str:
        return CliRunner().invoke(cli, ["check", "-C", str(good.root), "--today", str(TODAY)]).output

    good.change("stories/doeren.md", "values: [tillid, mod]", "values: [mod]")
    assert "Intet skal rettes. Håndbogen kan udgives." in last()
    with_consent(good, "consent: yes\n")
    assert "men uden de fortællinger, hvis samtykke ikke kan læses" in last()
    good.change(STORY, "state: published", "state: ude")
    good.change("stories/doeren.md", "kind: opgave", "kind: ukendt")
    assert "kan udgives" not in last()
