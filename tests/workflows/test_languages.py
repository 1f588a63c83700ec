"""Nods, withdrawals and reviews of stories that are there in two languages."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.model.texts.nods import Standing
from hverdag.pipeline.languages.reading import read_languages
from tests.conftest import TODAY, Publication
from tests.consent import own_cache, warm_cache
from tests.in_two_languages import with_english

__all__ = ["own_cache", "warm_cache"]
pytestmark = pytest.mark.usefixtures("own_cache")

CONTRIBUTORS = "contributors:\n  - role: A caretaker\ncode: F02"
WITHDRAWN = "consent:\n  reference: X-1\n  channels: [intranet]\n  withdrawn: 2026-11-01\n"
CONSENT = "consent:\n  reference: X-1\n  channels: [intranet, print]\ncode: F02"


@pytest.fixture
def bilingual(good: Publication) -> Publication:
    return with_english(good)


def called(publication: Publication, *words: str) -> Result:
    options = ["-C", str(publication.root), "--today", TODAY.isoformat(), "--lang", "en"]
    return CliRunner().invoke(cli, [*words, *options], input="yes\n")


def standings(publication: Publication) -> dict[str, list[Standing]]:
    read = read_languages(publication.root, TODAY)
    every = {"": read.handbook, **{one.language.value: one.publication.handbook for one in read.others}}
    return {name: [nod.standing for nod in book.nods(book.story_by_id["vinduet"]).nods] for name, book in every.items()}


def committed(root: Path, message: str) -> None:
    for words in (["add", "-A"], ["commit", "-q", "-m", message]):
        subprocess.run(
            ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org", *words], check=True
        )


def test_a_text_has_nods_of_its_own(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.en.md", "code: F02", CONTRIBUTORS)
    bilingual.change("stories/vinduet.md", "code: F02", CONTRIBUTORS)
    result = called(bilingual, "nod", "vinduet.en", "--as", "A caretaker")
    assert result.exit_code == 0, result.output
    assert "zigzagging" in result.output
    assert standings(bilingual) == {"": [Standing.MISSING], "en": [Standing.GIVEN]}
    assert "nod:" not in (bilingual.root / "stories/vinduet.md").read_text("utf-8")


def test_a_nod_to_a_text_that_has_changed_is_stale(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.en.md", "code: F02", CONTRIBUTORS)
    subprocess.run(["git", "init", "-q", str(bilingual.root)], check=True)
    assert called(bilingual, "nod", "vinduet.en", "--as", "A caretaker", "--yes").exit_code == 0
    committed(bilingual.root, "nodded")
    bilingual.change("stories/vinduet.en.md", "stood open. I", "stood wide open. I")
    assert standings(bilingual)["en"] == [Standing.STALE]
    result = called(bilingual, "nod", "stories/vinduet.en.md", "--as", "A caretaker")
    assert result.exit_code == 0, result.output
    assert "wide" in result.output
    assert standings(bilingual)["en"] == [Standing.GIVEN]


def test_a_nod_in_one_language_keeps_the_text_that_was_nodded_to_in_the_other(bilingual: Publication) -> None:
    for path in ("stories/vinduet.md", "stories/vinduet.en.md"):
        bilingual.change(path, "code: F02", CONTRIBUTORS)
    for name in ("vinduet", "vinduet.en"):
        assert called(bilingual, "nod", name, "--as", "A caretaker", "--yes").exit_code == 0
    assert len(list((bilingual.root / ".hverdag/nodded").glob("F02*.json"))) == 2
    for path in ("stories/vinduet.md", "stories/vinduet.en.md"):
        bilingual.change(path, "contributors:", f"{WITHDRAWN}contributors:")
    bilingual.build()
    assert not list((bilingual.root / ".hverdag/nodded").glob("F02*.json"))


@pytest.mark.parametrize("name", ["vinduet", "vinduet.en", "F02", "stories/vinduet.en.md"])
def test_a_withdrawal_is_written_in_every_language(bilingual: Publication, name: str) -> None:
    for path in ("stories/vinduet.md", "stories/vinduet.en.md"):
        bilingual.change(path, "code: F02", CONSENT)
    result = called(bilingual, "withdraw", name, "--yes")
    assert result.exit_code == 0, result.output
    for path in ("stories/vinduet.md", "stories/vinduet.en.md"):
        assert f"withdrawn: {TODAY}" in (bilingual.root / path).read_text("utf-8")
        assert path in result.output
    report = bilingual.build()
    assert report.built, report.problems
    assert "zigzagging" not in bilingual.page("en/stories/index.html")
    assert not (bilingual.site / "en/stories/vinduet/index.html").exists() or "zigzagging" not in bilingual.page(
        "en/stories/vinduet/index.html"
    )


def test_a_story_in_one_language_alone_is_withdrawn_there(bilingual: Publication) -> None:
    text = (bilingual.root / "stories/vinduet.en.md").read_text("utf-8").replace("code: F02", CONSENT)
    bilingual.write("stories/gate.en.md", text.replace("F02", "F09"))
    result = called(bilingual, "withdraw", "gate.en", "--yes")
    assert result.exit_code == 0, result.output
    assert "withdrawn:" in (bilingual.root / "stories/gate.en.md").read_text("utf-8")


def test_a_review_tells_of_a_change_in_the_other_language(bilingual: Publication) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", str(bilingual.root)], check=True)
    committed(bilingual.root, "began")
    subprocess.run(["git", "-C", str(bilingual.root), "checkout", "-q", "-b", "proposal"], check=True)
    bilingual.change("stories/vinduet.en.md", "stood open. I", "stood wide open. I")
    committed(bilingual.root, "changed")
    result = called(bilingual, "review", "--base", "main")
    assert result.exit_code == 0, result.output
    assert "The window" in result.output
    assert "wide" in result.output


def test_a_remedy_names_the_text_that_is_meant(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.en.md", "code: F02", CONTRIBUTORS)
    told = called(bilingual, "check").output
    assert "hverdag nod vinduet.en`" in told
    assert "hverdag nod vinduet`" not in told


def test_a_rename_would_leave_the_other_language_behind(bilingual: Publication) -> None:
    result = called(bilingual, "rename", "vinduet", "ruden", "--yes")
    assert result.exit_code == 1
    assert "stories/vinduet.en.md" in result.output
    assert "stories/ruden.en.md" in result.output
    assert (bilingual.root / "stories/vinduet.md").is_file()


def test_a_build_says_that_the_other_language_is_in_it(bilingual: Publication) -> None:
    assert "In English too: 1 story, in en/" in called(bilingual, "build").output
