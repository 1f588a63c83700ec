"""A handbook in two languages: what each of them holds, what leads from one to the other, and what is told."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.model.problem import Level
from hverdag.pipeline import build
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.languages.reading import read_languages
from hverdag.pipeline.result import Report
from hverdag.pipeline.show import show
from hverdag.pipeline.today import today_of
from tests.conftest import TODAY, Publication, copied
from tests.in_two_languages import SETTINGS, with_english
from tests.told import everything


@pytest.fixture
def bilingual(good: Publication) -> Publication:
    return with_english(good)


@pytest.fixture(scope="module")
def built_bilingual(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = with_english(copied("good", tmp_path_factory.mktemp("bilingual")))
    report = publication.build()
    assert report.built, report.problems
    return publication


def told(publication: Publication) -> Report:
    return check_site(publication.root, TODAY, render_site)


def rules(report: Report, level: Level = Level.ERROR) -> list[tuple[str, str, int]]:
    return [(one.rule, one.source.path, one.source.line) for one in report.problems if one.level is level]


def test_both_languages_are_in_one_site(built_bilingual: Publication) -> None:
    assert (built_bilingual.site / "fortaellinger/vinduet/index.html").is_file()
    page = built_bilingual.page("en/stories/vinduet/index.html")
    assert '<html lang="en-GB"' in page
    assert "zigzagging home" in page
    assert "A demanding task" in page
    assert (built_bilingual.site / "en/help/index.html").is_file()
    assert not (built_bilingual.site / "en/stories/doeren/index.html").exists()


def test_neither_language_is_in_the_other(built_bilingual: Publication) -> None:
    site = built_bilingual.site
    english = everything(site / "en")
    assert "Jeg lukkede det" not in english
    assert "Vi holder, hvad vi lover" not in english
    danish = "".join(path.read_text("utf-8") for path in site.rglob("*.html") if "en" not in path.parts)
    assert "zigzagging" not in danish
    assert "vinduet.en" not in danish


def test_search_stays_in_its_language(built_bilingual: Publication) -> None:
    def found(folder: Path) -> str:
        return "".join(path.read_text("utf-8") for path in sorted((folder / "search").glob("*.js")))

    assert "zigzagging" in found(built_bilingual.site / "en")
    assert "lukkede" not in found(built_bilingual.site / "en")
    assert "zigzagging" not in found(built_bilingual.site)


def test_a_text_leads_to_itself_in_the_other_language(built_bilingual: Publication) -> None:
    danish = built_bilingual.page("fortaellinger/vinduet/index.html")
    assert 'href="../../en/stories/vinduet/" lang="en-GB" hreflang="en-GB">Read this in English' in danish
    english = built_bilingual.page("en/stories/vinduet/index.html")
    assert 'href="../../../fortaellinger/vinduet/" lang="da" hreflang="da">Læs det på dansk' in english
    value = built_bilingual.page("en/values/tillid/index.html")
    assert 'href="../../../vaerdier/tillid/" lang="da"' in value
    assert "Read this in English" not in built_bilingual.page("fortaellinger/doeren/index.html")


def test_every_page_leads_to_the_front_page_of_the_other_language(built_bilingual: Publication) -> None:
    assert 'href="../../en/" lang="en-GB" hreflang="en-GB">In English' in built_bilingual.page(
        "fortaellinger/doeren/index.html"
    )
    assert 'href="../../" lang="da" hreflang="da">På dansk' in built_bilingual.page("en/help/index.html")


def test_the_front_pages_lead_to_each_other(built_bilingual: Publication) -> None:
    assert 'href="en/" lang="en-GB"' in built_bilingual.page("index.html")
    assert 'href="../" lang="da"' in built_bilingual.page("en/index.html")


def test_the_manifest_tells_of_both(built_bilingual: Publication) -> None:
    outputs = json.loads((built_bilingual.site / "edition.json").read_text("utf-8"))["outputs"]
    assert "F02" in outputs["en/stories/vinduet/index.html"]
    assert "F02" in outputs["fortaellinger/vinduet/index.html"]
    assert not (built_bilingual.site / "en/edition.json").exists()


def test_what_is_missing_is_a_hint(bilingual: Publication) -> None:
    problems = read_languages(bilingual.root, TODAY, "en").problems
    (hint,) = [one for one in problems if one.rule == "language-missing"]
    assert hint.level is Level.HINT
    assert hint.parameters["given"] == "stories/doeren.md"
    assert hint.parameters["path"] == "stories/doeren.en.md"


def test_a_check_finds_nothing_else(bilingual: Publication) -> None:
    assert rules(told(bilingual)) == []


def test_a_publication_in_one_language_has_no_other(good: Publication) -> None:
    report = good.build()
    assert report.built
    assert 'class="hv-languages"' not in everything(good.site)


def test_an_offline_edition_has_both_and_leads_from_one_to_the_other(bilingual: Publication, tmp_path: Path) -> None:
    report = build.offline(bilingual.root, TODAY, tmp_path / "both.zip", render_site)
    assert report.built, report.problems
    with zipfile.ZipFile(tmp_path / "both.zip") as edition:
        names = edition.namelist()
        danish = next(name for name in names if name.endswith("fortaellinger/vinduet.html"))
        english = next(name for name in names if name.endswith("en/stories/vinduet.html"))
        assert 'href="../en/stories/vinduet.html"' in edition.read(danish).decode()
        assert 'href="../../fortaellinger/vinduet.html"' in edition.read(english).decode()


def test_a_fault_in_the_other_language_is_told_where_it_is(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.en.md", "kind: opgave", "kind: oops")
    bilingual.change("docs/help.en.md", "Ask us.", "Ask [them](nowhere.md).")
    report = told(bilingual)
    found = rules(report)
    assert ("story-kind", "stories/vinduet.en.md", 5) in found or ("story-kind", "stories/vinduet.en.md", 6) in found
    assert any(path == "docs/help.en.md" and line == 3 for _, path, line in found)
    assert not [path for _, path, _ in found if path.endswith("help.md")]
    assert "kind: oops" in show(report.publication, report.problems, "html")


def test_a_build_with_a_fault_in_one_language_leaves_both_as_they_were(built_bilingual: Publication) -> None:
    before = (built_bilingual.site / "en/stories/vinduet/index.html").read_bytes()
    text = (built_bilingual.root / "stories/vinduet.en.md").read_text("utf-8")
    built_bilingual.write("stories/vinduet.en.md", text.replace("kind: opgave", "kind: oops"))
    try:
        assert built_bilingual.build().built is None
        assert (built_bilingual.site / "en/stories/vinduet/index.html").read_bytes() == before
    finally:
        built_bilingual.write("stories/vinduet.en.md", text)


def test_settings_that_hold_for_both_are_told_once(bilingual: Publication) -> None:
    bilingual.change("values/handbook.yml", "values: 2", "values: many")
    found = [place for place in rules(told(bilingual)) if place[0].startswith("field")]
    assert len(found) == 1
    assert found[0][1] == "values/handbook.yml"


def test_a_fault_in_the_settings_of_a_language_has_its_line(bilingual: Publication) -> None:
    bilingual.change("values/handbook.en.yml", "  - id: sand\n", "  - id: sand\n    colour: red\n")
    assert [(path, line) for _, path, line in rules(told(bilingual))] == [("values/handbook.en.yml", 10)]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("stories/doeren.da.md", "language-mark"),
        ("docs/hjaelp.da.md", "language-mark"),
        ("values/handbook.da.yml", "language-mark"),
    ],
)
def test_a_mark_of_the_handbooks_own_language_is_an_error(bilingual: Publication, path: str, rule: str) -> None:
    bilingual.write(path, "# Hej\n")
    assert (rule, path, 1) in rules(told(bilingual))


def test_a_text_in_a_language_that_the_handbook_is_not_in_is_an_error(good: Publication) -> None:
    good.write("stories/vinduet.en.md", "---\ntitle: The window\n---\n\nIt stood open.\n")
    report = told(good)
    assert rules(report) == [("language-mark", "stories/vinduet.en.md", 1)]
    assert "values/handbook.en.yml" in show(report.publication, report.problems, "text")


def test_settings_that_say_another_language_are_an_error(bilingual: Publication) -> None:
    bilingual.change("values/handbook.en.yml", "language: en\n", "language: da\n")
    assert ("language-setting", "values/handbook.en.yml", 2) in rules(told(bilingual))


def test_only_texts_can_be_said_for_one_language(bilingual: Publication) -> None:
    bilingual.write("mkdocs.en.yml", "site_name: Mini\nhooks: [evil.py]\n")
    (bilingual.root / "evil.py").write_text("raise SystemExit('ran')\n", encoding="utf-8")
    assert ("language-config", "mkdocs.en.yml", 2) in rules(told(bilingual))


def test_the_same_text_has_the_same_code(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.en.md", "code: F02", "code: F77")
    assert ("language-code", "stories/vinduet.en.md", 14) in rules(told(bilingual))


WITHDRAWN = "consent:\n  reference: X-1\n  channels: [intranet]\n  withdrawn: 2026-11-01\ncode: F02"


def test_a_story_whose_other_language_is_withdrawn_is_an_error(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.md", "code: F02", WITHDRAWN)
    assert ("language-withdrawn", "stories/vinduet.en.md") in [one[:2] for one in rules(told(bilingual))]


def test_a_story_that_is_withdrawn_in_the_other_language_is_an_error(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.en.md", "code: F02", WITHDRAWN)
    assert ("language-withdrawn", "stories/vinduet.md") in [one[:2] for one in rules(told(bilingual))]


@pytest.mark.parametrize("path", ["stories/vinduet.md", "stories/vinduet.en.md"])
def test_a_withdrawal_in_one_language_takes_the_story_out_of_the_live_site_in_both(
    bilingual: Publication, path: str
) -> None:
    assert bilingual.build().built
    bilingual.change(path, "code: F02", WITHDRAWN)
    report = bilingual.build()
    assert report.built is None
    assert report.taken_out
    left = everything(bilingual.site)
    assert "zigzagging" not in left
    assert "Jeg lukkede det" not in left


def test_mkdocs_itself_builds_both(bilingual: Publication) -> None:
    assert bilingual.build(today_of(bilingual.root)).built
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q", "-d", "plain"]
    subprocess.run(command, cwd=bilingual.root, check=True)
    for folder in ("", "en/"):
        for page in ("index.html", "404.html", "sitemap.xml"):
            assert (bilingual.root / f"plain/{folder}{page}").is_file()
    ours = {path.relative_to(bilingual.site) for path in bilingual.site.rglob("*") if path.is_file()}
    theirs = {path.relative_to(bilingual.root / "plain") for path in (bilingual.root / "plain").rglob("*")}
    assert ours <= theirs
    for path in (one for one in ours if one.suffix == ".html"):
        assert (bilingual.site / path).read_bytes() == (bilingual.root / "plain" / path).read_bytes()


def test_a_story_has_one_name_in_every_language(bilingual: Publication) -> None:
    (bilingual.root / "stories/vinduet.en.md").rename(bilingual.root / "stories/window.en.md")
    bilingual.write("docs/index.en.md", "# The Mini Handbook\n")
    (problem,) = [one for one in told(bilingual).problems if one.rule == "language-name"]
    assert (problem.source.path, problem.source.line) == ("stories/window.en.md", 14)
    assert problem.parameters["better"] == "stories/vinduet.en.md"


def test_a_field_that_was_copied_and_not_translated_is_a_hint(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.en.md", "workplace: The school", "workplace: Skolen")
    hints = [one for one in read_languages(bilingual.root, TODAY).problems if one.rule == "language-same"]
    assert [(one.source.path, one.source.line, one.parameters["given"]) for one in hints] == [
        ("stories/vinduet.en.md", 6, "workplace:")
    ]


def test_what_the_site_is_built_with_is_there_in_every_language(bilingual: Publication) -> None:
    bilingual.write("base.yml", "extra:\n  said: inherited\n")
    bilingual.write("mkdocs.yml", "INHERIT: base.yml\n" + (bilingual.root / "mkdocs.yml").read_text("utf-8"))
    bilingual.change("mkdocs.yml", "theme:\n  name: material\n", "theme:\n  name: material\n  custom_dir: overrides\n")
    bilingual.write("mkdocs.yml", (bilingual.root / "mkdocs.yml").read_text("utf-8") + "hooks: [ours.py]\n")
    bilingual.write("ours.py", "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nHooked.\\n'\n")
    template = '{% extends "base.html" %}\n{% block announce %}<p>{{ config.extra.said }}</p>{% endblock %}\n'
    bilingual.write("overrides/main.html", template)
    report = bilingual.build()
    assert report.built, [one for one in report.problems if one.is_error]
    for page in ("hjaelp/index.html", "en/help/index.html"):
        assert "<p>inherited</p>" in bilingual.page(page)
        assert "Hooked." in bilingual.page(page)


@pytest.mark.parametrize("line", ["retired: []", "reach: outside", "demands: {nods: false}", "fewest: 5"])
def test_what_protects_people_is_said_once(bilingual: Publication, line: str) -> None:
    bilingual.write("values/handbook.en.yml", f"{SETTINGS}{line}\n")
    found = [one.source for one in read_languages(bilingual.root, TODAY).problems if one.rule == "language-shared"]
    assert [(one.path, one.line) for one in found] == [("values/handbook.en.yml", SETTINGS.count("\n") + 1)]
