"""Receipts from CSV files, and old ones that become counts."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from hverdag.cli import cli
from hverdag.features.uptake import counts_of
from hverdag.model.uptake.receipts import FoldedMonth, Reached, Receipt, ReceiptFile, is_kept, kept_from
from hverdag.pipeline.read import read_texts
from hverdag.workflows import source_files
from hverdag.workflows.receipts.fold import _folded, _reached
from hverdag.workflows.receipts.lines import file_text, read_receipts, with_rows, without_rows
from tests.conftest import TODAY, Publication, copied
from tests.uptake import BOERN, give_workplaces

HEAD = "Dato;Arbejdsplads;Redskab;Deltagere;Hvad skete der?;Næste gang"
PATH = "values/receipts/2026-11.yml"


@pytest.fixture
def place(tmp_path: Path) -> Publication:
    return give_workplaces(copied("good", tmp_path))


def take_in(place: Publication, *rows: str, given: str = "", head: str = HEAD, name: str = "svar.csv") -> Result:
    (place.root.parent / name).write_bytes("\r\n".join((head, *rows, "")).encode("cp1252"))
    words = ["receipts", str(place.root.parent / name), "-C", str(place.root), "--today", str(TODAY)]
    return CliRunner().invoke(cli, [*words, *([] if given else ["--yes"])], input=given, catch_exceptions=False)


def fold(place: Publication, today: date = TODAY) -> Result:
    words = ["receipts", "--fold", "--yes", "-C", str(place.root), "--today", str(today)]
    return CliRunner().invoke(cli, words, catch_exceptions=False)


def files(place: Publication) -> dict[str, bytes]:
    folders = ("values/receipts", "private")
    found = (path for folder in folders for path in (place.root / folder).rglob("*") if path.is_file())
    return {path.relative_to(place.root).as_posix(): path.read_bytes() for path in found}


def rows(place: Publication, path: str) -> list[Receipt]:
    return list(read_receipts((place.root / path).read_bytes(), path).receipts)


def counted(place: Publication, today: date = TODAY) -> dict[str, int]:
    handbook, _ = read_texts(place.root)
    return {id: count.find(handbook, today).number for id, count in counts_of(handbook).items()}


def test_forty_rows_in_excels_danish_clothes(place: Publication) -> None:
    """Thirty-six are sound; each of the others is told with its row and what is wrong, and nobody appears."""
    tools = ("F01", "f01-m01", "https://haandbog.example/f/m01/", "Noget eget")
    sound = [
        f"Anne Hansen;a@b.dk;{2 + at % 18}.{10 if at > 17 else 9}.26;{BOERN[at % 6]};{tools[at % 4]};{at + 1},0;"
        f'"Vi talte om nummer {at}, \r\nog så gik vi hjem";1/12-2026'
        for at in range(36)
    ]
    faulty = [
        "Bo Friis;b@b.dk;03.11.2026;Ryllen;F01;8;;",
        "Bo Friis;b@b.dk;32.11.2026;Rylen;F01;otte;;",
        "Bo Friis;b@b.dk;03.11.2026;Rylen;F99;8;Hun hedder Anne Marie Friis, 010203-1234;",
        "Bo Friis;b@b.dk;03.11.2026;Rylen;F01;8;;1.11.2026",
    ]
    before = counted(place)
    done = take_in(place, *sound, *faulty, head=f"Navn;E-mail;{HEAD}")
    assert done.exit_code == 1
    assert "40 rækker under overskrifterne." in done.output
    assert "Navn, E-mail" in done.output
    assert "36 kvitteringer er skrevet. 6 af 14 arbejdspladser" in done.output
    assert all(f"Række {number}:" in done.output for number in (38, 39, 40, 41))
    assert "Mente du »Rylen«?" in done.output
    assert counted(place)["receipts"] == before["receipts"] + 36
    assert not [problem for problem in place.problems() if problem.is_error]
    held = b"".join(files(place).values()) + done.output.encode()
    assert not [word for word in (b"Anne Hansen", b"a@b.dk", b"Friis", b"010203", b"b@b.dk") if word in held]
    values = b"".join(content for path, content in files(place).items() if path.startswith("values/"))
    assert b"Vi talte" not in values
    private = [one for month in ("2026-09", "2026-10") for one in rows(place, f"private/receipts/{month}.yml")]
    assert len(private) == 36
    again = take_in(place, *sound, head=f"Navn;E-mail;{HEAD}")
    assert (again.exit_code, counted(place)["receipts"]) == (0, before["receipts"] + 36)
    assert "Der er ikke noget nyt i filen." in again.output


def test_nothing_is_written_until_yes_and_then_what_the_file_says(place: Publication) -> None:
    before = files(place)
    row = "03.11.2026;Rylen;F01;8;Vi talte om at spørge;10.12.2026"
    asked = take_in(place, row, given="nej\n")
    assert (asked.exit_code, files(place)) == (1, before)
    assert "række 2 læst: 3. november 2026, rylen, F01, 8 deltagere, næste gang 10. december 2026" in asked.output
    assert take_in(place, row, given="ja\n").exit_code == 0
    [public], [private] = rows(place, PATH), rows(place, f"private/receipts/{PATH[-11:]}")
    assert (public.people, public.next, public.sentence) == (8, date(2026, 12, 10), "")
    assert (private.identity, private.sentence) == (public.identity, "Vi talte om at spørge")


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("Rylen", ["rylen"]),
        ("a001", ["rylen"]),
        ("Vuggestuen Rylen (før)", ["rylen"]),
        ("Rylen og Viben", ["rylen", "viben"]),
        ("Rylen, Viben; Lærken/Svalen+Engen", ["rylen", "viben", "laerken", "svalen", "engen"]),
        ("Køkken, Rylen og Viben; Rylen", ["koekken", "rylen"]),
        ("Køkken, Rylen og Viben", ["koekken"]),
        ("rylen;rylen", ["rylen"]),
        ("Det gamle hus", ["viben"]),
    ],
)
def test_workplaces_as_people_write_them(place: Publication, cell: str, ids: list[str]) -> None:
    text = (place.root / "values/workplaces.yml").read_text("utf-8").rstrip("\n")
    text = text.replace("    name: Rylen\n", '    name: Rylen\n    former: ["Vuggestuen Rylen (før)"]\n')
    kitchen = '  - {id: koekken, name: "Køkken, Rylen og Viben", department: boern, professions: [kok], staff: "5-9"}'
    closed = "  - {id: gammel, name: Det gamle hus, department: boern, professions: [kok], staff: 5-9, "
    closed += "closed: 2026-01-01, became: viben}"
    place.write("values/workplaces.yml", f"{text}\n{kitchen}\n{closed}\n")
    done = take_in(place, f'03.11.2026;"{cell}";F01;8;;')
    assert done.exit_code == 0, done.output
    assert [list(one.workplaces) for one in rows(place, PATH)] == [ids]
    assert ("Det gamle hus er Viben i dag" in done.output) == (cell == "Det gamle hus")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("03.11.2026;Viven;F01;8;;", "Mente du »Viben«?"),
        ("03.11.2026;Rylen og Vibben;F01;8;;", "Mente du »Viben«?"),
        ("03.11.2026;Rylen;F001;8;;", "Mente du »F01«?"),
        ("03.11.2026;Rylen;F01 og M01;8;;", "mere end ét redskab"),
        ("03.11.2026;Rylen;F01 og F99;8;;", "med koden »F01 og F99«"),
        ("03.11.2026;Rylen;https://x.dk/f/f99/;8;;", "med koden"),
        ("03.11.2026;;;;;", "Cellen »Arbejdsplads« er tom."),
        ("22.11.2026;Rylen;F01;8;;", "den dag er ikke kommet endnu"),
        ("03.11.2026;Rylen;F01;0;;", "0 deltagere kan ikke passe"),
        ("03.11.2026;Rylen;F01;2026;;", "2026 deltagere kan ikke passe"),
        ("03.11.2026;Rylen;F01;8;;2.11.2026", "Næste gang står til den 2. november 2026"),
        ("03.11.2026;Rylen;F01;8;Ring til 70 00 00 09;", "et telefonnummer"),
        ("03.11.2026;Rylen;F01;8;Vi så Anne Marie Friis;", "nogens fulde navn"),
    ],
)
def test_a_row_with_a_fault_is_told_and_kept_to_be_mended(place: Publication, row: str, said: str) -> None:
    before = {path: content for path, content in files(place).items() if path.startswith("values/")}
    done = take_in(place, row, given="ja\n")
    assert done.exit_code == 1
    assert "Række 2: " in done.output
    assert said in " ".join(done.output.split())
    after = files(place)
    assert {path: content for path, content in after.items() if path.startswith("values/")} == before
    kept = after["private/receipts/ret-svar.csv"].decode("utf-8-sig")
    assert kept.startswith(f"{HEAD};Fejl;Rækkens mærke\r\n")
    assert said.strip("»«?")[:12] in kept


def test_the_file_to_mend_is_taken_in_itself_and_goes_when_all_is_well(place: Publication) -> None:
    take_in(place, "03.11.2026;Ryllen;F01;8;;", "03.11.2026;Viben;F01;8;;")
    to_mend = place.root / "private/receipts/ret-svar.csv"
    to_mend.write_bytes(to_mend.read_bytes().replace(b";Ryllen;", b";Rylen;"))
    words = ["receipts", str(to_mend), "-C", str(place.root), "--today", str(TODAY), "--yes"]
    done = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert [list(one.workplaces) for one in rows(place, PATH)] == [["viben"], ["rylen"]]
    assert not to_mend.exists()


def test_doubles_are_told_apart_from_what_says_something_else(place: Publication) -> None:
    done = take_in(
        place,
        "03.09.2026;Rylen;f01;7;;1.10.2026",
        "10.09.2026;Lærken, Viben;F01-m01;99;;",
        "03.11.2026;Engen;F01;8;Vi talte;",
        "3/11/26;engen;F01;8;Vi talte;",
        "3/11/26;A008;F01;9;Vi lo;",
    )
    assert done.exit_code == 0
    assert "1 kvittering er klar. 1 er hentet før." in done.output
    assert "Række 2 er udeladt" not in done.output
    assert "Række 3 er udeladt: I " in done.output
    assert "Række 5 er udeladt: Den er allerede i række 4." in done.output
    assert "Række 6 er udeladt: I " in done.output
    assert len(rows(place, PATH)) == 1


@pytest.mark.parametrize(
    "before",
    [
        "# Vores\nreceipts:\n  # den første\n  - {date: 2026-11-02, workplaces: [viben], tool: F01} # noget\n# slut\n",
        "receipts:\n- date: 2026-11-02\n  workplaces:\n  - viben\n  tool: F01\nfolded: []\n",
        "receipts: []  # ingen endnu\n",
        "receipts:\nfolded:\n  - {month: 2024-01, tool: F01, receipts: 2}\n",
        "folded:\n  - {month: 2024-01, tool: F01, receipts: 2}",
        "# kun en bemærkning",
        "",
        "receipts: [{date: 2026-11-02, workplaces: [viben], tool: F01}]\n",
        "{receipts: [{date: 2026-11-02, workplaces: [viben], tool: F01}]}\n",
        '"receipts":\n  - {date: 2026-11-02, workplaces: [viben], tool: F01}\n',
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_a_file_holds_stays_as_it_is(place: Publication, before: str, end: str, mark: str) -> None:
    raw = f"{mark}{before}".replace("\n", end).encode()
    (place.root / PATH).write_bytes(raw)
    held = read_receipts(raw, PATH)
    done = take_in(place, "03.11.2026;Rylen;F01;8;;", "04.11.2026;Engen;egen;8;;")
    assert done.exit_code == 0, done.output
    handbook, problems = read_texts(place.root)
    assert not problems
    of_november = [file for file in handbook.data_of(ReceiptFile) if "2026-11" in file.path]
    names = [one.workplaces for file in of_november for one in file.receipts]
    assert sorted(names) == sorted([*(one.workplaces for one in held.receipts), ("rylen",), ("engen",)])
    assert sum((file.folded for file in of_november), ()) == held.folded
    after = (place.root / PATH).read_bytes()
    if after == raw:  # it is written in brackets, or not at all
        assert [file.path for file in of_november] == ["values/receipts/2026-11-2.yml", PATH]
        return
    kept = raw.replace(b"receipts: []", b"receipts:").splitlines()
    assert [line for line in after.splitlines() if line in kept and line.strip()] == [line for line in kept if line]
    ends = raw.count(b"\n")
    assert not ends or after.count(end.encode()) == after.count(b"\n")


def test_nothing_is_written_if_one_file_cannot_be(place: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real = files(place), source_files._put
    done: list[Path] = []

    def put(path: Path, content: bytes, mode: int | None = None) -> None:
        if path.name == "2026-11.yml" and path.parent.name == "receipts" and "values" in path.parts and content:
            raise PermissionError(13, "no", str(path))
        done.append(path)
        real(path, content, mode)

    monkeypatch.setattr(source_files, "_put", put)
    refused = take_in(place, "03.10.2026;Viben;F01;8;Vi talte;", "03.11.2026;Rylen;F01;8;Vi lo;")
    assert refused.exit_code == 1
    assert "values/receipts/2026-11.yml kan ikke skrives. Intet er skrevet." in refused.output
    assert done
    after = files(place)
    after.pop("private/.gitignore", None)
    assert after == before


def test_a_file_that_is_changed_meanwhile_is_left_alone(place: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> bool:
        place.write(PATH, "receipts:\n  - {date: 2026-11-02, workplaces: [viben], tool: F01}\n")
        return True

    monkeypatch.setattr("hverdag.cli.options.confirmed", asked)
    refused = take_in(place, "03.11.2026;Rylen;F01;8;;", given="ja\n")
    assert refused.exit_code == 1
    assert "Nogen har ændret" in refused.output
    assert [one.workplaces for one in rows(place, PATH)] == [("viben",)]


def test_what_lies_in_private_is_for_the_user_alone(place: Publication) -> None:
    take_in(place, "03.11.2026;Rylen;F01;8;Vi talte;", "04.11.2026;Ryllen;F01;8;;")
    for path in ("private/receipts/2026-11.yml", "private/receipts/ret-svar.csv"):
        assert (place.root / path).stat().st_mode & 0o777 == 0o600
    assert (place.root / "private/.gitignore").read_text("utf-8").endswith("*\n")


def test_without_workplaces_or_with_faults_nothing_is_taken_in(place: Publication) -> None:
    place.write("values/receipts/2026.yml", "receipts:\n  - {date: i går, workplaces: [rylen], tool: F01}\n")
    assert "values/receipts/2026.yml kan ikke læses" in take_in(place, "03.11.2026;Rylen;F01;8;;").output
    (place.root / "values/workplaces.yml").unlink()
    assert "Der er ingen arbejdspladser" in take_in(place, "03.11.2026;Rylen;F01;8;;").output
    assert not (place.root / PATH).exists()


def test_a_file_of_another_kind_is_told(place: Publication) -> None:
    done = take_in(place, head="PK\x03\x04")
    assert done.exit_code == 1
    assert "Den er en regnearksfil" in done.output
    assert "Måneden ser ud til" in take_in(place, "11/13/2026;Rylen;F01;8;;", "11/3/2026;Rylen;F01;8;;").output
    assert not (place.root / PATH).exists()


OLD = """# Vores kvitteringer
receipts:
  # fra dengang
  - {date: 2024-03-04, workplaces: [rylen, viben], tool: F01, people: 7}
  - date: 2024-05-06
    workplaces: [bakken]
    tool: egen

  # stadig ny
  - {date: 2026-09-04, workplaces: [engen], tool: F01}
"""


def test_old_receipts_become_counts_and_their_sentences_are_gone(place: Publication) -> None:
    place.write("values/receipts/blandet.yml", OLD)
    place.write("values/receipts/2024-06.yml", "receipts:\n  - {date: 2024-06-04, workplaces: [rylen], tool: M01}\n")
    place.write(
        "private/receipts/2024-06.yml",
        "receipts:\n  - {date: 2024-06-04, workplaces: [rylen], tool: M01, sentence: Vi lo.}\n",
    )
    before = counted(place)
    done = fold(place)
    assert done.exit_code == 0, done.output
    assert counted(place) == before
    assert (place.root / "values/receipts/blandet.yml").read_text("utf-8") == (
        "# Vores kvitteringer\nreceipts:\n\n  # stadig ny\n  - {date: 2026-09-04, workplaces: [engen], tool: F01}\n"
    )
    assert not (place.root / "values/receipts/2024-06.yml").exists()
    assert not (place.root / "private/receipts/2024-06.yml").exists()
    folded = read_receipts((place.root / "values/receipts/folded.yml").read_bytes(), "values/receipts/folded.yml")
    assert Reached(workplace="bakken", month="2024-05") in folded.reached
    assert Reached(workplace="rylen", month="2024-03", tool_month="2024-03") in folded.reached
    assert FoldedMonth(month="2024-05", tool="egen", receipts=1) in folded.folded
    assert "Ingen kvittering er ældre" in fold(place).output
    later = date(2028, 10, 6)
    after = counted(place, later)
    assert fold(place, later).exit_code == 0
    assert counted(place, later) == after
    assert not [problem for problem in place.problems(later) if problem.is_error]


def test_a_month_is_kept_to_the_day() -> None:
    assert kept_from(date(2026, 11, 21)) == date(2024, 11, 21)
    assert kept_from(date(2028, 2, 29)) == date(2026, 2, 28)
    assert kept_from(date(2026, 1, 31)) == date(2024, 1, 31)
    assert is_kept(date(2024, 11, 21), date(2026, 11, 21))
    assert not is_kept(date(2024, 11, 20), date(2026, 11, 21))


SENTENCE = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), max_size=60)
RECEIPT = st.builds(
    Receipt,
    date=st.dates(date(2023, 1, 1), TODAY),
    workplaces=st.lists(st.sampled_from(["rylen", "viben", "engen"]), min_size=1, max_size=3, unique=True).map(tuple),
    tool=st.sampled_from(["F01", "F01-M01", "egen", "plakat-vaerdier"]),
    people=st.none() | st.integers(1, 999),
    next=st.none() | st.dates(TODAY, TODAY + timedelta(days=300)),
    sentence=SENTENCE.map(lambda text: " ".join(normalize("NFC", text).split())).filter(bool),
)


@given(st.lists(RECEIPT, max_size=4), st.lists(RECEIPT, min_size=1, max_size=4))
def test_what_is_written_reads_back(first: Sequence[Receipt], more: Sequence[Receipt]) -> None:
    before = file_text(ReceiptFile(receipts=tuple(first))).encode()
    after = with_rows(before, PATH, more)
    assert after is not None
    assert list(read_receipts(after, PATH).receipts) == [*first, *more]
    gone = set(range(len(first), len(first) + len(more)))
    without = without_rows(after, PATH, gone)
    assert list(read_receipts(without, PATH).receipts) == list(first)


@given(st.lists(RECEIPT, max_size=12), st.integers(0, 12))
def test_folding_in_two_steps_is_folding_in_one(held: list[Receipt], at: int) -> None:
    once = tuple(_folded((), held)), tuple(_reached((), held))
    half = tuple(_folded((), held[:at])), tuple(_reached((), held[:at]))
    assert (tuple(_folded(half[0], held[at:])), tuple(_reached(half[1], held[at:]))) == once
    assert sum(row.receipts for row in once[0]) == len(held)
    assert {row.workplace for row in once[1]} == {id for one in held for id in one.workplaces}
    used = {id for one in held if not one.is_own_way for id in one.workplaces}
    assert {row.workplace for row in once[1] if row.tool_month} == used
