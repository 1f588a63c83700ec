"""Agreements from CSV files: what is written where, what becomes of rows that come again, and old ones that become
counts."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.features.uptake import counts_of
from hverdag.model.uptake.agreements import Agreement, AgreementFile
from hverdag.parse.publication import fields_of
from hverdag.pipeline.read import read_texts
from tests.conftest import TODAY, Publication, copied
from tests.uptake import give_workplaces

HEAD = "Dato;Arbejdsplads;Aftale;Fortælling;Metode;Ses igen;Udfald;Hvad skete der?"
PATH = "values/agreements/2026-11.yml"
WORDS = "private/wordings/2026-11.yml"
MEND = "private/wordings/ret-aftaler.csv"
ROW = "2026-11-03;Rylen;Vi spørger, før vi hjælper.;Vinduet (F02);Kort samtale (M01);2026-12-01;;"


@pytest.fixture
def place(tmp_path: Path) -> Publication:
    return give_workplaces(copied("good", tmp_path))


def run(place: Publication, *words: str, given: str = "", today: date = TODAY) -> Result:
    asked = ["agreements", *words, "-C", str(place.root), "--today", str(today)]
    return CliRunner().invoke(cli, asked, input=given, catch_exceptions=False)


def take_in(place: Publication, *rows: str, given: str = "ja\n", head: str = HEAD, name: str = "aftaler.csv") -> Result:
    (place.root.parent / name).write_bytes("\r\n".join((head, *rows, "")).encode("cp1252"))
    return run(place, str(place.root.parent / name), *([] if given else ["--yes"]), given=given)


def files(place: Publication) -> dict[str, bytes]:
    folders = ("values/agreements", "private")
    found = (path for folder in folders for path in (place.root / folder).rglob("*") if path.is_file())
    return {path.relative_to(place.root).as_posix(): path.read_bytes() for path in found}


def rows(place: Publication, path: str) -> Sequence[Agreement]:
    return fields_of((place.root / path).read_bytes(), path, AgreementFile).agreements


def counted(place: Publication, today: date = TODAY) -> dict[str, tuple[int, int | None, list[tuple[date, int]]]]:
    handbook, _ = read_texts(place.root)
    found = {id: count.find(handbook, today) for id, count in counts_of(handbook).items() if "agree" in id}
    return {id: (tally.number, tally.of, list(tally.history())) for id, tally in found.items()}


def test_the_words_stay_in_private_and_only_the_rest_is_in_git(place: Publication) -> None:
    done = take_in(place, ROW)
    assert (done.exit_code, "1 aftale er skrevet. 1 af 14 arbejdspladser har nu aftalt noget." in done.output) == (
        0,
        True,
    )
    held = files(place)
    assert held[PATH].decode() == (
        "agreements:\n  - {date: 2026-11-03, workplace: rylen, story: F02, method: M01, review: 2026-12-01}\n"
    )
    [words] = rows(place, WORDS)
    assert words.agreement == "Vi spørger, før vi hjælper."
    assert not [one for one in place.problems() if one.is_error]


def test_nothing_is_written_until_somebody_says_yes(place: Publication) -> None:
    before = files(place)
    asked = take_in(place, ROW, given="nej\n")
    assert (asked.exit_code, files(place)) == (1, before)
    assert "Vi spørger, før vi hjælper." in asked.output


def test_where_nobody_is_asked_no_words_are_said(place: Publication) -> None:
    for text in (ROW, ROW.replace("Rylen", "Ryllen"), ROW.replace("2026-12-01;;", "2026-12-01;tja;Vi lo længe.")):
        done = take_in(place, text, given="")
        assert "spørger" not in done.output
        assert "lo længe" not in done.output


def test_the_same_file_again_changes_nothing_and_a_later_one_says_what_became_of_it(place: Publication) -> None:
    take_in(place, ROW)
    before = files(place)
    assert "Der er ikke noget nyt i filen." in take_in(place, ROW).output
    assert files(place) == before
    done = take_in(place, ROW.replace("2026-12-01;;", "2026-12-01;Beholdt;Det blev roligere."))
    assert "Med nyt om, hvad det blev til: 1." in done.output
    assert "Vi spørger, før vi hjælper. (Beholdt: Det blev roligere.)" in done.output
    [one] = rows(place, PATH)
    assert (one.outcome, one.happened, one.agreement) == ("kept", "", "")
    [words] = rows(place, WORDS)
    assert (words.agreement, words.happened) == ("Vi spørger, før vi hjælper.", "Det blev roligere.")
    assert counted(place)["agreements-reviewed"][:2] == (1, 1)


def test_another_answer_than_the_first_is_told_and_not_written(place: Publication) -> None:
    take_in(place, ROW.replace("2026-12-01;;", "2026-12-01;Beholdt;"))
    before = {path: content for path, content in files(place).items() if path.startswith("values")}
    done = take_in(place, ROW.replace("2026-12-01;;", "2026-12-01;Droppet;"))
    assert "Den bliver stående, som den var." in done.output
    assert {path: content for path, content in files(place).items() if path.startswith("values")} == before


def test_several_from_one_meeting_are_told_apart_by_their_words(place: Publication) -> None:
    other = ROW.replace("Vi spørger, før vi hjælper.", "Vi siger godmorgen.")
    take_in(place, ROW, other)
    assert [one.number for one in rows(place, PATH)] == [1, 2]
    third = ROW.replace("Vi spørger, før vi hjælper.", "Vi ringer op.")
    take_in(place, third, other.replace("2026-12-01;;", "2026-12-01;ændret;"), ROW)
    assert [(one.number, one.outcome) for one in rows(place, PATH)] == [(1, ""), (2, "changed"), (3, "")]
    assert not [one for one in place.problems() if one.rule == "agreement-twice"]


def test_without_private_the_rows_of_a_meeting_are_known_by_their_order(place: Publication) -> None:
    other = ROW.replace("Vi spørger, før vi hjælper.", "Vi siger godmorgen.")
    take_in(place, ROW, other)
    for path in files(place):
        if path.startswith("private/"):
            (place.root / path).unlink()
    take_in(place, ROW.replace("2026-12-01;;", "2026-12-01;kept;"), other)
    assert [(one.number, one.outcome) for one in rows(place, PATH)] == [(1, "kept"), (2, "")]


def test_a_row_that_was_deleted_or_mended_since_does_not_come_back(place: Publication) -> None:
    take_in(place, ROW)
    (place.root / PATH).write_text("agreements: []\n", "utf-8")
    done = take_in(place, ROW)
    assert (done.exit_code, rows(place, PATH)) == (0, ())


def test_a_new_row_never_gets_the_words_of_one_that_was_deleted(place: Publication) -> None:
    take_in(place, ROW, ROW.replace("Vi spørger, før vi hjælper.", "Vi siger godmorgen."))
    text = (place.root / PATH).read_text("utf-8")
    (place.root / PATH).write_text("".join(line for line in text.splitlines(True) if "number: 2" not in line), "utf-8")
    take_in(place, ROW.replace("Vi spørger, før vi hjælper.", "Vi ringer op."))
    assert [one.number for one in rows(place, PATH)] == [1, 3]
    assert [(one.number, one.agreement) for one in rows(place, WORDS)][2:] == [(3, "Vi ringer op.")]


def test_a_run_that_was_ended_between_two_files_is_made_good_by_the_next(place: Publication) -> None:
    other = ROW.replace("Vi spørger, før vi hjælper.", "Vi siger godmorgen.")
    take_in(place, ROW, other)
    whole = files(place)
    for path in (PATH, "private/wordings/taken-in.txt"):
        (place.root / path).unlink()
    take_in(place, other, ROW)
    assert files(place).keys() == whole.keys()
    assert files(place)[WORDS] == whole[WORDS]
    assert [one.number for one in rows(place, PATH)] == [2, 1]


def test_words_with_a_day_that_cannot_be_read_are_mended_before_anything_is_written(place: Publication) -> None:
    faulty = '{date: 31.2.2026, workplace: rylen, agreement: "Vi lytter."}'
    place.write(WORDS, f'agreements: [{{date: 2023-01-03, workplace: rylen, agreement: "Vi ler."}}, {faulty}]\n')
    before = files(place)
    for done in (run(place, "--fold", "--yes"), take_in(place, ROW)):
        assert (done.exit_code, f"Noget i {WORDS} kan ikke læses" in done.output) == (1, True)
    assert files(place) == before


def test_a_yes_is_to_the_words_that_were_there_and_to_none_that_come_later(place: Publication) -> None:
    take_in(place, ROW)
    place.change(PATH, "review: 2026-12-01", 'review: 2026-12-01, agreement: "Vi spørger.", yes: 2026-11-04')
    (place.root / WORDS).unlink()
    row = ROW.replace("Vi spørger, før vi hjælper.", "Vi spørger.")
    done = take_in(place, row.replace("01;;", "01;Beholdt;Bo lo."))
    assert "Med nyt om, hvad det blev til: 1." in done.output
    [one], [words] = rows(place, PATH), rows(place, WORDS)
    assert (one.agreement, one.happened, one.outcome) == ("Vi spørger.", "", "kept")
    assert (words.agreement, words.happened) == ("Vi spørger.", "Bo lo.")
    before = files(place)
    again = row.replace("01;;", "01;Beholdt;Bo  lo.")
    assert "Der er ikke noget nyt" in take_in(place, again, name="b.csv").output
    assert files(place) == before


def test_doubles_in_one_file_are_told(place: Publication) -> None:
    done = take_in(place, ROW, ROW.replace("2026-11-03", "3.11.2026").replace("Rylen", "a001"))
    assert "Række 3 er udeladt: Den er allerede i række 2." in done.output
    assert len(rows(place, PATH)) == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW.replace("2026-11-03", ""), "Cellen »Dato« er tom."),
        (ROW.replace("2026-11-03", "2026-11-22"), "den dag er ikke kommet endnu"),
        (ROW.replace("2026-11-03", "0206-11-03"), "før der var noget at tælle"),
        (ROW.replace("2026-12-01", "2026-11-02"), "da var den ikke lavet endnu"),
        (ROW.replace("Rylen", "Ryllen"), "Mente du »Rylen«?"),
        (ROW.replace("Rylen", ""), "Cellen »Arbejdsplads« er tom."),
        (ROW.replace("Rylen", "Rylen og Viben"), "kan være flere arbejdspladser"),
        (ROW.replace("Vinduet (F02)", "F002"), "Mente du »F02«?"),
        (ROW.replace("Vinduet (F02)", "Vindet"), "Mente du »F02«?"),
        (ROW.replace("Kort samtale (M01)", "M001"), "Mente du »M01«?"),
        (ROW.replace("2026-12-01;;", "2026-12-01;behold;"), "Mente du »beholdt«?"),
        (ROW.replace("Vi spørger, før vi hjælper.", ""), "Cellen »Aftale« er tom."),
        (ROW.replace("Vi spørger, før vi hjælper.", "Ring til 70 00 00 09"), "et telefonnummer"),
        (ROW.replace("Vi spørger, før vi hjælper.", "Vi lytter til Anne Marie Friis"), "nogens fulde navn"),
        (ROW.replace("2026-12-01;;", "2026-12-01;;Vi talte længe om 010190-1234 og lo"), "cpr-nummer"),
    ],
)
def test_a_row_with_a_fault_is_told_and_kept_to_be_mended(place: Publication, row: str, said: str) -> None:
    done = take_in(place, row)
    assert done.exit_code == 1
    assert said in " ".join(done.output.split())
    assert [path for path in files(place) if path.endswith(".yml")] == []
    kept = files(place)[MEND].decode("utf-8-sig")
    assert kept.startswith(f"{HEAD};Fejl;Rækkens mærke\r\n")
    assert not [secret for secret in ("70 00 00 09", "Marie Friis", "010190") if secret in kept + done.output]


def test_the_file_to_mend_is_taken_in_itself_and_goes_when_all_is_well(place: Publication) -> None:
    take_in(place, ROW.replace("Rylen", "Ryllen"))
    (place.root / MEND).write_bytes((place.root / MEND).read_bytes().replace(b";Ryllen;", b";Rylen;"))
    done = run(place, str(place.root / MEND), "--yes")
    assert done.exit_code == 0, done.output
    assert (len(rows(place, PATH)), (place.root / MEND).exists()) == (1, False)


def test_a_row_that_was_mended_does_not_come_back_with_the_file_that_it_was_in(place: Publication) -> None:
    wrong = ROW.replace("2026-11-03", "0206-11-03")
    take_in(place, wrong)
    (place.root / MEND).write_bytes((place.root / MEND).read_bytes().replace(b"0206-11-03", b"2026-11-03"))
    assert run(place, str(place.root / MEND), "--yes").exit_code == 0
    other = ROW.replace("Rylen", "Viben")
    done = take_in(place, wrong, other)
    assert done.exit_code == 0, done.output
    assert [one.workplace for one in rows(place, PATH)] == ["rylen", "viben"]
    assert not (place.root / MEND).exists()


def test_one_row_to_mend_may_become_two(place: Publication) -> None:
    take_in(place, ROW.replace("Rylen", "Rylen og Viben"))
    head, row = (place.root / MEND).read_text("utf-8-sig").splitlines()
    both = (row.replace("Rylen og Viben", name, 1) for name in ("Rylen", "Viben"))
    (place.root / MEND).write_text("\n".join((head, *both, "")), "utf-8")
    assert run(place, str(place.root / MEND), "--yes").exit_code == 0
    assert [one.workplace for one in rows(place, PATH)] == ["rylen", "viben"]


@pytest.mark.parametrize(
    ("story", "method", "codes"),
    [
        ("F02", "M01", ("F02", "M01")),
        ("f02-m01", "F02-M01", ("F02", "M01")),
        ("Vinduet", "Kort samtale", ("F02", "M01")),
        ("https://x.dk/f/f02/", "", ("F02", "")),
        ("Tillid (V01)", "Vejen", ("V01", "M02")),
        ("", "", ("", "")),
    ],
)
def test_what_it_came_from_is_written_as_people_write_it(
    place: Publication, story: str, method: str, codes: tuple[str, str]
) -> None:
    done = take_in(place, f"2026-11-03;Rylen;Vi hilser;{story};{method};;;")
    assert done.exit_code == 0, done.output
    [one] = rows(place, PATH)
    assert (one.story, one.method) == codes


def test_comments_and_other_rows_of_a_file_stay_as_they_are(place: Publication) -> None:
    first = "  - {date: 2026-11-02, workplace: viben}  # den første\n"
    place.write(PATH, f"# Vores aftaler\nagreements:\n{first}")
    take_in(place, ROW)
    take_in(place, ROW.replace("2026-12-01;;", "2026-12-01;kept;"))
    text = (place.root / PATH).read_text("utf-8")
    assert text.startswith(f"# Vores aftaler\nagreements:\n{first}")
    assert text.count("- {") == 2
    assert "outcome: kept}" in text


def test_a_file_that_changes_while_somebody_is_asked_is_left(
    place: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(place, ROW)
    from hverdag.cli import agreements  # noqa: PLC0415 the module, to stand in for a person

    def meanwhile(*_: object, **__: object) -> None:
        (place.root / PATH).write_text("agreements: []\n# min egen\n", "utf-8")

    monkeypatch.setattr(agreements, "require_yes", meanwhile)
    done = take_in(place, ROW.replace("2026-12-01;;", "2026-12-01;kept;"))
    assert done.exit_code == 1
    assert (place.root / PATH).read_text("utf-8") == "agreements: []\n# min egen\n"
    assert "kept" not in (place.root / WORDS).read_text("utf-8")


def test_old_agreements_become_counts_and_the_numbers_stay(place: Publication) -> None:
    later = date(2028, 11, 10)
    take_in(
        place,
        ROW.replace("2026-12-01;;", "2026-11-20;Beholdt;Det gik."),
        ROW.replace("Rylen", "Viben").replace("2026-12-01", "2026-11-10"),
        ROW.replace("Rylen", "Engen").replace("2026-11-03", "2026-11-19"),
    )
    before = counted(place, later)
    assert before["agreements-reviewed"][:2] == (1, 3)
    done = run(place, "--fold", "--yes", today=later)
    assert done.exit_code == 0, done.output
    assert [one.workplace for one in rows(place, PATH)] == ["engen"]
    assert [one.workplace for one in rows(place, WORDS)] == ["engen"]
    assert {id: (number, of) for id, (number, of, _) in counted(place, later).items()} == {
        id: (number, of) for id, (number, of, _) in before.items()
    }
    assert not [one for one in place.problems() if one.is_error]
    assert "Ingen aftale" in run(place, "--fold", "--yes", today=later).output


def test_rows_too_old_are_not_kept_at_all(place: Publication) -> None:
    before = files(place)
    done = take_in(place, ROW.replace("2026-11-03", "2024-11-20").replace("2026-12-01", "2024-12-20"))
    assert done.exit_code == 0
    assert "Intet af den bliver gemt." in done.output
    assert files(place) == before


def test_no_workplaces_no_agreements(place: Publication) -> None:
    (place.root / "values/workplaces.yml").unlink()
    assert "ingen arbejdspladser" in take_in(place, ROW).output


def test_a_file_and_a_fold_at_once_are_refused(place: Publication) -> None:
    (place.root.parent / "a.csv").write_text(HEAD, "utf-8")
    assert run(place, str(place.root.parent / "a.csv"), "--fold").exit_code == 2


def test_days_are_counted_from_the_review(place: Publication) -> None:
    take_in(place, ROW.replace("2026-12-01;;", "2026-11-18;Beholdt;"))
    number, of, history = counted(place, TODAY + timedelta(days=30))["agreements-reviewed"]
    assert (number, of, history[-1]) == (1, 1, (date(2026, 11, 1), 1))
