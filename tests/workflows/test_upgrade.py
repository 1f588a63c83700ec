"""A publication is brought in step with a newer program, and nobody's own words are touched."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.model.folders import USUAL
from hverdag.model.language import Language
from hverdag.pipeline.read import read_and_check
from hverdag.starter import FOLDER, languages
from hverdag.workflows.publications import files, record
from hverdag.workflows.publications.begin import begin_publication
from hverdag.workflows.publications.record import RECORD, digest_of
from hverdag.workflows.publications.settings_steps import WRITTEN_FOR, stepped
from hverdag.workflows.publications.upgrade import COMPARED, plan_upgrade
from tests.conftest import ROOT, TODAY, Publication
from tests.workflows.test_new_publication import beginning, errors_of

UNTOUCHED, TOUCHED, DELETED = "docs/samtale.md", "docs/metoder/dilemma.md", "docs/metoder/vagtskifte.md"
NEW = "docs/metoder/ny-metode.md"


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A publication of the starter as it is now, where somebody has changed one method and deleted another."""
    folder = tmp_path / "h"
    begin_publication(folder, beginning(values=("Tillid",)), TODAY)
    (folder / TOUCHED).write_text((folder / TOUCHED).read_text("utf-8") + "\nVores egne ord.\n", "utf-8")
    (folder / DELETED).unlink()
    return folder


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter of a newer program: three texts are changed in it, and there is one method more."""
    starter = tmp_path / "starter"
    shutil.copytree(FOLDER, starter)
    for name in (UNTOUCHED, TOUCHED, DELETED):
        path = starter / "da" / name
        path.write_text(path.read_text("utf-8") + "\nNyt fra [[the_many]].\n", "utf-8")
    (starter / "da" / NEW).write_text("---\ntitle: Ny\n---\n", "utf-8")
    monkeypatch.setattr(files, "FOLDER", starter)
    return starter


def run(folder: Path, *options: str, answers: str = "") -> Result:
    return CliRunner().invoke(cli, ["upgrade", "-C", str(folder), *options], input=answers)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_publication_is_in_step(begun: Path) -> None:
    before = contents(begun)
    result = run(begun)
    assert result.exit_code == 0
    assert "følger udgave" in result.output
    assert contents(begun) == before


def test_only_what_nobody_has_touched_is_renewed(begun: Path, newer: Path) -> None:
    before = contents(begun)
    result = run(begun, "--yes")
    assert result.exit_code == 0, result.output
    after = contents(begun)
    assert after[UNTOUCHED].decode().endswith("Nyt fra brugerne.\n")
    assert f"Bliver fornyet, for ingen har rettet i den: {UNTOUCHED}" in result.output
    assert after[TOUCHED] == before[TOUCHED]
    assert f"for I har selv rettet i den: {TOUCHED}" in result.output
    assert after[f"{COMPARED}{TOUCHED}"].decode().endswith("Nyt fra brugerne.\n")
    assert DELETED not in after
    assert f"Ny: {NEW}" in result.output
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {UNTOUCHED, NEW, RECORD, f"{COMPARED}{TOUCHED}"}


def test_a_second_time_there_is_nothing_to_do(begun: Path, newer: Path) -> None:
    run(begun, "--yes")
    before = contents(begun)
    assert "følger udgave" in run(begun).output
    assert contents(begun) == before


def test_half_an_upgrade_is_finished_by_the_next(begun: Path, newer: Path) -> None:
    whole = begun.with_name("whole")
    shutil.copytree(begun, whole)
    run(whole, "--yes")
    shutil.copyfile(whole / UNTOUCHED, begun / UNTOUCHED)
    assert run(begun, "--yes").exit_code == 0
    assert contents(begun) == contents(whole)


@pytest.mark.parametrize("answer", ["nej\n", ""])
def test_nothing_is_written_without_a_yes(begun: Path, newer: Path, answer: str) -> None:
    before = contents(begun)
    result = run(begun, answers=answer)
    assert result.exit_code == 1
    assert "Intet er ændret" in result.output or "ikke ændret" in result.output
    assert contents(begun) == before


def test_windows_line_endings_are_nobodys_words(begun: Path, newer: Path) -> None:
    path = begun / UNTOUCHED
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    run(begun, "--yes")
    content = path.read_bytes()
    assert content.endswith(b"Nyt fra brugerne.\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_word_that_was_changed_in_the_settings_is_changed_in_our_texts(begun: Path) -> None:
    settings = begun / "values/handbook.yml"
    settings.write_text(settings.read_text("utf-8").replace('"brugerne"', '"beboerne"'), "utf-8")
    assert run(begun, "--yes").exit_code == 0
    assert "beboerne" in (begun / "docs/metoder/faciliteringsguide.md").read_text("utf-8")
    assert "Vores egne ord." in (begun / TOUCHED).read_text("utf-8")


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"files": 7}', '{"files": {"docs/samtale.md": 7}}'])
def test_a_record_that_cannot_be_read_makes_everything_somebodys_own(begun: Path, newer: Path, broken: str) -> None:
    (begun / RECORD).write_text(broken)
    before = (begun / UNTOUCHED).read_bytes()
    assert run(begun, "--yes").exit_code == 0
    assert (begun / UNTOUCHED).read_bytes() == before


def test_of_a_copy_of_the_sample_only_its_methods_and_guides_are_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version before had no record: what came with it then is known by digest."""
    copy = tmp_path / "copy"
    for name in ("docs", "values", "stories"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copyfile(ROOT / "mkdocs.yml", copy / "mkdocs.yml")
    (copy / "plugins/hverdag").mkdir(parents=True)
    earlier = {"docs/samtale.md": "# Som den var\n", "docs/metoder/kort-samtale.md": "---\ntitle: Kort\n---\n"}
    for path, text in earlier.items():
        (copy / path).write_text(text, "utf-8")
    known = tmp_path / "before.json"
    known.write_text(json.dumps({path: digest_of(text) for path, text in earlier.items()}), "utf-8")
    monkeypatch.setattr(record, "BEFORE", known)
    (copy / TOUCHED).write_text("Vores egen metode.\n", "utf-8")
    before = contents(copy)
    assert run(copy, "--yes").exit_code == 0
    after = contents(copy)
    assert after["docs/samtale.md"] == (ROOT / "docs/samtale.md").read_bytes()
    changed = {path for path in after if after[path] != before.get(path) and not path.startswith(COMPARED)}
    assert changed == {*earlier, "values/handbook.yml", RECORD}
    assert set(after) >= set(before)


def test_what_came_with_the_sample_before_is_known() -> None:
    known = json.loads(record.BEFORE.read_text("utf-8"))
    assert set(known) <= {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert all(
        digest or path in ("docs/index.md", "docs/om.md", "docs/tilgaengelighed.md") for path, digest in known.items()
    )


def test_an_older_english_handbook_keeps_its_addresses(good: Publication) -> None:
    settings = good.root / "values/handbook.yml"
    settings.write_text(f"language: en\nfolders:\n  values: our-values\n{settings.read_text('utf-8')}", "utf-8")
    result = run(good.root, "--yes")
    assert result.exit_code == 0, result.output
    folders = read_and_check(good.root, TODAY).settings.address_folders
    assert (folders.values, folders.stories, folders.guides) == ("our-values", "fortaellinger", "guider")
    assert "The addresses stay as they are" in result.output


def test_a_danish_handbook_needs_no_folders(good: Publication) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    after, why = stepped(text, read_and_check(good.root, TODAY).settings)
    assert not why
    assert after.replace(after[after.index("written_for") :].partition("\n")[0], "").split() == text.split()
    assert USUAL.keys() == set(Language)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title: "', 'title: "{{ 7 * 7 }} '),
        ('organisation: "', 'organisation: "{% raw %}'),
        ('many: "', 'many: "<b>'),
        ('organisation: "', 'organisation: ["'),
        ('title: "Hverdag hos Huset"', "title:"),
    ],
)
def test_no_word_of_the_settings_becomes_a_template(begun: Path, newer: Path, old: str, new: str) -> None:
    settings = begun / "values/handbook.yml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new, 1), "utf-8")
    before = contents(begun)
    result = run(begun, "--yes")
    assert result.exit_code == 1
    assert "Der blev ikke skrevet noget" in result.output
    assert contents(begun) == before


def test_a_handbook_for_a_newer_program_is_left_alone(begun: Path) -> None:
    settings = begun / "values/handbook.yml"
    settings.write_text(settings.read_text("utf-8").replace('written_for: "0', 'written_for: "9'), "utf-8")
    before = contents(begun)
    result = run(begun, "--yes")
    assert result.exit_code == 1
    assert "Opdater programmet" in result.output
    assert contents(begun) == before


def test_an_unknown_field_of_an_older_version_is_told_and_kept(begun: Path, newer: Path) -> None:
    settings = begun / "values/handbook.yml"
    settings.write_text(settings.read_text("utf-8") + "\nfrom_before: ja\n", "utf-8")
    assert run(begun, "--yes").exit_code == 0
    assert "from_before: ja" in settings.read_text("utf-8")
    assert "field-unknown" in errors_of(begun)


def test_a_disk_that_fails_leaves_everything_as_it_was(
    begun: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = plan_upgrade(begun, read_and_check(begun, TODAY).settings)
    before = contents(begun)
    right = Path.write_bytes

    def fail(self: Path, content: bytes) -> int:
        if content.endswith(b"\n") and b"Nyt fra" in content and b"title: Hold" not in content:
            raise OSError(28, "No space left on device", str(self))
        return right(self, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="No space"):
        planned.write()
    assert contents(begun) == before


def test_every_language_has_words() -> None:
    assert {language.value for language in Language} == set(languages())


def test_a_handbook_from_before_keeps_its_own_frame(begun: Path) -> None:
    config, settings = begun / "mkdocs.yml", begun / "values/handbook.yml"
    touched = config.read_text("utf-8").replace("  - hverdag:\n      frame: own\n", "  - hverdag\n") + "# vores egen\n"
    config.write_text(touched, "utf-8")
    settings.write_text(WRITTEN_FOR.sub('written_for: "0.1"', settings.read_text("utf-8")), "utf-8")
    assert run(begun, "--yes").exit_code == 0
    assert config.read_text("utf-8") == touched.replace("  - hverdag\n", "  - hverdag:\n      frame: own\n")
