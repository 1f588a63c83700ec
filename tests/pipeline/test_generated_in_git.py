"""What Hverdag makes is not published out of git, where anybody could have put it."""

import subprocess
from pathlib import Path

import pytest

from hverdag.pipeline.generated_in_git import generated_in_git
from hverdag.publish import bundle
from hverdag.publish.cache.folder import cache_problems
from hverdag.workflows.review.since import review_since
from tests.conftest import TODAY, Publication
from tests.consent import run


def git(root: Path, *words: str) -> None:
    person = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *person, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def committed(good: Publication) -> Publication:
    git(good.root, "init", "-q", "-b", "main")
    git(good.root, "add", ".")
    git(good.root, "commit", "-qm", "x")
    return good


@pytest.mark.parametrize("path", ["site/index.html", ".site/release-abcdefgh/index.html", ".hverdag/cache/x.pdf"])
def test_it_is_an_error_and_a_review_says_so(committed: Publication, path: str) -> None:
    assert list(generated_in_git(committed.root)) == []
    git(committed.root, "checkout", "-qb", "forslag")
    committed.write(path, "<h1>Ingen har nikket</h1>")
    git(committed.root, "add", "-f", path)
    git(committed.root, "commit", "-qm", "y")
    assert "site-in-git" in committed.rules()
    _, review = review_since(committed.root, "main", TODAY)
    assert path in {change.path for change in review.code}


def test_a_cache_in_a_handbook_is_not_believed(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HVERDAG_CACHE", str(good.root / ".hverdag/cache"))
    assert [problem.rule for problem in cache_problems()] == ["cache-unused"]


def test_a_site_among_the_texts_is_refused(good: Publication) -> None:
    done = run(good, "build", "--site-dir", str(good.root / "stories/x"))
    assert done.exit_code == 1
    assert bundle.MISPLACED.id in done.output
    assert not (good.root / "stories/x").exists()


def test_the_top_of_the_disk_is_no_site(good: Publication) -> None:
    done = run(good, "build", "--site-dir", "/")
    assert done.exit_code == 1
    assert "site-foreign" in done.output


def test_workflows_begin_without_what_was_built() -> None:
    root = Path(__file__).parents[2]
    for name in (".github/workflows/handbook.yml", ".gitlab-ci.yml"):
        text = (root / name).read_text("utf-8")
        assert "rm -rf site .site site.edition.json" in text
    assert "$CI_PROJECT_DIR/.hverdag/cache" not in (root / ".gitlab-ci.yml").read_text("utf-8")
