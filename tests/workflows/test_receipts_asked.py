"""What `hverdag receipts` asks an editor at a terminal, and what it shows first: only what needs a person."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag.cli import cli, command_line
from hverdag.model.language import Language
from hverdag.workflows.receipts.possible_names import possible_names
from tests.conftest import TODAY, Publication, copied
from tests.uptake import BOERN, give_workplaces
from tests.workflows.test_receipts import HEAD, PATH, files, fold, rows, take_in

MEND = "private/receipts/ret-svar.csv"
PUBLISH = f"{HEAD};Må offentliggøres"
OF_NOVEMBER = f"private/receipts/{PATH[-11:]}"


@pytest.fixture
def place(tmp_path: Path) -> Publication:
    return give_workplaces(copied("good", tmp_path))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hverdag.cli.receipt_questions.is_at_terminal", lambda: True)


def run(place: Publication, file: Path, *words: str, given: str = "") -> Result:
    command = ["receipts", str(file), "-C", str(place.root), "--today", str(TODAY), *words]
    return CliRunner().invoke(cli, command, input=given, catch_exceptions=False)


@pytest.mark.usefixtures("terminal")
def test_forty_rows_are_told_in_a_few_lines_and_written_in_one_go(place: Publication) -> None:
    said = [
        f'{1 + at % 28}.09.2026;{BOERN[at % 6]};F01-M01;{at + 1};"Vi talte om nummer {at},\r\nog gik hjem";'
        for at in range(34)
    ]
    odd = [
        "03.11.2026;Ryllen;F01;8;;",
        "04.11.2026;Ryllen;F01;8;;",
        "05.11.2026;Rylen;F01;8;Vi så Anne Marie Friis græde;",
        "06.11.2026;Rylen;F01;8;=SUM(A1:A9);",
        "06.11.2026;Rylen;F01;8;=SUM(A1:A9);",
        "3/4/26;Rylen;F01;8;Så spurgte Fatima os;",
    ]
    answers = ("ja", "Vi så en kollega græde", "41", "Så spurgte en borger os", "ja")
    done = take_in(place, *said, *odd, given="".join(f"{one}\n" for one in answers))
    assert done.exit_code == 0, done.output
    assert "39 kvitteringer er klar." in done.output
    assert "Overskrifterne er række 1." in done.output
    assert "Række 36-37: Ingen arbejdsplads hedder »Ryllen«. Mente du »Rylen«?" in done.output
    assert "3/4/26 er den 3. april 2026" in done.output
    assert "Række 39: »=SUM(A1:A9)«" in done.output
    assert "Række 40 er udeladt: Den er allerede i række 39." in done.output
    assert "Række 41: »Så spurgte Fatima os« Måske et navn: Fatima" in done.output
    assert "nummer" not in done.output
    assert len(done.output.split()) < 320
    held = b"".join(files(place).values())
    assert not [name for name in ("Fatima", "Friis") if name.encode() in held]
    assert {"Vi så en kollega græde", "=SUM(A1:A9)"} == {one.sentence for one in rows(place, OF_NOVEMBER)}
    assert [one.sentence for one in rows(place, "private/receipts/2026-04.yml")] == ["Så spurgte en borger os"]
    again = take_in(place, *said, *odd, given="")
    assert "39 er hentet før" not in again.output  # the double has the mark of the row that it repeats
    assert "40 er hentet før" in again.output
    assert "Der er ikke noget nyt i filen." in again.output
    assert not [word for word in ("Mente du", "formel", "udeladt:") if word in again.output]


@pytest.mark.usefixtures("terminal")
def test_a_no_leaves_the_row_to_be_mended(place: Publication) -> None:
    done = take_in(place, "03.11.2026;Ryllen;F01;8;;", "03.11.2026;Viben;F01;8;;", given="nej\nja\n")
    assert [one.workplaces for one in rows(place, PATH)] == [("viben",)]
    assert "Ryllen" in files(place)[MEND].decode()
    assert done.exit_code == 1


@pytest.mark.parametrize("words", [["--yes"], []])
def test_where_nobody_answers_no_name_is_guessed(place: Publication, words: list[str]) -> None:
    take_in(place, "03.11.2026;Viben;F01;8;;", given="nej\n")
    file = place.root.parent / "svar.csv"
    file.write_text(f"{HEAD}\n03.11.2026;Ryllen;F01;8;;\n", "utf-8")
    run(place, file, *words, given="ja\n")
    assert PATH not in files(place)
    assert "Ryllen" in files(place)[MEND].decode()


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("answer", ["Det var Anne Marie Friis", ""])
def test_a_sentence_that_still_names_somebody_waits(place: Publication, answer: str) -> None:
    done = take_in(place, "03.11.2026;Rylen;F01;8;Vi så Anne Marie Friis;", given=f"{answer}\nja\n")
    assert done.exit_code == 1
    assert "Friis" not in b"".join(files(place).values()).decode()
    assert MEND in files(place)


@pytest.mark.usefixtures("terminal")
def test_rows_may_wait_and_a_range_of_them_too(place: Publication) -> None:
    sound = [f"0{day}.11.2026;Rylen;F01;8;Så kom Bente;" for day in range(1, 6)]
    take_in(place, *sound, given="2, 4-5\n\n\n\nja\n")
    assert [one.date and one.date.day for one in rows(place, PATH)] == [2, 5]
    assert files(place)[MEND].count(b"Bente") == 3


def test_numbers_that_no_row_has_are_a_no(place: Publication) -> None:
    before = files(place)
    assert take_in(place, "03.11.2026;Rylen;F01;8;Så kom Bente;", given="99\n").exit_code == 1
    assert files(place) == before


@pytest.mark.parametrize("says", ["ja", "Yes", "x", "10-11-2026"])
def test_a_sentence_with_a_yes_is_shown_and_then_published(place: Publication, says: str) -> None:
    row = f"03.11.2026;Rylen;F01;8;Vi spurgte hinanden;;{says}"
    done = take_in(place, row, given="ja\n", head=PUBLISH)
    assert "må alle læse" in done.output
    assert "Række 2: »Vi spurgte hinanden«" in done.output
    [one] = rows(place, PATH)
    assert one.sentence == "Vi spurgte hinanden"
    assert one.yes == (date(2026, 11, 10) if says[0] == "1" else TODAY)
    assert OF_NOVEMBER not in files(place)
    assert not [problem for problem in place.problems() if problem.is_error]


@pytest.mark.parametrize(
    ("text", "says", "said"),
    [
        ("Vi spurgte", "", "1 sætning kommer i private/"),
        ("Vi spurgte", "Nej", "1 sætning kommer i private/"),
        ("Vi spurgte Viben om det", "ja", "Den nævner »Viben«, som ikke har sagt ja"),
    ],
)
def test_without_a_yes_that_holds_a_sentence_stays_in_private(
    place: Publication, text: str, says: str, said: str
) -> None:
    done = take_in(place, f"03.11.2026;Rylen;F01;8;{text};;{says}", given="ja\n", head=PUBLISH)
    assert said in done.output
    assert [(one.sentence, one.yes) for one in rows(place, PATH)] == [("", None)]
    assert [one.sentence for one in rows(place, OF_NOVEMBER)] == [text]


@pytest.mark.usefixtures("terminal")
def test_a_yes_is_to_the_words_that_the_workplace_wrote(place: Publication) -> None:
    row = "03.11.2026;Rylen;F01;8;Så spurgte Fatima;;ja"
    take_in(place, row, given="2\nSå spurgte en kollega\nja\n", head=PUBLISH)
    assert [(one.sentence, one.yes) for one in rows(place, PATH)] == [("", None)]
    assert [one.sentence for one in rows(place, OF_NOVEMBER)] == ["Så spurgte en kollega"]


def test_nothing_is_published_that_nobody_has_read(place: Publication) -> None:
    take_in(place, "03.11.2026;Rylen;F01;8;Vi spurgte;;ja", head=PUBLISH)
    assert [one.sentence for one in rows(place, PATH)] == [""]
    assert [one.sentence for one in rows(place, OF_NOVEMBER)] == ["Vi spurgte"]


@pytest.mark.parametrize(
    ("says", "said"),
    [("måske", "hverken ja eller nej"), ("1.11.2026", "kan ikke have sagt ja"), ("1.12.2026", "kan ikke have sagt ja")],
)
def test_a_yes_that_cannot_be_is_told(place: Publication, says: str, said: str) -> None:
    done = take_in(place, f"03.11.2026;Rylen;F01;8;Vi spurgte;;{says}", given="ja\n", head=PUBLISH)
    assert said in done.output
    assert PATH not in files(place)


def test_what_was_mended_or_deleted_does_not_come_back(place: Publication) -> None:
    export = ("03.11.2026;Viben;F01;8;Vi talte;", "04.11.2026;Ryllen;F01;8;;", "05.11.2026;Engen;F01;8;;")
    take_in(place, *export)
    mend = place.root / MEND
    mend.write_bytes(mend.read_bytes().replace(b";Ryllen;", b";Rylen;"))
    assert run(place, mend, "--yes").exit_code == 0
    held = (place.root / PATH).read_text("utf-8")
    kept = [line.replace("viben", "svalen") for line in held.splitlines(True) if "engen" not in line]
    place.write(PATH, "".join(kept))
    before = files(place)
    again = take_in(place, *export, "06.11.2026;Bakken;F01;8;;", given="nej\n")
    assert "1 kvittering er klar. 3 er hentet før." in again.output
    assert files(place) == before


def test_two_rows_that_are_made_of_one_to_mend_are_both_read(place: Publication) -> None:
    take_in(place, "03.11.2026;Rylen;F01 og M01;8;;")
    mend = place.root / MEND
    head, row = mend.read_text("utf-8-sig").splitlines()
    for tools in (("F01", "M99"), ("M01",)):
        both = "\n".join((head, *(row.replace(";F01 og M01;", f";{tool};") for tool in tools)))
        mend.write_text(f"{both}\n", "utf-8")
        run(place, mend, "--yes")
    assert [one.tool for one in rows(place, PATH)] == ["F01", "M01"]
    assert MEND not in files(place)


def test_what_marks_a_row_goes_with_its_receipt(place: Publication) -> None:
    take_in(place, "03.11.2026;Rylen;F01;8;Vi talte;")
    marks = files(place)["private/receipts/taken-in.txt"].decode()
    assert re.fullmatch(r"2026-11-03 [0-9a-f]{16}\n", marks)
    fold(place, date(2028, 11, 4))
    assert "private/receipts/taken-in.txt" not in files(place)


def test_the_command_to_run_again_works_when_it_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "min mappe").mkdir()
    place = give_workplaces(copied("good", tmp_path / "min mappe"))
    monkeypatch.chdir(tmp_path)
    done = take_in(place, "03.11.2026;Ryllen;F01;8;;")
    [line] = [line for line in done.output.splitlines() if line.startswith("    ")]
    program, *words = shlex.split(line)
    assert program == "hverdag"
    assert words[1] == f"min mappe/good/{MEND}"
    again = CliRunner().invoke(cli, [*words, "--today", str(TODAY)], input="nej\n", catch_exceptions=False)
    assert "svar" in again.output
    assert "»Ryllen«" in again.output


def test_a_command_is_told_as_it_was_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin/hverdag"
    program.parent.mkdir()
    program.touch(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["bin/hverdag"])
    assert command_line.command_line("receipts", "a b") == "bin/hverdag receipts 'a b'"
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setattr("sys.argv", [str(program)])
    assert command_line.command_line("check") == "hverdag check"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Fatima sagde det.", ["Fatima"]),
        ("Det var Bentes idé. Alle var med.", ["Bentes"]),
        ("Så kom Zbigniew hjem.", ["Zbigniew"]),
        ("Vi talte med Rylen om MED, og I var der.", []),
        ("»Hvorfor?« spurgte en. »Fordi.« Så gik vi.", []),
        ("", []),
    ],
)
def test_words_that_may_be_names(sentence: str, names: list[str]) -> None:
    assert list(possible_names(sentence, {"Rylen"}, Language.DANISH)) == names


def test_a_foreign_private_folder_is_told_in_the_language_of_the_publication(place: Publication) -> None:
    handbook = (place.root / "values/handbook.yml").read_text("utf-8")
    place.write("values/handbook.yml", f"language: en\n{handbook}")
    (place.root / "private").write_text("x", "utf-8")
    told = [take_in(place, "03.11.2026;Rylen;F01;8;;").output, run_plans(place).output]
    assert [text for text in told if '"private" must be a folder, and it is a file.' not in text] == []


def run_plans(place: Publication) -> Result:
    return CliRunner().invoke(cli, ["plans", "-C", str(place.root), "--today", str(TODAY)], catch_exceptions=False)
