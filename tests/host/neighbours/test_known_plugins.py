"""Other people's plugins, each tried for real, in the versions that the tests are locked to."""

import subprocess
from collections.abc import Callable
from importlib.metadata import version

import pytest

from tests.conftest import ROOT, Publication

from .conftest import line_of

Using = Callable[..., Publication]


def built(publication: Publication) -> Publication:
    report = publication.build()
    assert report.built, [line_of(problem) for problem in report.errors]
    return publication


@pytest.mark.parametrize("plugin", ["tags", "meta", "typeset"])
def test_those_of_material_that_read_pages(using: Using, plugin: str) -> None:
    publication = using(plugin)
    publication.write("docs/hjaelp.md", "---\ntags: [nøgler]\n---\n\n# Hjælp\n\nHer er hjælp.\n")
    built(publication)


def test_redirects_lead_to_pages_and_stories_without_a_script(using: Using) -> None:
    maps = {"gammel.md": "hjaelp.md", "gl/doer.md": "stories/doeren.md", "gl/mod.md": "values/mod.md"}
    options = "".join(f"\n        {former}: {target}" for former, target in maps.items())
    publication = built(using(f"redirects:\n      redirect_maps:{options}"))
    for path, target in {"gammel": "../hjaelp/", "gl/doer": "../../fortaellinger/doeren/"}.items():
        page = publication.page(f"{path}/index.html")
        assert f"url={target}" in page
        assert "<script" not in page


def test_a_redirect_that_leads_nowhere_is_told_with_its_line(using: Using) -> None:
    report = using("redirects:\n      redirect_maps:\n        gammel.md: stories/findes-ikke.md").build()
    assert [problem.source.line for problem in report.errors] == [13]


def test_git_dates_stand_on_hand_written_pages(using: Using) -> None:
    publication = using("git-revision-date-localized:\n      type: iso_date")
    publication.write("docs/hjaelp.md", "# Hjælp\n\nSidst ændret {{ git_revision_date_localized }}.\n")
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "1")):
        subprocess.run(["git", *words], cwd=publication.root, check=True)
    assert "{{" not in built(publication).page("hjaelp/index.html")


@pytest.mark.parametrize(
    ("package", "plugin"),
    [
        ("mkdocs-macros-plugin", "macros, search"),
        ("mkdocs-material", "macros, search"),
        ("mkdocs-material", "tags, meta, typeset"),
        ("mkdocs-redirects", "redirects"),
        ("mkdocs-git-revision-date-localized-plugin", "git-revision-date-localized"),
    ],
)
def test_the_table_names_the_version_that_was_tried(package: str, plugin: str) -> None:
    rows = (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()
    (row,) = [row for row in rows if row.startswith(f"| {plugin} |")]
    assert version(package) in row
