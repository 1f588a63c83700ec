"""The pipeline: what reaches readers, and what never does."""

import json
import logging
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from hverdag.host.compiled import compiled_templates
from hverdag.host.mkdocs import render_site
from hverdag.model.artifact import Progress
from hverdag.model.problem import Source
from hverdag.pipeline import build
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.render import RenderedSite
from hverdag.pipeline.result import HostResult
from hverdag.pipeline.show import show
from tests.bench import synthetic
from tests.conftest import ROOT, TODAY, Publication
from tests.told import everything


def test_the_sample_handbook_has_no_problem_and_every_page(sample: Path) -> None:
    assert read_and_check(ROOT, TODAY).problems == ()
    assert len(list((sample / "vaerdier").glob("*/index.html"))) == 7
    assert len(list((sample / "fortaellinger").glob("*/index.html"))) == 11
    assert everything(sample).count("Opdigtet eksempel") >= 18


def test_a_draft_reaches_no_page_no_index_no_search_and_no_picture(built: Publication) -> None:
    found = everything(built.site)
    assert "hemmelig" not in found.casefold()
    assert "kladden" not in found
    assert "kladde.png" not in found
    assert not list(built.site.rglob("kladde*"))


@pytest.mark.parametrize("state", ["in-review", "retired", "declined"])
def test_only_published_stories_appear(good: Publication, state: str) -> None:
    good.change("stories/kladden.md", "state: draft", f"state: {state}")
    good.change("stories/kladden.md", "origin: collected", "origin: illustrative")
    good.change(
        "stories/kladden.md",
        "code: F03",
        "code: F03\naudience: [alle]\nthemes: [a]\nquestions: [A?, B?, C?]\ntold: 2026-01-01\nreview_by: 2027-01-01",
    )
    (good.root / "stories/kladde.png").write_bytes((good.root / "stories/doer.png").read_bytes())
    assert good.build().built
    assert "hemmelig" not in everything(good.site).casefold()


def test_a_preview_shows_drafts_with_a_banner_and_a_flag(good: Publication) -> None:
    assert good.build(preview=True).built
    page = good.page("fortaellinger/kladden/index.html")
    assert "Forhåndsvisning" in page
    assert "Ikke udgivet" in page
    assert "Forhåndsvisning" in good.page("index.html")


def test_macros_run_only_on_pages_that_ask(built: Publication) -> None:
    story = built.page("fortaellinger/doeren/index.html")
    assert "{{ 7*7 }} og {% raw %}" in story
    assert ">49" not in story
    assert " 49 " not in story
    assert "{{ 7*7 }}" in built.page("hjaelp/index.html")
    assert "<title>Døren: {{ 7*7 }} &amp; &lt;to&gt; - Minihåndbogen</title>" in story
    assert "{{ 7*7 }}" in built.page("search/data.js")


def test_hostile_words_are_text_everywhere(good: Publication) -> None:
    evil = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    line = json.dumps(evil)
    good.change("stories/vinduet.md", "title: Vinduet", f"title: {line}")
    good.change("stories/vinduet.md", "summary: Et vindue, der stod åbent.", f"summary: {line}")
    good.change("stories/vinduet.md", "workplace: Skolen", f"workplace: {line}")
    good.change("stories/vinduet.md", "[børn og unge]", f"[{line}]")
    good.change("values/mod.md", "promise: Vi siger det svære.", f"promise: {line}")
    good.change("values/handbook.yml", "title: Minihåndbogen", f"title: {line}")
    good.change("values/handbook.yml", "organisation: Lilleby Kommune", f"organisation: {line}")
    good.change("values/handbook.yml", "name: Kommunikation", f"name: {line}")
    good.change("values/handbook.yml", "notice: Lilleby er opdigtet.", f"notice: {line}")
    assert good.build().built
    for path in good.site.rglob("*.html"):
        page = path.read_text("utf-8")
        assert "<script>alert" not in page, path
        assert "<img src=x" not in page, path
    assert "<" not in good.page("search/data.js")


def test_a_fact_is_text_and_not_markdown(built: Publication) -> None:
    assert "Her bor 4&#46;100 &#42;cirka&#42; mennesker." in built.page("index.html")


def test_edit_links_lead_to_the_real_file(built: Publication) -> None:
    assert 'href="https://git.lilleby.example/edit/stories/doeren.md"' in built.page("fortaellinger/doeren/index.html")
    assert 'href="https://git.lilleby.example/edit/docs/hjaelp.md"' in built.page("hjaelp/index.html")
    assert "/edit/" not in built.page("fortaellinger/index.html")


def test_a_building_says_nothing_unexpected(good: Publication, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert good.build().built
    assert [record.getMessage() for record in caplog.records] == []


@pytest.mark.parametrize(
    ("page", "rule", "words"),
    [
        ("# Side\n\n[væk](vaek.md)", "site-link", "vaek.md"),
        ("# Side\n\n![x](https://example.org/x.png)", "page-request", "https://example.org/x.png"),
        (
            "---\nrender_macros: true\n---\n# Side\n\n{{ '<img src=https://example.org/' ~ 'x.png>' }}",
            "site-request",
            "https://example.org/x.png",
        ),
        ("---\nrender_macros: true\n---\n# Side\n\n{{ story('doren') }}", "page-name", "doeren"),
        ("---\nrender_macros: true\n---\n# Side\n\n{{ story('kladden') }}", "page-name", "kladden"),
        ("---\nrender_macros: true\n---\n# Side\n\n{{ value_tiels() }}", "page-name", "value_tiles"),
        ("---\nrender_macros: true\n---\n# Side\n\n{{ fact() }}", "page-macro", "fact()"),
        ("---\nrender_macros: true\n---\n# Side\n\n{{ fact(", "page-macro", "unexpected"),
        ("# Side\n\n[ned](#findes-ikke)", "site-link", "findes-ikke"),
        ("# Side\n\n[over](hjaelp.md#findes-ikke)", "site-link", "findes-ikke"),
    ],
)
def test_a_fault_in_a_hand_written_page_leaves_the_old_site_whole(
    good: Publication, page: str, rule: str, words: str
) -> None:
    assert good.build().built
    before = everything(good.site)
    good.write("docs/side.md", page)
    report = good.build()
    assert not report.built
    (problem,) = report.errors
    assert problem.rule == rule
    assert problem.source.path in ("docs/side.md", "docs")
    assert words in show(report.publication, [problem], "text")
    assert everything(good.site) == before


def test_the_line_of_a_dead_link_is_found(good: Publication) -> None:
    good.write("docs/side.md", "# Side\n\nEt link\n[væk](vaek.md)")
    (problem,) = good.build().errors
    assert problem.source == Source("docs/side.md", 4, 7), problem


@pytest.mark.parametrize("text", ["plugins: [hverdag, findes-ikke]", "site_name: [", "site_name: Uden plugin"])
def test_a_fault_in_mkdocs_yml_is_a_problem(good: Publication, text: str) -> None:
    good.write("mkdocs.yml", text)
    (problem,) = good.build().errors
    assert (problem.rule, problem.source.path) == ("mkdocs-config", "mkdocs.yml")


def test_nothing_is_written_when_the_host_fails_half_way(good: Publication) -> None:
    assert good.build().built
    before = everything(good.site)

    def failing(prepared: RenderedSite, folder: Path, progress: Progress) -> HostResult:
        (folder / "index.html").write_text("halvt", encoding="utf-8")
        raise OSError("disken er fuld")

    with pytest.raises(OSError, match="disken er fuld"):
        build.build(good.root, TODAY, good.site, failing)
    assert everything(good.site) == before
    assert not list((good.root / ".site").glob("staging-*"))


@pytest.mark.slow
def test_a_killed_build_leaves_the_old_site_whole(good: Publication) -> None:
    assert good.build().built
    before = everything(good.site)
    command = [sys.executable, "-m", "hverdag", "build", "-C", str(good.root), "--today", str(TODAY)]
    good.change("docs/hjaelp.md", "# Hjælp", "# Ny hjælp")
    for wait in (0.3, 0.6, 0.9, 1.1, 1.3):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            time.sleep(wait)
            running.send_signal(signal.SIGKILL)
        after = everything(good.site)
        assert "</html>" in good.page("fortaellinger/doeren/index.html")
        assert after == before or "Ny hjælp" in after
    assert good.build().built
    assert "Ny hjælp" in good.page("hjaelp/index.html")
    assert not list((good.root / ".site").glob("staging-*"))


def test_the_address_is_known_only_where_it_is_set(good: Publication) -> None:
    assert good.build().built
    assert "canonical" not in good.page("index.html")
    good.change("values/handbook.yml", "edition: 1. udgave", "edition: 1. udgave\nsite_url: https://lilleby.example/h/")
    assert good.build().built
    assert 'rel="canonical" href="https://lilleby.example/h/"' in good.page("index.html")


def test_a_value_without_stories_has_a_page_of_its_own(good: Publication) -> None:
    good.change("stories/doeren.md", "values: [tillid, mod]", "values: [mod]")
    assert good.build().built
    assert "Ingen fortælling viser denne værdi endnu" in good.page("vaerdier/tillid/index.html")


def test_today_is_an_input(good: Publication) -> None:
    assert "review-date" not in good.rules(date(2027, 1, 15))
    assert "review-date" in good.rules(date(2027, 1, 16))


def test_two_builds_hold_the_same(good: Publication) -> None:
    good.build()
    first = everything(good.site)
    good.build()
    assert [line for line in everything(good.site).split("\n") if "lastmod" not in line] == [
        line for line in first.split("\n") if "lastmod" not in line
    ]


def test_english_folders_and_words(good: Publication) -> None:
    good.change(
        "values/handbook.yml",
        "edition: 1. udgave",
        "edition: 1st\nlanguage: en\nfolders:\n  values: values\n  stories: stories",
    )
    good.change("mkdocs.yml", "Værdier: values/index.md", "Our words: values/index.md")
    good.change("docs/hjaelp.md", "fortaellinger/vinduet.md", "stories/vinduet.md")
    report = good.build()
    assert report.built, report.problems
    page = good.page("stories/doeren/index.html")
    assert '<html lang="en-GB"' in page
    assert "Talk about it" in page
    assert "15 January 2026" in page
    assert 'href="../../values/">Our words</a>' in page
    assert "<h1>Values</h1>" in good.page("values/index.html")


def test_plain_mkdocs_builds_it_too_but_not_to_where_readers_are(good: Publication) -> None:
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q"]
    assert subprocess.run(command, cwd=good.root, check=False, capture_output=True).returncode == 0
    assert (good.root / ".hverdag/mkdocs/fortaellinger/doeren/index.html").is_file()
    assert not good.site.exists()
    good.change("stories/doeren.md", "kind: opgave", "kind: opgaver")
    done = subprocess.run(command, cwd=good.root, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "»opgaver« er ikke en type" in done.stderr


def test_the_renderer_is_handed_in(good: Publication) -> None:
    seen: list[RenderedSite] = []

    def writing(prepared: RenderedSite, folder: Path, progress: Progress) -> HostResult:
        seen.append(prepared)
        for page in prepared.pages:
            path = folder / page.address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("<p>", encoding="utf-8")
        return HostResult()

    assert build.build(good.root, TODAY, good.site, writing).built
    assert (good.site / "vaerdier/tillid/index.html").is_file()
    assert render_site is not writing
    listed = (ROOT / "tests/golden/good.files.txt").read_text("utf-8").split()
    assert {f"{page.address}index.html" for page in seen[0].pages} <= set(listed)


def test_a_template_that_has_changed_is_compiled_anew(tmp_path: Path) -> None:
    for word in ("lygte", "fyrtårn", "lygte"):
        (tmp_path / "side.html").write_text(f"<p>{word} {{{{ 7*7 }}}}</p>", "utf-8")
        environment = Environment(
            loader=FileSystemLoader(tmp_path), bytecode_cache=compiled_templates(), autoescape=True
        )
        assert environment.get_template("side.html").render() == f"<p>{word} 49</p>"


def test_what_the_bench_measures_can_be_built(tmp_path: Path) -> None:
    """It is made of the sample's own settings, which once named stories that it does not have."""
    synthetic(tmp_path / "syn", 3)
    assert read_and_check(tmp_path / "syn", TODAY).errors == ()
