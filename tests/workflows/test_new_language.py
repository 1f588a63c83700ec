"""`hverdag new language`: the files that another language begins with, beside those of the first."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.host.mkdocs import render_site
from hverdag.model.new_publication import Beginning
from hverdag.pipeline import build
from hverdag.pipeline.languages.reading import read_languages
from hverdag.workflows.publications.begin import begin_publication
from hverdag.workflows.publications.record import RECORD, digest_of
from tests.conftest import TODAY

SERVED = {"da": ("beboer", "beboere", "beboeren", "beboerne"), "en": ("tenant", "tenants", "the tenant", "the tenants")}
NAMES = {"da": ("Tillid", "Mod"), "en": ("Trust", "Courage")}


def called(folder: Path, *words: str, answers: str = "") -> Result:
    return CliRunner().invoke(cli, [*words, "-C", str(folder), "--lang", "en"], input=answers)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(params=["da", "en"])
def begun(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A publication in one language, and the language that is to come."""
    language = request.param
    begin_publication(
        tmp_path / "own", Beginning(language, "Havnens Boliger", SERVED[language], NAMES[language]), TODAY
    )
    return tmp_path / "own", {"da": "en", "en": "da"}[language]


def test_it_is_built_as_a_preview_at_once(begun: tuple[Path, str]) -> None:
    folder, other = begun
    before = files(folder)
    result = called(folder, "new", "language", other, "--values", ", ".join(NAMES[other]))
    assert result.exit_code == 0, result.output
    new = files(folder).keys() - before.keys()
    assert {name for name in new if f".{other}." not in name} == set()
    kept = {name: text for name, text in before.items() if name != ".hverdag.json"}
    assert {name: files(folder)[name] for name in kept} == kept
    report = build.build(folder, TODAY, folder.parent / "site", render_site, preview=True)
    assert report.built, [one for one in report.problems if one.is_error]
    assert (folder.parent / f"site/{other}/index.html").is_file()


def test_every_page_and_method_leads_to_the_same_in_the_other_language(begun: tuple[Path, str]) -> None:
    folder, other = begun
    assert called(folder, "new", "language", other, "--values", ", ".join(NAMES[other])).exit_code == 0
    report = build.build(folder, TODAY, folder / "site-preview", render_site, preview=True)
    assert report.built
    languages = report.built.site.languages
    handbook = report.publication.handbook
    expected = {report.built.site.plan.addresses.by_target[path] for path in handbook.page_paths}
    expected |= {report.built.site.plan.addresses.by_target[one.path] for one in (*handbook.values, *handbook.methods)}
    assert languages.elsewhere.keys() == expected


def test_what_is_to_be_written_is_told_with_its_place(begun: tuple[Path, str]) -> None:
    folder, other = begun
    assert called(folder, "new", "language", other, "--values", ", ".join(NAMES[other])).exit_code == 0
    errors = [one for one in read_languages(folder, TODAY).problems if one.is_error]
    assert {one.rule for one in errors} == {"starter-text"}
    places = {one.source.path for one in errors}
    value = {"da": "values/tillid", "en": "values/trust"}[{"da": "en", "en": "da"}[other]]
    assert f"{value}.{other}.md" in places
    assert f"values/handbook.{other}.yml" not in places


def test_values_have_the_codes_and_shapes_of_the_first_language(begun: tuple[Path, str]) -> None:
    folder, other = begun
    assert called(folder, "new", "language", other, "--values", ", ".join(NAMES[other])).exit_code == 0
    read = read_languages(folder, TODAY)
    theirs = read.others[0].publication.handbook.values
    assert [value.name for value in theirs] == list(NAMES[other])
    for one, two in zip(read.handbook.values, theirs, strict=True):
        assert (one.code, one.order, one.colour, one.mark) == (two.code, two.order, two.colour, two.mark)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--values", "Trust"], "has 2 values"),
        (["--values", "Trust, Courage, Care"], "has 2 values"),
        (["--values", "Trust, [[Courage]]"], "[[Courage]]"),
        (["--values", "Trust, 111111-1118"], "personal number"),
    ],
)
def test_nothing_is_written_after_an_answer_that_cannot_be_used(tmp_path: Path, words: list[str], said: str) -> None:
    begin_publication(tmp_path / "own", Beginning("da", "Havnens Boliger", SERVED["da"], NAMES["da"]), TODAY)
    before = files(tmp_path)
    result = called(tmp_path / "own", "new", "language", "en", *words)
    assert result.exit_code == 1
    assert said in result.output
    assert files(tmp_path) == before


@pytest.mark.parametrize("path", ["docs/talk.en.md", "values/handbook.en.yml"])
def test_nothing_is_written_over(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "own"
    begin_publication(folder, Beginning("da", "Havnens Boliger", SERVED["da"], NAMES["da"]), TODAY)
    (folder / path).write_text("ours\n", encoding="utf-8")
    before = files(tmp_path)
    result = called(folder, "new", "language", "en", "--values", "Trust, Courage")
    assert result.exit_code == 1
    assert path in result.output
    assert files(tmp_path) == before


def test_the_handbooks_own_language_is_refused(tmp_path: Path) -> None:
    begin_publication(tmp_path / "own", Beginning("da", "Havnens Boliger", SERVED["da"], NAMES["da"]), TODAY)
    assert called(tmp_path / "own", "new", "language", "da", "--values", "Tillid, Mod").exit_code == 1


def test_it_asks_for_what_was_not_given(tmp_path: Path) -> None:
    begin_publication(tmp_path / "own", Beginning("da", "Havnens Boliger", SERVED["da"], NAMES["da"]), TODAY)
    answers = "tenant, tenants, the tenant, the tenants\nTrust, Courage\n"
    result = called(tmp_path / "own", "new", "language", "en", answers=answers)
    assert result.exit_code == 0, result.output
    assert "Tillid, Mod" in result.output
    assert "tenant" in (tmp_path / "own/values/handbook.en.yml").read_text("utf-8")


def test_an_upgrade_renews_what_nobody_has_touched(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    begin_publication(folder, Beginning("da", "Havnens Boliger", SERVED["da"], NAMES["da"]), TODAY)
    assert called(folder, "new", "language", "en", "--values", "Trust, Courage").exit_code == 0
    assert "up to date" in called(folder, "upgrade", "--yes").output
    written, touched = folder / "docs/talk.en.md", folder / "docs/about.en.md"
    now = written.read_text("utf-8")
    written.write_text("# As an older program wrote it\n", encoding="utf-8")
    touched.write_text("# Ours\n", encoding="utf-8")
    _recorded_as(folder, "docs/talk.en.md", "# As an older program wrote it\n")
    result = called(folder, "upgrade", "--yes")
    assert result.exit_code == 0, result.output
    assert written.read_text("utf-8") == now
    assert touched.read_text("utf-8") == "# Ours\n"


def _recorded_as(folder: Path, path: str, text: str) -> None:
    record = json.loads((folder / RECORD).read_text("utf-8"))
    record["files"][path] = digest_of(text)
    (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")
