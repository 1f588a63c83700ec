"""Other people's plugins, each tried for real: those of Material always, the others where they are installed
(`pip install -e .[neighbours]`)."""

import subprocess
from collections.abc import Callable

import pytest
from mkdocs.config.defaults import MkDocsConfig

from tests.conftest import Publication

from .conftest import line_of

Using = Callable[..., Publication]
HERE = dict(MkDocsConfig._schema)["plugins"].installed_plugins


def needs(plugin: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(plugin not in HERE, reason=f"{plugin} is not installed")


def built(publication: Publication) -> Publication:
    report = publication.build()
    assert report.built, [line_of(problem) for problem in report.errors]
    return publication


@pytest.mark.parametrize("plugin", ["tags", "meta", "typeset"])
def test_those_of_material_that_read_pages(using: Using, plugin: str) -> None:
    publication = using(plugin)
    publication.write("docs/hjaelp.md", "---\ntags: [nøgler]\n---\n\n# Hjælp\n\nHer er hjælp.\n")
    built(publication)


@needs("redirects")
def test_redirects_lead_to_pages_and_stories_without_a_script(using: Using) -> None:
    maps = {"gammel.md": "hjaelp.md", "gl/doer.md": "stories/doeren.md", "gl/mod.md": "values/mod.md"}
    options = "".join(f"\n        {former}: {target}" for former, target in maps.items())
    publication = built(using(f"redirects:\n      redirect_maps:{options}"))
    for path, target in {"gammel": "../hjaelp/", "gl/doer": "../../fortaellinger/doeren/"}.items():
        page = publication.page(f"{path}/index.html")
        assert f"url={target}" in page
        assert "<script" not in page


@needs("redirects")
def test_a_redirect_that_leads_nowhere_is_told_with_its_line(using: Using) -> None:
    report = using("redirects:\n      redirect_maps:\n        gammel.md: stories/findes-ikke.md").build()
    assert [problem.source.line for problem in report.errors] == [13]


@needs("minify")
def test_minify_takes_out_spaces_and_no_words(using: Using) -> None:
    options = "\n      minify_html: true\n      htmlmin_opts: {remove_comments: true}"
    whole = len(built(using()).page("fortaellinger/doeren/index.html"))
    publication = using()
    publication.change("mkdocs.yml", "  - hverdag\n", f"  - hverdag\n  - minify:{options}\n")
    assert len(built(publication).page("fortaellinger/doeren/index.html")) < whole


@needs("git-revision-date-localized")
def test_git_dates_stand_on_hand_written_pages(using: Using) -> None:
    publication = using("git-revision-date-localized:\n      type: iso_date")
    publication.write("docs/hjaelp.md", "# Hjælp\n\nSidst ændret {{ git_revision_date_localized }}.\n")
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "1")):
        subprocess.run(["git", *words], cwd=publication.root, check=True)
    assert "{{" not in built(publication).page("hjaelp/index.html")
