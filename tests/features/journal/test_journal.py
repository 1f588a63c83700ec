"""The journal for the records system and the works council: what is in it, and what nobody may find there."""

import csv
import io
import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.features.journal.entries import journal
from hverdag.features.journal.model import Journal, RecordKind
from hverdag.model.settings import PATH
from hverdag.pipeline.consent_gate import allowed
from hverdag.pipeline.read import read_and_check
from hverdag.workflows.journal import write_journal
from tests import pdf
from tests.conftest import TODAY, Publication, copied
from tests.golden_course import give_course
from tests.verapdf import A_2A, UA_1, findings

DECLINED = """response:
  answer: declined
  reason: Vi venter, til vi ved mere.
  date: 2026-05-04
  role: Direktionen
decision:
  date: 2026-04-30
  group: Værdigruppen
"""
VINDUET = "stories/vinduet.md"
OF_VINDUET = ("Vinduet", "Et vindue, der stod åbent", "Skolen")


def gathered(publication: Publication, today: date = TODAY, **days: date) -> Journal:
    read = read_and_check(publication.root, today)
    return journal(read.handbook, allowed(read.handbook, today, read.settings.reach), today, **days)


def lines(made: Journal) -> list[tuple[str, RecordKind, str, str]]:
    return [(str(one.date), one.kind, one.who, one.reference) for one in made.entries]


def written(publication: Publication, folder: Path, today: date = TODAY) -> tuple[str, list[list[str]]]:
    """The words of the PDF, and the rows of the index."""
    done = write_journal(read_and_check(publication.root, today), today, folder)
    assert [path.name for path in done.files] == [f"journal-{today}.pdf", f"journal-{today}.csv"]
    rows = list(csv.reader(io.StringIO(done.files[1].read_text("utf-8-sig")), delimiter=";"))
    return " ".join(pdf.pages(pdf.read(done.files[0]))), rows


def decline(publication: Publication) -> None:
    publication.change(VINDUET, "state: published", f"state: declined\n{DECLINED.rstrip()}")


def test_what_was_selected_decided_and_answered_is_there_by_day(course: Publication) -> None:
    made = gathered(course)
    assert lines(made) == [
        ("2026-04-09", RecordKind.DECISION, "Værdigruppen", "F01"),
        ("2026-04-20", RecordKind.ANSWER, "Direktionen", "F01"),
        ("2026-10-12", RecordKind.SELECTION, "Værdigruppen", "1. udgave"),
    ]
    assert made.story_codes == ("F01",)


def test_the_pdf_and_the_index_say_the_same(course: Publication, tmp_path: Path) -> None:
    words, rows = written(course, tmp_path / "made")
    assert rows[0] == ["Nr.", "Dag", "Hvad", "Hvem", "Kode", "Titel", "Ord"]
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert [row[1] for row in rows[1:]] == ["2026-04-09", "2026-04-20", "2026-10-12"]
    paper = pdf.squeezed(words)
    for number, _, what, who, code, title, told in rows[1:]:
        for text in (number, what, who, code, title, told):
            assert pdf.squeezed(text) in paper
    assert "To tvivlede på, at døren <i>var</i> ulåst." in rows[1][-1]
    assert "Den peger på dette mål: Alle er <med>." in rows[2][-1]
    assert "14 af 14 nikkede ja. F01 Døren" in rows[3][-1]


def test_the_same_texts_on_the_same_day_give_the_same_bytes(course: Publication, tmp_path: Path) -> None:
    for name in ("one", "other"):
        written(course, tmp_path / name)
    for name in (f"journal-{TODAY}.pdf", f"journal-{TODAY}.csv"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
    metadata = pdf.read(tmp_path / "one" / f"journal-{TODAY}.pdf").metadata
    assert metadata is not None
    assert metadata["/CreationDate"] == metadata["/ModDate"] == "D:20261121000000Z"


def test_only_the_days_that_were_asked_for_and_none_to_come(course: Publication) -> None:
    found = gathered(course, first=date(2026, 4, 20), last=date(2026, 10, 11))
    assert [one.kind for one in found.entries] == [RecordKind.ANSWER]
    assert [one.kind for one in gathered(course, date(2026, 4, 19)).entries] == [RecordKind.DECISION]
    late = gathered(course, date(2026, 4, 19), last=date(2027, 1, 1))
    assert (len(late.entries), late.last) == (1, date(2026, 4, 19))


def test_a_declined_story_has_its_reason_and_nothing_to_be_known_by(course: Publication, tmp_path: Path) -> None:
    decline(course)
    course.change(PATH, "stories: [doeren]", "stories: [doeren, vinduet]")
    words, rows = written(course, tmp_path / "made")
    whole = f"{words} {rows}"
    assert "Vi venter, til vi ved mere." in " ".join(words.split())
    assert [row[1] for row in rows if row[0] != "Nr." and not row[4]] == ["2026-04-30", "2026-05-04"]
    for text in (*OF_VINDUET, "F02"):
        assert text not in whole


@pytest.mark.parametrize(
    ("consent", "day", "ended"),
    [
        ("until: 2028-03-01\n  withdrawn: 2026-11-02", TODAY, "2026-11-02"),
        ("until: 2026-11-01", TODAY, "2026-11-02"),
    ],
)
def test_of_a_story_whose_consent_has_ended_there_are_code_and_days(
    course: Publication, tmp_path: Path, consent: str, day: date, ended: str
) -> None:
    course.change(VINDUET, "until: 2028-03-01", consent)
    course.change(VINDUET, "state: published", f"state: published\n{DECLINED.rstrip().replace('declined', 'chosen')}")
    course.change(PATH, "stories: [doeren]", "stories: [doeren, vinduet]")
    words, rows = written(course, tmp_path / "made", day)
    of_it = [row for row in rows if row[4] == "F02"]
    assert [row[1] for row in of_it] == ["2026-04-30", "2026-05-04", ended]
    assert {(row[3], row[5], row[6]) for row in of_it} == {("", "", "")}
    assert rows[-2][-1].endswith("F02.") or rows[-1][-1].endswith("F02.")
    for text in (*OF_VINDUET, "til vi ved mere"):
        assert text not in f"{' '.join(words.split())} {rows}"


def test_a_declined_story_whose_consent_has_ended_is_not_there(course: Publication, tmp_path: Path) -> None:
    decline(course)
    course.change(VINDUET, "until: 2028-03-01", "until: 2028-03-01\n  withdrawn: 2026-11-02")
    words, rows = written(course, tmp_path / "made")
    for text in (*OF_VINDUET, "F02", "til vi ved mere", "2026-11-02"):
        assert text not in f"{' '.join(words.split())} {rows}"


@pytest.mark.parametrize("state", ["in-review", "retired"])
def test_a_story_that_readers_do_not_meet_has_its_code_alone(course: Publication, state: str) -> None:
    course.change("stories/doeren.md", "[Vinduet](vinduet.md)", "Vinduet")
    course.change(VINDUET, "state: published", f"state: {state}\n{DECLINED.rstrip().replace('declined', 'chosen')}")
    of_it = [one for one in gathered(course).entries if one.reference == "F02"]
    assert [one.kind for one in of_it] == [RecordKind.DECISION, RecordKind.ANSWER]
    assert not any(one.title or one.story_codes or "til vi ved mere" in str(one.texts) for one in of_it)


def test_a_draft_is_not_there(course: Publication) -> None:
    course.change("stories/doeren.md", "[Vinduet](vinduet.md)", "Vinduet")
    course.change(VINDUET, "state: published", f"state: draft\n{DECLINED.rstrip().replace('declined', 'chosen')}")
    assert "F02" not in [one.reference for one in gathered(course).entries]


def test_a_story_that_may_not_be_printed_has_its_code_alone(course: Publication) -> None:
    course.change(VINDUET, "[intranet, print, outside]", "[intranet]")
    course.change(PATH, "stories: [doeren]", "stories: [doeren, vinduet]")
    made = gathered(course)
    assert made.story_codes == ("F01",)
    assert "F02." in made.entries[-1].texts


def test_nothing_in_the_index_is_a_formula(course: Publication, tmp_path: Path) -> None:
    course.change("stories/doeren.md", "  group: Værdigruppen", "  group: =HYPERLINK(1)")
    _, rows = written(course, tmp_path / "made")
    assert rows[1][3] == "'=HYPERLINK(1)"


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["journal", "-C", str(root), "--today", str(TODAY), *words], catch_exceptions=False)


def test_without_a_folder_it_lies_in_private(course: Publication) -> None:
    result = run(course.root)
    assert result.exit_code == 0
    assert "Journalen: 3 poster." in result.output
    folder = course.root / "private/journal"
    assert sorted(path.name for path in folder.iterdir()) == [f"journal-{TODAY}.csv", f"journal-{TODAY}.pdf"]
    assert (course.root / "private/.gitignore").read_text("utf-8").rstrip().endswith("*")
    assert course.build().built
    assert not list(course.site.rglob("journal-*"))


@pytest.mark.parametrize("folder", ["", "private/andet", "../ude"])
def test_nobody_else_may_read_it(good: Publication, folder: str) -> None:
    before = os.umask(0)
    try:
        for _ in range(2):
            assert run(good.root, *(("--output", str(good.root / folder)) if folder else ())).exit_code == 0
    finally:
        os.umask(before)
    made = good.root / (folder or "private/journal")
    assert [path.stat().st_mode & 0o777 for path in made.iterdir()] == [0o600, 0o600]
    assert folder == "../ude" or made.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "folder", ["docs/journal", "site", "stories", ".", "private", "private/built", "private/receipts/x", "private/.x"]
)
def test_it_never_lies_where_it_would_be_published_or_replaced(course: Publication, folder: str) -> None:
    result = run(course.root, "--output", str(course.root / folder))
    assert result.exit_code == 1
    assert "kan ikke ligge dér" in result.output
    assert not list(course.root.rglob("journal-*"))


def test_nor_in_another_repository(course: Publication, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path / "andet")], check=True)
    assert run(course.root, "--output", str(tmp_path / "andet/journal")).exit_code == 1
    assert not list((tmp_path / "andet").rglob("journal-*"))


def test_with_errors_there_is_no_journal(course: Publication, tmp_path: Path) -> None:
    course.change(VINDUET, "values: [mod]", "values: [tilid]")
    result = run(course.root, "--output", str(tmp_path / "made"))
    assert result.exit_code == 1
    assert "story-values" in result.output
    assert "Ret først fejlene" in result.output
    assert not (tmp_path / "made").exists()


def test_what_cannot_be_written_is_told(course: Publication, tmp_path: Path) -> None:
    (tmp_path / "made").write_text("en fil", encoding="utf-8")
    result = CliRunner().invoke(cli, ["journal", "-C", str(course.root), "--output", str(tmp_path / "made/x")])
    assert result.exit_code == 1
    assert re.search(r"kan ikke", result.output)


def test_a_handbook_without_any_of_it_has_an_empty_journal(good: Publication, tmp_path: Path) -> None:
    words, rows = written(good, tmp_path / "made")
    assert "intet at føre ind" in words
    assert len(rows) == 1


@pytest.mark.slow
def test_the_pdf_is_for_everyone_and_for_the_records(tmp_path: Path) -> None:
    course = give_course(copied("good", tmp_path))
    written(course, tmp_path / "made")
    made = tmp_path / "made" / f"journal-{TODAY}.pdf"
    assert pdf.is_accessible(pdf.read(made), "da-DK")
    assert findings([made], UA_1) == {made: []}
    assert findings([made], A_2A) == {made: []}


def test_what_is_said_of_goals_is_there_with_its_number(course: Publication, tmp_path: Path) -> None:
    said = "date: 2026-10-30, role: Direktionen, text: Tre er skrevet om., number: 3, of: 11, source: Listen hos HR"
    course.change(
        PATH, "    text: Værdierne kan ses.\n", f"    text: Værdierne kan ses.\n    statements: [{{{said}}}]\n"
    )
    _, rows = written(course, tmp_path / "made")
    assert rows[-1][1:] == [
        "2026-10-30",
        "Udsagn om et mål",
        "Direktionen",
        "synlig",
        "Værdierne kan ses",
        "Tre er skrevet om. 3 af 11. Talt ud fra: Listen hos HR",
    ]
