"""Files that hand-written pages bring in: looked over like the page, and none from where nothing is published."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Publication

from .conftest import line_of

Using = Callable[..., Publication]

BY_PLUGIN = '{% include-markdown "PATH" %}'
BY_SNIPPET = '--8<-- "PATH"'
CPR = "150368-5010"  # nobody's: see cpr_corpus.py
WAYS = pytest.mark.parametrize("way", [BY_PLUGIN, BY_SNIPPET], ids=["include-markdown", "snippets"])


@pytest.fixture
def bringing(using: Using) -> Callable[[str, str], Publication]:
    """Return a way to have a page bring in the file at a path of the publication."""

    def bring(way: str, path: str) -> Publication:
        publication = using("include-markdown")
        text = (publication.root / "mkdocs.yml").read_text("utf-8")
        extension = f"  - pymdownx.snippets:\n      base_path: ['{publication.root}']\n"
        publication.write("mkdocs.yml", f"{text}markdown_extensions:\n{extension}")
        publication.write("docs/dele/a.md", "Fra en **anden** fil.\n")
        publication.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /dele/a.md\n")
        given = path if way == BY_SNIPPET or path.startswith("/") else f"../{path}"
        publication.write("docs/hjaelp.md", f"# Hjælp\n\nEn linje.\n\n{way.replace('PATH', given)}\n")
        return publication

    return bring


@WAYS
def test_a_text_of_the_publication_comes_in(bringing: Callable[[str, str], Publication], way: str) -> None:
    publication = bringing(way, "docs/dele/a.md")
    report = publication.build()
    assert report.built, [line_of(problem) for problem in report.errors]
    assert "<p>Fra en <strong>anden</strong> fil.</p>" in publication.page("hjaelp/index.html")


@WAYS
def test_what_comes_in_is_looked_over(bringing: Callable[[str, str], Publication], way: str) -> None:
    publication = bringing(way, "andet/liste.txt")
    publication.write("andet/liste.txt", f"Borgeren {CPR} ringede.\n\n<script>alert(1)</script>\n")
    told = [line_of(problem) for problem in publication.build().errors]
    assert {line.split()[2].rstrip(":") for line in told} >= {"privacy-cpr", "page-unsafe"}
    assert all(line.startswith("docs/hjaelp.md:") for line in told)
    assert CPR not in "".join(told)


@WAYS
@pytest.mark.parametrize("path", ["private/svar.md", ".hemmeligt/svar.md"])
def test_nothing_comes_from_where_nothing_is_published(
    bringing: Callable[[str, str], Publication], way: str, path: str
) -> None:
    publication = bringing(way, path)
    publication.write(path, "Et svar fra en enkelt.\n")
    (problem,) = publication.build().errors
    column = 8 if way == BY_SNIPPET else 21
    assert line_of(problem).startswith(f"docs/hjaelp.md:5:{problem.source.column}: error page-include: The page brings")
    assert problem.source.column > column
    assert f'brings in "{path}"' in line_of(problem)


def test_nothing_comes_from_outside_the_publication(
    bringing: Callable[[str, str], Publication], tmp_path: Path
) -> None:
    (tmp_path / "udenfor.md").write_text("Udenfor.\n")
    (problem,) = bringing(BY_PLUGIN, str(tmp_path / "udenfor.md")).build().errors
    assert problem.rule == "page-include"
    assert str(tmp_path) not in line_of(problem)


@WAYS
def test_a_draft_does_not_come_in(bringing: Callable[[str, str], Publication], way: str) -> None:
    (problem,) = bringing(way, "stories/kladden.md").build().errors
    assert (problem.rule, problem.source.path, problem.source.line) == ("consent-passage", "docs/hjaelp.md", 5)


def test_nothing_is_fetched_from_another_computer(using: Using) -> None:
    publication = using("include-markdown")
    publication.write("docs/hjaelp.md", '# Hjælp\n\n{% include "https://a.example/x.md" %}\n')
    (problem,) = publication.build().errors
    assert line_of(problem).startswith(
        'mkdocs.yml:11:5: error mkdocs-plugin: The plugin "include-markdown" stopped in on_page_markdown: Including'
    )


def test_settings_that_fetch_are_refused(using: Using) -> None:
    publication = using("include-markdown:\n      include_from_url: true")
    text = (publication.root / "mkdocs.yml").read_text("utf-8")
    publication.write("mkdocs.yml", f"{text}markdown_extensions:\n  - pymdownx.snippets:\n      url_download: true\n")
    told = [line_of(problem) for problem in publication.build().errors]
    assert [line.split()[0] for line in told] == ["mkdocs.yml:12:7:", "mkdocs.yml:21:7:"]
    assert all("a page could fetch a text from another computer" in line for line in told)


def test_they_do_nothing_in_a_story(using: Using) -> None:
    """A story is data."""
    publication = using("include-markdown")
    text = (publication.root / "mkdocs.yml").read_text("utf-8")
    publication.write("mkdocs.yml", f"{text}markdown_extensions: [pymdownx.snippets]\n")
    lines = f"\n{BY_PLUGIN.replace('PATH', '../docs/hjaelp.md')}\n\n{BY_SNIPPET.replace('PATH', 'docs/hjaelp.md')}\n"
    for path in ("stories/vinduet.md", "values/mod.md"):
        publication.write(path, (publication.root / path).read_text("utf-8") + lines)
    report = publication.build()
    assert report.built, [line_of(problem) for problem in report.errors]
    for page in ("fortaellinger/vinduet/index.html", "vaerdier/mod/index.html"):
        assert "{% include-markdown" in publication.page(page)
        assert "--8&lt;--" in publication.page(page)
