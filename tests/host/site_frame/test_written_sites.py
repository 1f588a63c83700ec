"""What sites that are written already have, and that is no fault: found in the sources of well-known ones."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from PIL import Image

from hverdag.host.cross_references import without_marks
from hverdag.host.sound_docs import sound_docs
from hverdag.pipeline.read import read_and_check
from tests.conftest import TODAY, Publication
from tests.parse.pages.reading import MATERIAL, PATH, reader

LINES = "  - pymdownx.highlight:\n      line_spans: __span\n      anchor_linenums: true\n  - pymdownx.superfences\n"
CODE = "# Kode\n\n```py\na = 1\nb = 2\n```\n\n```{ .py #example }\na = 1\n```\n"


def found(site: Publication) -> list[tuple[str, str, int]]:
    """The errors of a build."""
    return [(one.rule, one.source.path, one.source.line) for one in site.build().errors]


def test_what_extensions_and_the_theme_write_is_no_fault_of_a_page(site: Publication) -> None:
    """Lines of code with a place each; the button that shares a search; two pictures, for light and for dark."""
    site.change("mkdocs.yml", "  - pymdownx.superfences\n", LINES)
    site.change("mkdocs.yml", "    - search.highlight\n", "    - search.highlight\n    - search.share\n")
    Image.new("RGB", (2, 2)).save(site.root / "docs/it/huset.png")
    site.write("docs/it/adgang.md", f"{CODE}\n![Huset](huset.png#only-light)\n")
    assert found(site) == []
    assert 'id="__span-0-1"' in site.page("it/adgang/index.html")
    assert "__span-example-1" in site.page("it/adgang/index.html")
    assert "javascript:" not in site.page("index.html") + site.page("404.html")


@pytest.mark.parametrize("id", ["__config", "__search", "__toc", "__nav_1", "__palette_0", "__drawer"])
def test_what_scripts_of_the_theme_look_for_is_refused_as_before(id: str, tmp_path: Path) -> None:
    assert [one.rule for one in reader(tmp_path, MATERIAL).problems(f'<div id="{id}">x</div>\n', PATH)] == [
        "page-unsafe"
    ]


def test_pages_keep_the_addresses_that_others_know(site: Publication) -> None:
    site.write("docs/it/file_objects.md", "# Filer\n\nTekst.\n")
    site.write("docs/it/udgave-2.0.md", "# Udgave\n\nTekst.\n")
    assert found(site) == []
    assert (site.site / "it/file_objects/index.html").is_file()
    site.write("docs/it/To Ord.md", "# To\n\nTekst.\n")
    site.write("stories/to_ord.md", "# To\n")
    told = [path for rule, path, _ in found(site) if rule == "file-name"]
    assert told == ["docs/it/To Ord.md", "stories/to_ord.md"]


def test_the_page_for_missing_pages_asks_nobody_else(site: Publication) -> None:
    site.change("mkdocs.yml", "theme:\n", "repo_url: https://github.com/lilleby/intranet\ntheme:\n")
    assert site.build().built
    missing = site.page("404.html")
    assert '<head><meta http-equiv="Content-Security-Policy"' in missing
    assert 'data-md-component="source"' not in missing


def test_a_style_sheet_that_asks_is_told_where_it_does(site: Publication) -> None:
    css = (site.root / "docs/huset.css").read_text("utf-8")
    site.write("docs/huset.css", f'/* Vores */\n@import url("https://x.example/a.css");\n{css}')
    assert found(site) == [("site-request", "docs/huset.css", 2)]


def test_templates_in_docs_are_told_once(site: Publication) -> None:
    site.write("docs/overrides/main.html", '{% extends "base.html" %}')
    site.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: docs/overrides")
    assert [rule for rule, _, _ in found(site)] == ["mkdocs-config"]


def test_a_page_that_asks_keeps_its_fields(site: Publication) -> None:
    """A blog has no posts without a date, and would stop."""
    site.write("docs/it/adgang.md", "---\ndate: 2026-01-02\n---\n# Adgang\n\n![x](https://x.example/a.png)\n")
    site.write("docs/it/.authors.yml", "authors: {}\n")
    site.write("docs/it/telefon.md", "---\ndate: 2026-01-03\nnoget: andet\n---\n# Telefon\n")
    with sound_docs(read_and_check(site.root, TODAY)) as folder:
        assert folder
        assert (folder / "it/adgang.md").read_text("utf-8").startswith("---\ndate: 2026-01-02\n---")
        assert (folder / "it/telefon.md").read_text("utf-8").startswith("---\ndate: 2026-01-03\n#\n---")
        assert (folder / "it/.authors.yml").is_file()


def test_a_blog_is_part_of_a_site(site: Publication) -> None:
    site.change("mkdocs.yml", "  - search\n", "  - search\n  - blog\n")
    site.write("docs/blog/index.md", "# Nyt\n")
    site.write("docs/blog/posts/a.md", "---\ndate: 2026-01-02\n---\n# Kantinen er åben\n\nVi ses.\n")
    assert found(site) == []
    assert "Kantinen er åben" in site.page("blog/index.html")


def test_marks_of_links_that_are_still_to_be_set_in_are_left_out_of_the_look() -> None:
    config = MkDocsConfig()
    config.plugins = {"autorefs": None}  # type: ignore[assignment]
    mark = '<p><autoref identifier="a.b" optional hover>b</autoref></p>'
    assert without_marks(mark, config) == "<p>b</p>"
    hostile = '<autoref identifier="a" onclick="x()">b'
    assert without_marks(hostile, config) == hostile
    config.plugins = {}  # type: ignore[assignment]
    assert without_marks(mark, config) == mark
