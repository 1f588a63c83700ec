"""Other people's plugins, each tried for real, in the versions that the tests are locked to."""

import re
import subprocess
from collections.abc import Callable

import pytest

from tests.conftest import ROOT, Publication

from .conftest import OWN, line_of

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


def test_minify_leaves_out_what_no_reader_sees(good: Publication) -> None:
    before = built(good).page("fortaellinger/doeren/index.html")
    good.change("mkdocs.yml", OWN, f"{OWN}  - minify_html\n")
    page = built(good).page("fortaellinger/doeren/index.html")
    assert len(page) < len(before)
    assert "Den binder." in page


NAV = "nav:\n  - Værdier: values/index.md\n  - Fortællinger: stories/index.md\n"


def doors(publication: Publication) -> list[tuple[str, str]]:
    page = publication.page("index.html")
    header = page[page.index("hv-door") :].partition("</header>")[0]
    return re.findall(r'<a [^>]*href="([^"]*)"[^>]*>([^<]+)', header)[:4]


def with_section(good: Publication, *, plugin: str, nav: str) -> Publication:
    """Pages of the professions, which a plugin is to put into the nav."""
    for name in ("index", "a", "b"):
        good.write(f"docs/fag/{name}.md", f"# Side {name}\n\nHer står noget.\n")
    good.change("mkdocs.yml", NAV, nav)
    good.change("mkdocs.yml", "  /hjaelp.md\n", "")
    good.change("mkdocs.yml", "plugins:\n", f"plugins:\n  - {plugin}\n")
    return good


PAGES = "title: Fagene\nnav:\n  - b.md\n  - a.md\n  - index.md\n"
HELP = ("hjaelp/", "Hjælp og spørgsmål")
SECTION = ("fag/b/", "Fagene")


def test_awesome_pages_adds_to_nav(good: Publication) -> None:
    publication = with_section(good, plugin="awesome-pages", nav=f"{NAV}  - ...\n")
    publication.write("docs/fag/.pages", PAGES)
    lists = [("vaerdier/", "Værdier"), ("fortaellinger/", "Fortællinger")]
    assert sorted(doors(built(publication))) == sorted([*lists, HELP, SECTION])
    assert doors(publication)[:2] == lists
    assert not list(publication.site.rglob(".pages"))


@pytest.mark.parametrize(("plugin", "file"), [("awesome-pages", ".pages"), ("awesome-nav", ".nav.yml")])
def test_files_of_a_nav_may_name_our_lists(good: Publication, plugin: str, file: str) -> None:
    publication = with_section(good, plugin=plugin, nav="")
    publication.write(f"docs/fag/{file}", PAGES)
    publication.write(f"docs/{file}", "nav:\n  - Det vi står for: values/index.md\n  - Læs: stories/\n  - fag\n")
    ours = [("vaerdier/", "Det vi står for"), ("fortaellinger/", "Læs")]
    assert doors(built(publication))[:3] == [*ours, SECTION]
    assert not list(publication.site.rglob(file))


@pytest.mark.parametrize(("plugin", "file"), [("awesome-pages", ".pages"), ("awesome-nav", ".nav.yml")])
def test_and_what_they_name_wrongly_is_told(good: Publication, plugin: str, file: str) -> None:
    publication = with_section(good, plugin=plugin, nav="")
    publication.write(f"docs/{file}", "nav:\n  - Det vi står for: vaerdi/index.md\n  - fag\n")
    (problem,) = publication.build().errors
    assert 'there is no page "vaerdi/index.md" for nav to lead to' in line_of(problem)


EXTENSIONS = """\
markdown_extensions:
  - attr_list
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.details
  - pymdownx.keys
  - pymdownx.mark
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
  - pymdownx.tilde
"""
MARKED = """\
# Hjælp

==Husk== ++ctrl+s++ og ~~glem~~.

??? note "Mere"
    Den binder.

=== "Dag"
    Lås op.

=== "Nat"
    Lås i.

- [x] Sluk.
"""


def test_extensions_of_pymdown_make_hand_written_pages_and_no_story(good: Publication) -> None:
    good.write("mkdocs.yml", (good.root / "mkdocs.yml").read_text("utf-8") + EXTENSIONS)
    good.write("docs/hjaelp.md", MARKED)
    story = (good.root / "stories/vinduet.md").read_text("utf-8")
    good.write("stories/vinduet.md", f"{story}\n==Husk== ++ctrl+s++ bagefter.\n")
    page = built(good).page("hjaelp/index.html")
    assert "<mark>Husk</mark>" in page
    assert "<details" in page
    assert 'class="key-control"' in page
    assert "==Husk== ++ctrl+s++ bagefter." in good.page("fortaellinger/vinduet/index.html")


TABLE = [
    ("mkdocs-macros-plugin", "macros, search"),
    ("mkdocs-material", "macros, search"),
    ("mkdocs-material", "tags, meta, typeset"),
    ("mkdocs-redirects", "redirects"),
    ("mkdocs-git-revision-date-localized-plugin", "git-revision-date-localized"),
    ("mkdocs-minify-html-plugin", "minify_html (mkdocs-minify-html-plugin)"),
    ("mkdocs-glightbox", "glightbox"),
    ("mkdocs-awesome-pages-plugin", "awesome-pages"),
    ("mkdocs-awesome-nav", "awesome-nav"),
    ("mkdocs-include-markdown-plugin", "include-markdown"),
    ("mkdocs-rss-plugin", "rss"),
]
"""Packages, and the rows of the table in the documents that name their versions."""
ELSEWHERE = ("blog", "i18n, privacy, offline, print-site, section-index", "any other")
"""Rows whose tests are in site_frame/, setting_cases.py and test_meddling_plugins.py."""


def locked(package: str) -> str:
    """The version of a package in the locks."""
    locks = "".join((ROOT / f"requirements/{name}.txt").read_text("utf-8") for name in ("test", "rss"))
    found = re.search(rf"^{package}==(\S+)", locks, re.MULTILINE)
    assert found, package
    return found[1]


def rows() -> dict[str, str]:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    table = text[text.index("| plugin | tried |") :].partition("\n\n")[0].splitlines()[2:]
    return {row.split("|")[1].strip(): row for row in table}


@pytest.mark.parametrize(("package", "plugin"), TABLE)
def test_the_table_names_the_version_that_was_tried(package: str, plugin: str) -> None:
    assert locked(package) in rows()[plugin].split("|")[2]


def test_each_line_of_the_table_has_a_test() -> None:
    assert set(rows()) == {plugin for _, plugin in TABLE} | set(ELSEWHERE)
