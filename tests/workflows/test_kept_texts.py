"""A correction works without a word about git: what was nodded to is kept beside the publication."""

import os
import stat
from pathlib import Path

import pytest

from tests.conftest import Publication
from tests.course import Course, proposed

ROLES = ("pædagog, SFO", "pedel", "skolesekretær")
STORY = "stories/cyklen.md"


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    return Course(good, tmp_path)


@pytest.fixture
def nodded(course: Course) -> Course:
    """A story that everyone has nodded to, of which nothing was ever committed."""
    proposed(course)
    course.change("Jeg gik forbi den tre gange", "Jeg gik forbi den fire gange")
    for role in ROLES:
        course.nod(role)
    return course


def kept(course: Course) -> list[Path]:
    return sorted(course.root.glob(".hverdag/nodded/*"))


def corrected(course: Course) -> str:
    course.change("tæt paa", "tæt på")
    return course.nod(ROLES[0], "--correction")


def test_a_correction_of_what_was_never_committed_needs_one_nod(nodded: Course) -> None:
    told = corrected(nodded)
    assert "disse nik gælder igen: pedel; skolesekretær" in told
    assert nodded.rules() == set()


def test_also_without_git(nodded: Course) -> None:
    (nodded.root / ".git").rename(nodded.root / "git-er-vaek")
    assert "disse nik gælder igen" in corrected(nodded)
    assert nodded.rules() == set()


def test_also_where_the_commit_was_made_over(nodded: Course) -> None:
    nodded.commit("Alle har nikket")
    nodded.change("tæt paa", "tæt på")
    nodded.git("commit", "-q", "-a", "--amend", "-m", "Alle har nikket, og et ord er rettet")
    assert "disse nik gælder igen" in nodded.nod(ROLES[0], "--correction")


def test_what_was_changed_is_told_from_what_is_kept(nodded: Course) -> None:
    nodded.change("fire gange", "fem gange")
    assert nodded.rules() == {"nod-stale"}
    assert "»fire« → »fem«" in nodded.run("check").output


def test_where_nobody_has_the_text_the_message_is_without_git(nodded: Course) -> None:
    for path in kept(nodded):
        path.unlink()
    told = corrected(nodded)
    assert "den computer, hvor deres nik blev skrevet" in told
    assert "git" not in told.casefold()
    check = nodded.run("check").output
    assert nodded.rules() == {"nod-unknown"}
    assert "git" not in check.casefold()


def test_only_the_user_can_read_what_is_kept_and_git_does_not_see_it(nodded: Course) -> None:
    (path,) = kept(nodded)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert ".hverdag" not in nodded.git("status", "--porcelain", "--untracked-files=all")


def test_what_no_nod_rests_on_is_deleted(nodded: Course) -> None:
    (first,) = kept(nodded)
    nodded.change("fire gange", "fem gange")
    nodded.nod(ROLES[0])
    assert len(kept(nodded)) == 2  # two nods rest on the first
    for role in ROLES[1:]:
        nodded.nod(role)
    assert len(kept(nodded)) == 1
    assert not first.exists()


def test_a_withdrawal_takes_it_along(nodded: Course) -> None:
    assert "er trukket tilbage" in nodded.run("withdraw", "cyklen", "--yes").output
    assert kept(nodded) == []


def test_so_does_a_check_after_one_written_by_hand(nodded: Course) -> None:
    nodded.change("  until: 2028-03-01", "  until: 2028-03-01\n  withdrawn: 2026-11-20")
    nodded.run("check")
    assert kept(nodded) == []


def test_a_story_that_is_not_here_is_kept_for_a_while_and_then_forgotten(nodded: Course) -> None:
    (nodded.root / STORY).unlink()
    nodded.run("check")
    (path,) = kept(nodded)  # it may be on another branch
    os.utime(path, (0, 0))
    nodded.run("check")
    assert kept(nodded) == []


@pytest.mark.parametrize("content", [b"", b"[]", b"[1, 2]", b"{", b'[["body", "Noget andet"]]', b"[" * 100_000])
def test_what_was_changed_is_nobodys_nod(nodded: Course, content: bytes) -> None:
    (path,) = kept(nodded)
    path.write_bytes(content)
    nodded.change("tæt paa", "tæt på")
    assert nodded.rules() == {"nod-unknown"}


def test_nothing_is_written_or_read_through_a_link(course: Course, tmp_path: Path) -> None:
    proposed(course)
    elsewhere = tmp_path / "andetsteds"
    elsewhere.mkdir()
    (course.root / ".hverdag").symlink_to(elsewhere)
    course.change("tre gange", "fire gange")
    told = course.nod("pedel")
    assert "Teksten kunne ikke gemmes" in told
    assert "har nikket" in told
    assert list(elsewhere.iterdir()) == []


def test_nothing_is_said_where_the_text_is_committed_all_the_same(course: Course) -> None:
    proposed(course)
    course.write(".hverdag", "en fil i vejen")
    assert "kunne ikke gemmes" not in course.nod("pedel")


@pytest.mark.parametrize("code", ["../../x", "F04/..", "-"])
def test_a_code_leads_nowhere(course: Course, code: str) -> None:
    proposed(course)
    course.change("code: F04", f"code: {code}")
    course.nod("pedel")
    assert [path.name.split("-")[0] for path in kept(course)] in ([""], [])
    assert {path.parent for path in course.root.parent.rglob("*.json") if "-" in path.name} <= {
        course.root / ".hverdag/nodded"
    }


def test_an_answer_keeps_its_text_too(nodded: Course) -> None:
    nodded.change("origin:", "decision:\n  date: 2026-04-20\n  group: Værdigruppen\norigin:")
    nodded.run("nod", "cyklen", "--decision", "--yes")
    assert len(kept(nodded)) == 1
    corrected(nodded)
    assert nodded.rules() == set()
