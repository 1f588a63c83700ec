"""What stands in for a faulty text: it can be worked on to the end, and what may not be shown or kept is not in it."""

import re
from pathlib import Path

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.model.problem import Problem
from hverdag.model.texts.consent import Unavailable
from hverdag.pipeline import build
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.render import render
from tests.conftest import TODAY, Publication
from tests.consent import LAASEN, UNTIL, told_of, with_fonts
from tests.told import told

pytestmark = pytest.mark.slow

__all__ = ["told_of"]


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that holds no text yet."""
    monkeypatch.setenv("HVERDAG_CACHE", str(with_fonts(tmp_path / "cache")))
    return tmp_path / "cache"


VINDUET = "stories/vinduet.md"


def checked(publication: Publication) -> list[Problem]:
    problems = check_site(publication.root, TODAY, render_site).problems
    return [problem for problem in problems if problem.is_error]


def kept(cache: Path) -> str:
    """Everything that a cache tells."""
    return "\n".join(text for path in cache.rglob("*") if path.is_file() for text in told(path))


@pytest.fixture(autouse=True)
def _every_fault_of_ours_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(build.DEBUG, "1")


def test_a_number_that_was_found_is_in_no_paper_and_no_cache(good: Publication, own_cache: Path) -> None:
    good.change(VINDUET, "Jeg lukkede det.", "Jeg lukkede det 150368-5001.")
    good.change(VINDUET, "summary: Et vindue", "summary: 150368-5001 og et vindue")
    good.write("docs/en.md", "# En\n\n150368-5001\n")
    assert {problem.rule for problem in checked(good)} == {"privacy-cpr"}
    assert list(own_cache.glob("paper/*/*.pdf"))
    assert "150368" not in kept(own_cache)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn: [i går]\n"),
        ("consent:\n", "consent: [\n"),
        ("  channels: [intranet, print, outside]\n", "  channels: alle\n"),
        (f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn: 2026-11-01\nkind: opgaver\n"),
    ],
)
def test_a_story_whose_consent_nobody_can_read_is_not_shown_in_its_place(
    told_of: Publication, own_cache: Path, old: str, new: str
) -> None:
    told_of.change(LAASEN, old, new)
    told_of.change(VINDUET, "kind: opgave", "kind: opgaver")
    publication = read_and_check(told_of.root, TODAY)
    assert publication.errors
    (story,) = [one for one in render(publication, TODAY).plan.shown.handbook.stories if one.path == LAASEN] or [None]
    assert story is None or story.unavailable is Unavailable.ENDED
    checked(told_of)
    assert "tørvestak" not in kept(own_cache).casefold()


def test_nothing_is_kept_under_a_code_that_no_text_has(good: Publication, own_cache: Path) -> None:
    good.change(VINDUET, "code: F02\n", "code: vindue\n")
    assert [problem.rule for problem in checked(good)] == ["code-form"]
    pdfs = [text for path in own_cache.glob("paper/*/*.pdf") for text in told(path)]
    assert pdfs
    assert not any("Vinduet stod" in re.sub(r"\s+", " ", text) for text in pdfs)


def test_what_no_stand_in_foresees_hides_nothing_that_is_known(
    good: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise IndexError("tuple index out of range")

    good.change(VINDUET, "kind: opgave", "kind: opgaver")
    monkeypatch.setattr("hverdag.pipeline.languages.sites.render", fail)
    monkeypatch.delenv(build.DEBUG)
    assert [problem.rule for problem in checked(good)] == ["story-kind"]
    good.change(VINDUET, "kind: opgaver", "kind: opgave")
    with pytest.raises(IndexError):
        checked(good)
