"""A withdrawal takes effect in every language, whatever is wrong in one of them."""

import subprocess
from pathlib import Path

import pytest

from hverdag.pipeline.result import Report
from tests.conftest import Publication
from tests.in_two_languages import with_english
from tests.told import everything

WITHDRAWN = "consent:\n  reference: X-1\n  channels: [intranet]\n  withdrawn: 2026-11-01\ncode: F02"
WORDS = ("zigzagging", "Jeg lukkede det")
FAULT = ("stories/doeren.md", "kind:", "oops:")


@pytest.fixture
def live(good: Publication) -> Publication:
    """A live site in two languages, with a story in English alone."""
    with_english(good)
    text = (good.root / "stories/vinduet.en.md").read_text("utf-8")
    gate = text.replace("F02", "F09").replace("indow", "ate").replace("home", "yodelling")
    good.write("stories/gate.en.md", gate.replace("zigzagging", "whistling"))
    committed(good.root)
    report = good.build()
    assert report.built, report.problems
    return good


def committed(root: Path) -> None:
    (root / ".gitignore").write_text("site*\n.site*\n", encoding="utf-8")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "began"]):
        subprocess.run(
            ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org", *words], check=True
        )


def without_git(publication: Publication) -> None:
    subprocess.run(["rm", "-rf", str(publication.root / ".git")], check=True)


def left(publication: Publication) -> set[str]:
    site = everything(publication.site)
    return {word for word in (*WORDS, "yodelling") if word in site}


def built(publication: Publication) -> Report:
    report = publication.build()
    assert report.built is None, report.problems
    return report


@pytest.mark.parametrize("git", [True, False])
def test_a_fault_takes_no_story_out_that_is_in_one_language_alone(live: Publication, git: bool) -> None:
    live.change(*FAULT)
    if not git:
        without_git(live)
    assert built(live).taken_out is None
    assert left(live) == {*WORDS, "yodelling"}


@pytest.mark.parametrize("path", ["stories/vinduet.md", "stories/vinduet.en.md"])
def test_an_earlier_commit_is_built_in_every_language(live: Publication, path: str) -> None:
    live.change(path, "code: F02", WITHDRAWN)
    taken = built(live).taken_out
    assert taken
    assert taken.commit
    assert left(live) == {"yodelling"}
    assert "Read this in English" in live.page("vaerdier/tillid/index.html")


@pytest.mark.parametrize(
    "text",
    [
        WITHDRAWN.replace("2026-11-01", "yesterday"),
        WITHDRAWN.replace("code: F02", "code: [F02: {"),
        WITHDRAWN.replace("code: F02", ""),
        WITHDRAWN.replace("reference: X-1", "reference: [X-1"),
    ],
)
@pytest.mark.parametrize("git", [True, False])
def test_a_withdrawal_in_a_faulty_file_counts_in_every_language(live: Publication, text: str, git: bool) -> None:
    live.change("stories/vinduet.en.md", "code: F02", text)
    if not git:
        without_git(live)
    assert built(live).taken_out
    assert not left(live).intersection(WORDS)


@pytest.mark.parametrize("git", [True, False])
def test_a_withdrawal_counts_without_the_settings_of_its_language(live: Publication, git: bool) -> None:
    live.change("stories/vinduet.en.md", "code: F02", WITHDRAWN)
    (live.root / "values/handbook.en.yml").unlink()
    if not git:
        without_git(live)
    assert built(live).taken_out
    assert not left(live).intersection(WORDS)


def test_a_story_that_is_gone_from_one_language_is_taken_out_of_it(live: Publication) -> None:
    (live.root / "stories/vinduet.en.md").unlink()
    live.change(*FAULT)
    assert built(live).taken_out
    assert "zigzagging" not in left(live)
    assert "Jeg lukkede det" in left(live)


def test_the_search_of_each_language_works_on_when_a_site_is_cut(live: Publication) -> None:
    without_git(live)
    live.change("stories/vinduet.en.md", "code: F02", WITHDRAWN)
    assert built(live).taken_out
    for home in ("", "en/"):
        (data,) = (live.site / home / "search").glob("data*.js")
        assert data.name in live.page(f"{home}search/address.js")


def test_printed_files_of_every_language_go_where_the_manifest_is_lost(live: Publication) -> None:
    without_git(live)
    (live.site / "edition.json").unlink()
    (live.root / "site.edition.json").unlink()
    live.change("stories/vinduet.md", "code: F02", WITHDRAWN)
    assert built(live).taken_out
    assert not list((live.site / "en/print").glob("*.pdf"))


@pytest.mark.parametrize("readable", [True, False])
def test_what_a_cut_page_says_is_in_its_own_language(live: Publication, readable: bool) -> None:
    without_git(live)
    live.change("stories/vinduet.md", "code: F02", WITHDRAWN)
    if not readable:  # the English settings cannot be read either
        live.write("values/handbook.en.yml", "title: [")
    assert built(live).taken_out
    own, theirs = live.page("en/stories/vinduet/index.html"), live.page("fortaellinger/vinduet/index.html")
    assert "The story is no longer here" in own
    assert 'lang="en' in own
    assert 'href="../../"' in own, "to the English front page"
    assert "Fortællingen er ikke længere i håndbogen" in theirs
    elsewhere = live.page("en/values/mod/index.html")
    assert "This page is missing just now" in elsewhere
    assert "This page is missing just now" in live.page("en/missing.html")
    assert "mangler.html" not in elsewhere
    assert (live.site / "mangler.html").is_file()
