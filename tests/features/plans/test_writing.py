"""Where the files may lie, and that there is never half a batch."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from filelock import FileLock

from hverdag.cli import cli
from hverdag.features.plans.files import PlanFile
from hverdag.publish import release
from hverdag.publish.own_folder import ForeignPrivateError
from hverdag.workflows.plans.writing import LIST
from hverdag.workflows.story_file import RefusedError
from tests.conftest import Publication, copied
from tests.features.plans.made import SECRETS, files_of, folder, make, said_by
from tests.uptake import give_workplaces


@pytest.fixture
def plans(tmp_path: Path) -> Publication:
    made = give_workplaces(copied("good", tmp_path))
    made.write("private/receipts/2026-11.yml", SECRETS)
    return made


def refused(publication: Publication, output: Path | None = None) -> str:
    with pytest.raises((RefusedError, ForeignPrivateError)) as met:
        make(publication, output)
    return met.value.problem.rule


def bytes_in(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.iterdir() if one.name not in (LIST, release.MARKER)}


def run(publication: Publication, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["plans", "-C", str(publication.root), "--today", "2026-11-21", *options])
    return done.exit_code, done.output


PLACES = [
    *("site", "site/plans", "docs", "docs/planer", "stories/x", "values", "values/receipts/x", "ude", "."),
    *("private", "private/built", "private/built/x", "private/receipts", "private/receipts/x", "private/.plans"),
    *("private/answers", "private/consultants/x", "private/export", "private/journal"),
    *(".git/x", "private/../docs/x", "theme"),
]


@pytest.mark.parametrize("output", PLACES)
def test_they_never_lie_where_they_get_into_git_or_the_site(plans: Publication, output: str) -> None:
    before = sorted(plans.root.rglob("*"))
    assert refused(plans, plans.root / output) == "plans-place"
    assert sorted(plans.root.rglob("*")) == before


def test_nor_behind_a_link(plans: Publication, tmp_path: Path) -> None:
    (tmp_path / "vej").symlink_to(plans.root / "docs")
    assert refused(plans, tmp_path / "vej/planer") == "plans-place"
    (plans.root / "private").rename(plans.root / "docs/gemt")
    (plans.root / "private").symlink_to("docs/gemt")
    assert refused(plans) == "private-link"


def test_nor_in_another_repository_that_does_not_pass_over_them(plans: Publication, tmp_path: Path) -> None:
    other = tmp_path / "andet"
    subprocess.run(["git", "init", "-q", str(other)], check=True)
    (other / ".gitignore").write_text("ud/\n", "utf-8")
    assert refused(plans, other / "planer") == "plans-place"
    assert make(plans, other / "ud/planer").number == 14


@pytest.mark.parametrize("output", ["private/efteraar", "private/2026/planer"])
def test_another_private_folder_is_as_good(plans: Publication, output: str) -> None:
    made = make(plans, plans.root / output)
    assert made.folder
    assert made.folder.is_private
    assert (plans.root / output / "rylen.docx").is_file()
    assert "*" in (plans.root / "private/.gitignore").read_text("utf-8").split()


def test_nobody_else_may_read_them(plans: Publication) -> None:
    make(plans)
    home = folder(plans).resolve()
    assert {path.stat().st_mode & 0o777 for path in home.iterdir()} == {0o600}
    assert [path.stat().st_mode & 0o777 for path in (home, home.parent, plans.root / "private")] == [0o700] * 3


def test_the_command_says_how_many_and_where(plans: Publication, tmp_path: Path) -> None:
    code, said = run(plans)
    assert (code, said.splitlines()) == (
        0,
        [
            "Der er en fil til hver af de 14 arbejdspladser.",
            "Fra 9 har vi ikke modtaget noget endnu.",
            f"Filerne ligger i {folder(plans).resolve().parent.parent / 'plans'}",
        ],
    )
    code, said = run(plans, "--output", str(tmp_path / "ud"))
    assert code == 0
    assert "Mappen ligger uden for private/" in said
    code, said = run(plans, "--output", str(plans.root / "docs"))
    assert code == 1
    assert "Udelad --output" in said


def test_the_list_for_whoever_sends_them_out_runs_nothing(plans: Publication) -> None:
    plans.change("values/workplaces.yml", "name: Rylen", 'name: "=HYPERLINK(1)"')
    make(plans)
    lines = (folder(plans) / "oversigt.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[:3] == [
        "Arbejdsplads;Fil;Forvaltning",
        "'=HYPERLINK(1);rylen.docx;Børn og Unge",
        "Viben;viben.docx;Børn og Unge",
    ]
    assert len(lines) == 16


def test_the_same_again_is_the_same_bytes_and_no_work(plans: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    make(plans)
    first = bytes_in(folder(plans))
    assert len(first) == 2 * 14 + 1
    asked: list[str] = []
    monkeypatch.setattr(PlanFile, "docx", lambda plan: asked.append(plan.name) or b"ny")
    make(plans)
    assert (bytes_in(folder(plans)), asked) == (first, [])
    plans.change("private/receipts/2026-11.yml", "kaffen", "teen")
    make(plans)
    assert asked == ["rylen"]


def test_another_copy_of_the_publication_gives_the_same_bytes(plans: Publication, tmp_path: Path) -> None:
    make(plans)
    other = give_workplaces(copied("good", tmp_path / "b"))
    other.write("private/receipts/2026-11.yml", SECRETS)
    make(other)
    assert bytes_in(folder(other)) == bytes_in(folder(plans))


def test_files_of_workplaces_that_are_gone_are_gone(plans: Publication) -> None:
    make(plans)
    plans.change("values/workplaces.yml", "code: A003", "code: A003\n    closed: 2026-11-01")
    make(plans)
    assert not (folder(plans) / "laerken.docx").exists()
    assert [path.name for path in (plans.root / "private/.plans").glob("release-*")] == [folder(plans).resolve().name]


@pytest.mark.parametrize("name", ["rylen.docx", "rylen.txt", "oversigt.csv", "noter.docx"])
def test_what_somebody_has_written_there_is_never_deleted(plans: Publication, name: str) -> None:
    make(plans)
    (folder(plans) / name).write_bytes(b"min")
    (folder(plans) / "~$rylen.docx").write_bytes(b"Word has it open")
    assert refused(plans) == "plans-changed"
    assert (folder(plans) / name).read_bytes() == b"min"
    assert name in run(plans)[1]
    (folder(plans) / name).unlink()
    assert make(plans).number == 14


def test_a_folder_of_somebody_elses_is_left_alone(plans: Publication, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/brev.txt").write_text("min", "utf-8")
    assert refused(plans, tmp_path / "mine") == "plans-folder"
    (tmp_path / "andres").mkdir()
    for name in (release.MARKER, "index.html"):
        (tmp_path / "andres" / name).touch()
    assert refused(plans, tmp_path / "andres") == "plans-folder"
    assert {path.name for path in (tmp_path / "andres").iterdir()} == {release.MARKER, "index.html"}
    assert refused(plans, tmp_path) == "plans-folder"


def test_there_is_never_half_a_batch(plans: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    make(plans)
    first = bytes_in(folder(plans))
    plans.change("values/workplaces.yml", "name: Børn og Unge", "name: Børn")
    whole = PlanFile.docx

    def fails(plan: PlanFile) -> bytes:
        if plan.name == "svalen":
            raise OSError(28, "No space left on device")
        return whole(plan)

    monkeypatch.setattr(PlanFile, "docx", fails)
    with pytest.raises(OSError, match="No space"):
        make(plans)
    assert bytes_in(folder(plans)) == first
    assert not list((plans.root / "private/.plans").glob("staging-*"))


def test_two_at_once_give_way(plans: Publication) -> None:
    make(plans)
    with FileLock(plans.root / "private/.plans/lock"):
        assert refused(plans) == "plans-busy"


FAULTS = {
    "an unknown workplace": ("[engen]", "[engn]", "private-receipt-workplace", 5),
    "a workplace by its name": ("[engen]", "[Engen]", "private-receipt-workplace", 5),
    "an unknown field": ("sentence: \"Vi lo", "saetning: \"Vi lo", "field-unknown", 2),
    "no date": ("date: 2026-09-03, ", "", "required-field", 2),
    "a date in another form": ("2026-09-03", "3/9/26", "field-date", 2),
    "a personal number": ("kaffen", "070761-4285", "private-receipt-number", 2),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule", "line"), FAULTS.values(), ids=FAULTS)
def test_a_private_receipt_is_read_as_strictly_as_any(
    plans: Publication, old: str, new: str, rule: str, line: int
) -> None:
    plans.change("private/receipts/2026-11.yml", old, new)
    made = make(plans)
    assert made.folder is None
    assert [(one.rule, one.source.path, one.source.line) for one in made.problems] == [
        (rule, "private/receipts/2026-11.yml", line)
    ]
    assert not folder(plans).exists()
    code, said = run(plans)
    assert code == 1
    assert f"private/receipts/2026-11.yml:{line}:" in said
    assert "4285" not in said
    if "workplace" in rule:
        assert "»engen«" in said


def test_a_fault_in_a_story_stops_nothing_but_its_title_is_not_handed_on(plans: Publication) -> None:
    plans.change("stories/vinduet.md", "state: published", "state: publiceret")
    assert make(plans).number == 14
    assert "Vinduet" not in files_of(plans, "rylen")


def test_a_fault_in_the_workplaces_stops_it(plans: Publication) -> None:
    plans.change("values/workplaces.yml", 'staff: "1-4"', 'staff: "1-3"')
    assert make(plans).folder is None
    assert "De forrige er, som de var." in run(plans)[1]


def test_a_story_that_was_taken_back_is_not_named(plans: Publication) -> None:
    title = "Døren"
    plans.change("values/receipts/2026.yml", "tool: F01,", "tool: F03,")
    make(plans)
    said = files_of(plans, "rylen")
    plans.change("stories/doeren.md", "---\n", "---\nconsent:\n  reference: S-1\n  withdrawn: 2026-11-01\n")
    make(plans)
    assert title in said
    assert title not in files_of(plans, "rylen")


def test_ids_that_no_disk_takes_become_names_that_it_does(plans: Publication) -> None:
    plans.change("values/workplaces.yml", "- id: it", "- id: CON")
    plans.change("values/workplaces.yml", "- id: loen", "- id: ../løn")
    made = make(plans)
    if made.folder:
        assert {"con-1.docx", "loen.docx"} <= {path.name for path in folder(plans).iterdir()}
        assert "It" in said_by((folder(plans) / "con-1.docx").read_bytes())
    assert not (plans.root / "private/løn.docx").exists()


def test_without_workplaces_nothing_is_made_and_it_says_so(plans: Publication) -> None:
    for path in ("values/workplaces.yml", "private/receipts/2026-11.yml"):
        (plans.root / path).unlink()
    assert refused(plans) == "plans-without-workplaces"
    code, said = run(plans)
    assert code == 1 and "ingen åbne arbejdspladser" in said
    assert not folder(plans).exists()


def test_a_refusal_is_in_the_language_of_the_publication(plans: Publication) -> None:
    plans.change("values/handbook.yml", "edition:", "language: en\nedition:")
    code, said = run(plans, "--output", str(plans.root / "docs/x"))
    assert code == 1 and "cannot be in" in said
