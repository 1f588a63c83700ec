"""Our pages as pages of a site that exists already: what is published, what stays, and what the gates say."""

import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from hverdag.host.mkdocs import configured, render_site
from hverdag.host.preview.site import Preview
from hverdag.model.frame_choice import FrameChoice
from hverdag.pipeline import build, render
from hverdag.publish.server_rules import policy
from tests.conftest import TODAY, Publication
from tests.consent import LAASEN, STORY, UNTIL, leaks, own_cache, warm_cache
from tests.host.preview.test_site import BANNER
from tests.host.test_plain_build import files, mkdocs

from .conftest import PAGES, PLUGIN, joined

__all__ = ["own_cache", "warm_cache"]

OURS = ("vaerdier/", "vaerdier/tillid/", "vaerdier/mod/", "fortaellinger/", "fortaellinger/vinduet/")


def article(page: str) -> str:
    """What the theme sets a page's text into, with everything in it."""
    (found,) = html.fromstring(page).xpath("//article")
    return str(html.tostring(found, encoding="unicode"))


def links(page: str, place: str) -> list[str]:
    """The words of the links in a part of a page, by its class."""
    found = html.fromstring(page).xpath(f"//*[contains(@class, '{place}')]//a[normalize-space()]")
    return [" ".join(one.text_content().split()) for one in found]


def searched(site: Path) -> dict[str, str]:
    found = json.loads((site / "search/search_index.json").read_text("utf-8"))
    return {row["location"]: f"{row['title']} {row['text']}" for row in found["docs"]}


def test_every_page_of_before_says_what_it_said(before: Path, after: Publication) -> None:
    for path in PAGES:
        was = (before / path / "index.html").read_text("utf-8")
        assert article(was)
        assert article(after.page(f"{path}index.html")) == article(was)


def test_what_the_site_has_of_its_own_stays(before: Path, after: Publication) -> None:
    was, now = ((site / "index.html").read_text("utf-8") for site in (before, after.site))
    tabs = links(was, "md-tabs__list")
    assert links(now, "md-tabs__list") == [*tabs, "Værdier", "Fortællinger"]
    for kept in ("logo.svg", "huset.css", 'data-md-color-primary="indigo"', "Lilleby Kommune er <em>opdigtet</em>"):
        assert kept in was
        assert kept in now
    missing = {path for path in files(before) if not (after.site / path).exists()}
    assert missing == set()


def test_our_pages_are_pages_of_it(after: Publication) -> None:
    for path in OURS:
        page = after.page(f"{path}index.html")
        assert page.count("<h1>") == 1
        assert 'data-md-component="header"' in page
        assert "hv-header" not in page
        assert '<div class="hv-site" id="content" lang="da">' in page
    assert links(after.page("vaerdier/tillid/index.html"), "md-nav--secondary")[:2] == [
        "Sådan mærker vi den",
        "Tal om det",
    ]


def test_what_is_typed_is_data_in_their_frame_too(after: Publication) -> None:
    page = after.page("fortaellinger/doeren/index.html")
    assert "Døren: {{ 7*7 }} &amp; &lt;to&gt;" in page
    assert "<to>" not in page
    assert ">49<" not in page


def test_every_page_says_itself_that_it_asks_nobody_else(after: Publication) -> None:
    told = f'<meta http-equiv="Content-Security-Policy" content="{policy(FrameChoice.SITE, is_sent=False)}">'
    for path in (*PAGES, *OURS):
        assert f"<head>{told}" in after.page(f"{path}index.html")


def test_one_search_finds_both(after: Publication) -> None:
    found = searched(after.site)
    assert "Suppe hver torsdag" in found["huset/kantinen/"]
    assert "holder, hvad vi lover" in found["vaerdier/tillid/"]
    assert "dør, der ikke var låst" in found["fortaellinger/doeren/"]
    assert "vaerdier/" not in found  # it only lists what is found itself
    assert not any("hemmelighed" in text for text in found.values())


@pytest.mark.parametrize("frame", FrameChoice)
def test_words_are_looked_up_for_our_own_search_alone(
    site: Publication, frame: FrameChoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr(render, "begin_lookup", lambda *given: begun.append(given))
    site.change("mkdocs.yml", "frame: site", f"frame: {frame}")
    assert site.build().built
    assert len(begun) == (frame is FrameChoice.OWN)


@pytest.mark.parametrize(
    ("placed", "tabs", "below"),
    [
        ("  - V: values/\n", ["V"], ["V", "Tillid", "Mod"]),
        ("  - V: values/index.md\n", ["V"], []),
        ("  - values/\n", ["Værdier"], ["Værdier", "Tillid", "Mod"]),
        ("  - Os:\n      - values/\n      - huset/kantinen.md\n", ["Os"], ["Os", "Tillid", "Mod", "Kantinen"]),
        ("  - Os:\n      - values/\n      - values/mod.md\n", ["Os"], ["Os", "Tillid", "Mod"]),
        ("  - Os:\n      - M: values/mod.md\n      - stories/index.md\n", ["Os"], ["Os", "M"]),
        (
            "",
            ["Værdier", "Fortællinger", "Hold en samtale", "Mere om håndbogen"],
            ["Værdier", "Tillid", "Mod"],
        ),
    ],
)
def test_folders_stand_in_nav_with_their_pages_or_alone(
    tmp_path: Path, placed: str, tabs: list[str], below: list[str]
) -> None:
    site = joined(tmp_path, placed=placed)
    assert site.build().built
    page = site.page("it/index.html")
    assert links(page, "md-tabs__list")[4:] == tabs
    named = links(page, "md-nav--primary")
    start = named.index(below[0]) if below else len(named)
    assert named[start : start + len(below)] == below


def test_a_site_without_a_nav_gets_our_pages_after_its_own(tmp_path: Path) -> None:
    site = joined(tmp_path, placed="")
    text = (site.root / "mkdocs.yml").read_text("utf-8")
    site.write("mkdocs.yml", text.partition("nav:\n")[0])
    assert site.build().built
    assert links(site.page("index.html"), "md-tabs__list")[-4:-2] == ["Værdier", "Fortællinger"]


def test_a_name_in_nav_that_is_none_of_ours_is_told(tmp_path: Path) -> None:
    site = joined(tmp_path, placed="  - V: vaerdier/\n")
    (problem,) = site.build().errors
    assert problem.rule == "mkdocs-config"
    assert problem.parameters["suggestion"] == "values/index.md"


@pytest.mark.parametrize(("plugin", "told"), [("  - hverdag\n", 1), (PLUGIN, 0)])
def test_without_a_word_it_is_the_sites_frame_and_the_build_says_so_once(
    tmp_path: Path, plugin: str, told: int
) -> None:
    report = joined(tmp_path, plugin=plugin).build()
    assert report.built
    hints = [problem for problem in report.problems if problem.rule == "mkdocs-frame"]
    assert len(hints) == told
    assert all((hint.source.path, hint.source.line) == ("mkdocs.yml", 43) for hint in hints)


def test_a_font_from_elsewhere_is_told_and_not_fetched(site: Publication) -> None:
    site.change("mkdocs.yml", "  font: false", "  font:\n    text: Ubuntu")
    report = site.build()
    assert report.built
    assert [problem.rule for problem in report.problems if problem.rule.startswith("mkdocs")] == ["mkdocs-font"]
    assert "fonts.g" not in site.page("index.html")


def test_nothing_asks_a_forge_for_its_stars(site: Publication) -> None:
    site.change("mkdocs.yml", "theme:\n", "repo_url: https://github.com/lilleby/intranet\ntheme:\n")
    assert site.build().built
    page = site.page("index.html")
    assert "lilleby/intranet" in page
    assert 'data-md-component="source"' not in page


def test_code_in_a_page_is_refused_as_before(site: Publication) -> None:
    site.write("docs/it/adgang.md", '# Adgang\n\n<script>alert(1)</script>\n\n<p onclick="x()">Klik</p>\n')
    assert {problem.source.path for problem in site.build().errors} == {"docs/it/adgang.md"}


def test_a_template_that_asks_another_computer_is_refused(site: Publication) -> None:
    own = '{% extends "base.html" %}{% block extrahead %}<script>fetch("https://x.example/")</script>{% endblock %}'
    site.write("overrides/main.html", own)
    site.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: overrides")
    assert [problem.rule for problem in site.build().errors] == ["site-script"]


def test_the_sites_own_templates_draw_our_pages(site: Publication) -> None:
    site.write("overrides/main.html", '{% extends "base.html" %}{% block footer %}<p>Vores fod</p>{% endblock %}')
    site.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: overrides")
    assert site.build().built
    for path in ("index.html", "vaerdier/tillid/index.html"):
        assert "<p>Vores fod</p>" in site.page(path)


def test_an_own_template_that_has_no_place_there_is_told(site: Publication) -> None:
    own = '{% extends "hverdag/partials/footer.html" %}{% block imprint %}<p>Vores</p>{% endblock %}'
    site.write("theme/partials/footer.html", own)
    report = site.build()
    assert report.built
    told = [(problem.rule, problem.source.path) for problem in report.problems if problem.rule.startswith("look")]
    assert told == [("look-frame", "theme/partials/footer.html")]


def test_a_story_that_is_taken_back_is_gone_from_everything(site: Publication, own_cache: Path) -> None:
    site.write(LAASEN, STORY)
    Image.new("RGB", (60, 40), "#123456").save(site.root / "stories/billede.png")
    assert site.build().built
    assert "blikspand" in searched(site.site)["fortaellinger/laasen/"]
    site.change(LAASEN, f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn: 2026-11-01\n")
    report = site.build()
    assert report.built, report.problems
    assert leaks(site.site) == {}
    assert links(site.page("fortaellinger/index.html"), "md-nav--primary").count("Vinduet") == 1


@pytest.mark.parametrize("frame", FrameChoice)
def test_one_that_is_cut_out_of_a_live_site_is_named_nowhere_around_other_pages(
    site: Publication, own_cache: Path, frame: FrameChoice
) -> None:
    """The texts cannot be built, and nav names the story on every page."""
    site.change("mkdocs.yml", "frame: site", f"frame: {frame}")
    site.change(
        "mkdocs.yml", "  - Fortællinger: stories/\n", "  - Fortællinger:\n      - stories/\n      - stories/laasen.md\n"
    )
    site.write(LAASEN, STORY)
    Image.new("RGB", (60, 40), "#123456").save(site.root / "stories/billede.png")
    assert site.build().built
    pages = set(files(site.site))
    site.change(LAASEN, f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn: 2026-11-01\n")
    site.change("stories/doeren.md", "title: ", "title: Tillid: ")
    assert not site.build().built
    assert leaks(site.site) == {}
    assert {path for path in pages if path.endswith(".html")} <= set(files(site.site))
    assert "Suppe hver torsdag" in site.page("huset/kantinen/index.html")
    if frame is FrameChoice.SITE:
        assert links(site.page("huset/kantinen/index.html"), "md-nav--primary").count("Vinduet") == 1
        assert "Suppe hver torsdag" in searched(site.site)["huset/kantinen/"]


def test_a_consent_that_has_ended_holds_in_their_frame_too(site: Publication, own_cache: Path) -> None:
    site.write(LAASEN, STORY)
    Image.new("RGB", (60, 40), "#123456").save(site.root / "stories/billede.png")
    report = site.build(UNTIL + timedelta(days=1))
    assert report.built, report.problems
    assert leaks(site.site) == {}


def test_mkdocs_makes_the_same_pages(site: Publication) -> None:
    assert site.build(datetime.now(UTC).date()).built
    ours = files(site.site)
    mkdocs(site, "build", "-q", code=0)
    made = files(site.site)
    assert [path for path in ours if path.endswith((".html", ".js", ".css")) and made[path] != ours[path]] == []
    assert made["search/search_index.json"] == ours["search/search_index.json"]


def test_a_preview_shows_the_same_pages(site: Publication, tmp_path: Path) -> None:
    (site.root / "stories/kladden.md").unlink()
    assert site.build().built
    (tmp_path / "preview").mkdir()
    preview = Preview(site.root, tmp_path / "preview", configured, lambda: None, TODAY)
    preview.refresh()
    for name, content in files(site.site).items():
        if name.endswith(".html") or name == "search/search_index.json":
            preview.write(name)
            written = (preview.folder / name).read_bytes()
            assert BANNER.sub(b"", written) == content, name
    preview.close()


def test_on_a_usb_stick_it_is_a_small_book(site: Publication, tmp_path: Path) -> None:
    """The search and the scripts of a theme ask for a server."""
    report = build.offline(site.root, TODAY, tmp_path / "usb.zip", render_site)
    assert report.built, report.problems
    assert not [problem for problem in report.problems if problem.rule.startswith("mkdocs")]
    with zipfile.ZipFile(tmp_path / "usb.zip") as held:
        page = next(held.read(name).decode() for name in held.namelist() if name.endswith("kantinen.html"))
    assert "Suppe hver torsdag" in page
    assert 'class="hv-header"' in page
    assert "md-header" not in page
