"""Tables as Excel, forms and people write them."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.model.csv_text import csv_bytes, is_formula
from hverdag.parse.csv_cells import CellReader, month_first_problems
from hverdag.parse.csv_file import MOST_BYTES, read_csv_bytes
from hverdag.parse.csv_headings import Column, letters
from hverdag.parse.csv_table import Row, Table, read_table
from hverdag.parse.csv_values import parse_day, parse_number

COLUMNS = (
    Column("date", ("Dato", "Date")),
    Column("place", ("Arbejdsplads", "Workplace")),
    Column("text", ("Hvad skete der?", "What happened?"), required=False),
    Column("people", ("Deltagere",), required=False),
)
HEAD = "Dato;Arbejdsplads;Hvad skete der?;Deltagere"


def table(text: str, encoding: str = "utf-8") -> Table:
    return read_table(text.encode(encoding), COLUMNS, "svar.csv", lambda text: ".dk" in text and "@" in text)


def told(read: Table) -> list[str]:
    return [problem.rule for problem in read.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_that_spreadsheets_save(encoding: str, delimiter: str, end: str) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator=end)
    writer.writerows(
        [["Dato", "Arbejdsplads", "Hvad skete der?"], ["3/4/26", "Åsen; Øst, Æblet", 'Vi sagde "ja"\r\nto gange']]
    )
    read = table(written.getvalue(), encoding)
    assert not read.problems
    [row] = read.rows
    assert dict(row.cells) == {"date": "3/4/26", "place": "Åsen; Øst, Æblet", "text": 'Vi sagde "ja" to gange'}
    assert row.number == 2


def test_danish_commas_do_not_make_columns() -> None:
    read = table(f"{HEAD}\n3/4/26;Rylen;Vi talte, og lo, og talte, og lo;8,0\n")
    assert read.delimiter == ";"
    assert CellReader(read, read.rows[0]).number("people") == 8


def test_what_excel_and_forms_add() -> None:
    read = table(
        "sep=;\nStarttidspunkt;1. Dato;Arbejdsplads *;ID;Hvad skete der? (én sætning);;E-mail;Yndlingsfarve;\n"
        ';;;;;;;;\n1;3/4/26;="A017";4;Godt;;a@b.dk;blå;\n'
    )
    assert not read.problems
    assert read.personal == ("Starttidspunkt", "E-mail")
    assert read.dropped == ("ID", "Yndlingsfarve")
    assert dict(read.rows[0].cells) == {"date": "3/4/26", "place": "A017", "text": "Godt"}
    assert "a@b.dk" not in repr(read)
    assert "blå" not in repr(read)
    assert (read.head, read.rows[0].number) == (1, 3)


def test_a_title_above_the_headings_is_no_heading() -> None:
    read = table(f"Rapport\n\nHentet i dag\n{HEAD}\n3/4/26;Rylen;;\n")
    assert [row["place"] for row in read.rows] == ["Rylen"]
    assert read.rows[0].number == 5


def test_a_row_tells_its_place_also_after_a_line_break() -> None:
    read = table(f'{HEAD}\n3/4/26;Rylen;"én\nto\ntre";\n3/4/26;Viben;;otte\n')
    cells = CellReader(read, read.rows[1])
    assert cells.number("people") is None
    assert (cells.problems[0].source.line, cells.problems[0].source.column) == (3, 4)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "csv-empty"),
        ("\n\n;;;\n", "csv-empty"),
        (HEAD, "csv-empty"),
        ("Dato;Deltagere\n3/4/26;8\n", "csv-heading"),
        ("Anne Hansen;0102031234\n", "csv-heading"),
        ("Dato;Date;Arbejdsplads\n3/4/26;3/4/26;Rylen\n", "csv-heading-twice"),
        (f"{HEAD}\n3/4/26;Rylen\n", "csv-cells"),
        (f"{HEAD}\n3/4/26;Rylen;Vi talte; og lo;8\n", "csv-cells"),
        (f'{HEAD}\n3/4/26;Rylen;"Vi talte;8\n3/4/26;Viben;;8\n', "csv-quote"),
        (f'{HEAD}\n3/4/26;Rylen;"Vi" talte;8\n', "csv-quote"),
        (f'{HEAD}\n3/4/26;Rylen;=HYPERLINK("http://x.dk","Tryk");8\n', "csv-formula"),
        (f"{HEAD}\n3/4/26;Rylen;@SUM(A1);8\n", "csv-formula"),
        (f"{HEAD}\n3/4/26;Rylen;-cmd|' /C calc'!A0;8\n", "csv-formula"),
        (f"{HEAD}\n3/4/26;Rylen;+45 12;8\n", "csv-formula"),
        (f"{HEAD}\n3/4/26;a@b.dk;;8\n3/4/26;c@d.dk;;8\n", "csv-personal"),
        ("PK\x03\x04 xlsx", "csv-kind"),
        ("%PDF-1.7", "csv-kind"),
        ("<html><table>", "csv-kind"),
        ("Dato\0;", "csv-kind"),
    ],
)
def test_what_is_told(text: str, rule: str) -> None:
    assert told(table(text)) == [rule]


def test_a_heading_twice_without_anything_below_is_nothing() -> None:
    assert not table("Dato;Date;Arbejdsplads\n3/4/26;;Rylen\n").problems


def test_a_dash_before_a_text_is_no_formula_and_alone_is_nothing() -> None:
    read = table(f"{HEAD}\n3/4/26;Rylen;- vi talte;-\n")
    assert not read.problems
    assert dict(read.rows[0].cells) == {"date": "3/4/26", "place": "Rylen", "text": "- vi talte", "people": ""}


def test_a_column_of_mail_addresses_leaves_nothing_behind() -> None:
    read = table(f"{HEAD}\n3/4/26;Rylen;anne@b.dk;8\n3/4/26;Viben;bo@b.dk;8\n")
    assert read.personal == ("Hvad skete der?",)
    assert "@" not in repr(read)


def test_a_large_file_is_never_read(tmp_path: Path) -> None:
    large = tmp_path / "stor.csv"
    with large.open("wb") as file:
        file.truncate(100_000_000)
    raw, problems = read_csv_bytes(large)
    assert (raw, [problem.rule for problem in problems]) == (b"", ["csv-size"])
    assert told(read_table(b"x" * (MOST_BYTES + 1), COLUMNS)) == ["csv-size"]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert [problem.rule for problem in read_csv_bytes(tmp_path)[1]] == ["file-unreadable"]


@pytest.mark.parametrize(
    "text",
    [
        *("03.04.2026", "3/4/26", "3-4-2026", "3/4-26", "2026-04-03", "3. april 2026", "3 apr 26", "fre. 3. apr. 2026"),
        *("2026-04-03 00:00:00", "2026-04-03T07:30:00Z", "03.04.2026 12.15", "den 3. april 2026", "46115", "April"),
    ],
)
def test_days_come_first(text: str) -> None:
    assert parse_day(text) == (None if text == "April" else date(2026, 4, 3))


@pytest.mark.parametrize("text", ["", "31.2.2026", "3.4", "4/13/26", "i går", "0102031234", "3.4.026", "99999"])
def test_what_is_no_day(text: str) -> None:
    assert parse_day(text) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    for form in ("%d.%m.%Y", "%d/%m/%y", "%d-%m-%Y", "%Y-%m-%d", "%Y-%m-%d 00:00:00"):
        assert parse_day(day.strftime(form)) == day


@pytest.mark.parametrize("late", ["4/13/26", "4/3/2026 3:45:12 PM"])
def test_a_column_with_the_month_first_is_told_once(late: str) -> None:
    read = table(f"{HEAD}\n3/4/26;Rylen;;\n{late};Viben;;\n{late};Viben;;\n")
    [problem] = month_first_problems(read, ["date"])
    assert (problem.rule, problem.source.line, problem.parameters["given"]) == ("csv-month-first", 3, late)
    assert not month_first_problems(table(f"{HEAD}\n13/4/26;Rylen;;\n"), ["date"])


@pytest.mark.parametrize("text", ["8", "8,0", "8.0", "08", "8 personer", "ca. 8", "Cirka 8 deltagere", "~8"])
def test_numbers(text: str) -> None:
    assert parse_number(text) == 8


def test_a_thousand_is_written_with_a_dot() -> None:
    assert parse_number("1.200") == 1200


@pytest.mark.parametrize("text", ["", "8,5", "7-8", "-8", "otte", "8 af 12", "1,200", "8+1", "²", "٨"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), max_size=30)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=6))
def test_what_we_write_is_never_a_formula_and_reads_back(rows: list[tuple[str, str, str]]) -> None:
    raw = csv_bytes([["Dato", "Arbejdsplads", "Hvad skete der?"], *rows])
    for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"):
        assert not any(is_formula(cell) for cell in row)
    again = read_table(raw, COLUMNS, is_personal=lambda _: False)
    first = read_table(
        csv_bytes([["Dato", "Arbejdsplads", "Hvad skete der?"], *(kept(row) for row in again.rows)]), COLUMNS
    )
    assert [dict(row.cells) for row in first.rows] == [dict(row.cells) for row in again.rows]


def kept(row: Row) -> list[str]:
    return [row["date"], row["place"], row["text"]]


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fall_over(raw: bytes) -> None:
    for content in (raw, f"{HEAD}\n".encode() + raw):
        read = read_table(content, COLUMNS, "x.csv")
        for row in read.rows:
            cells = CellReader(read, row)
            cells.day("date")
            cells.number("people")


def test_columns_are_called_what_a_spreadsheet_calls_them() -> None:
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert table("Dato;Arbejdsplads;\n3/4/26;Rylen;hemmeligt\n").dropped == ("C",)
