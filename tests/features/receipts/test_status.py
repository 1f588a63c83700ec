"""The parts of the year's status: what was used and where, and what workplaces say of themselves."""

from datetime import date
from pathlib import Path

import pytest

from hverdag.features.receipts.status import status
from hverdag.locale import catalogue
from hverdag.model.shown import Shown
from hverdag.model.uptake.status import Cell, StatusPart, StatusTable
from tests.conftest import GOLDEN, TODAY, Publication, read
from tests.features.receipts.slips import SENTENCES, name_workplace, setting, with_receipts
from tests.uptake import AELDRE, BOERN, STAB

DANISH = catalogue("da")


def parts_of(publication: Publication, today: date = TODAY) -> dict[str, StatusPart]:
    return {part.id: part for part in status(Shown(read(publication.root), today))}


def said(cell: Cell) -> str:
    return "" if cell is None else str(cell) if isinstance(cell, int | date) else DANISH.tell(cell)


def rows(table: StatusTable) -> list[list[str]]:
    return [[said(cell) for cell in row] for row in table.rows]


def table(part: StatusPart, caption: str) -> list[list[str]]:
    return next(rows(one) for one in part.tables if said(one.caption) == caption)


def quotes(publication: Publication, today: date = TODAY) -> list[tuple[str, str]]:
    return [(one.text, said(one.by)) for one in parts_of(publication, today)["sentences"].quotes]


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return with_receipts(tmp_path)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> StatusPart:
    return parts_of(with_receipts(tmp_path_factory.mktemp("status")))["receipts"]


def test_each_figure_says_out_of_how_many_from_what_and_where_it_is_shown(used: StatusPart) -> None:
    told = {said(one.name): (one.number, one.of) for one in used.figures}
    assert told == {
        "Arbejdspladser, der har brugt et af vores redskaber": (5, 14),
        "Arbejdspladser, der på en eller anden måde har arbejdet med værdierne": (6, 14),
        "Kvitteringer": (9, None),
    }
    assert {one.target for one in used.figures} == {"status/#receipts"}
    assert all(said(one.source) for one in used.figures)
    assert all(one.history[-1][1] == one.number for one in used.figures)


def test_tools_come_by_kind_and_code_with_those_of_folded_receipts(used: StatusPart) -> None:
    assert table(used, "Kvitteringer efter det, der er brugt") == [
        ["Døren: {{ 7*7 }} & <to>", "F01", "3"],
        ["Vinduet", "F02", "1"],
        ["Kort samtale: Døren: {{ 7*7 }} & <to>", "F01-M01", "1"],
        ["Kort samtale", "M01", "1"],
        ["Tillid", "V01", "1"],
        ["Noget, de selv har fundet på", "", "1"],
        ["Ikke længere i håndbogen (M09)", "M09", "1"],
    ]
    assert used.story_codes == ("F01", "F02")


def test_a_story_that_may_not_be_printed_is_not_named(publication: Publication) -> None:
    publication.change("stories/vinduet.md", "state: published", "state: in-review")
    part = parts_of(publication)["receipts"]
    names = [row[0] for row in table(part, "Kvitteringer efter det, der er brugt")]
    assert "En fortælling, der ikke vises her (F02)" in names
    assert "Vinduet" not in "".join(names)
    assert part.story_codes == ("F01",)


def test_numbers_by_department_are_of_five_workplaces_or_more_and_add_up(used: StatusPart) -> None:
    found = table(used, "Arbejdspladser efter forvaltning")
    assert [(row[0], row[1]) for row in found] == [("Ældre og Sundhed", "6"), ("Børn og Unge, Stab", "8")]
    sums = [sum(int(row[at]) for row in found) for at in (1, 2, 3)]
    assert sums == [14, 5, 6]
    assert "Stab" not in {row[0] for row in found}


def test_a_workplace_that_closes_still_counts_where_it_was(publication: Publication) -> None:
    for id in ("bakken", "viben"):
        publication.change("values/workplaces.yml", f"  - id: {id}\n", f"  - id: {id}\n    closed: 2026-11-01\n")
    part = parts_of(publication)["receipts"]
    found = table(part, "Arbejdspladser efter forvaltning")
    assert [sum(int(row[at]) for row in found) for at in (2, 3)] == [one.number for one in part.figures[:2]] == [5, 6]
    assert sum(int(row[1]) for row in found) == part.figures[1].of == 14


def test_few_workplaces_are_not_divided(publication: Publication) -> None:
    text = (publication.root / "values/workplaces.yml").read_text("utf-8")
    head, first, *others = text.split("  - id: ")
    small = [one for one in others if one.startswith(("boern", "stab", "aeldre", "rylen", "viben", "bakken", "engen"))]
    publication.write("values/workplaces.yml", "  - id: ".join((head, first, *small)))
    part = parts_of(publication)["receipts"]
    assert "Arbejdspladser efter forvaltning" not in {said(one.caption) for one in part.tables}
    assert [said(one) for one in part.paragraphs] == [
        "Der er for få arbejdspladser til at dele tallene op efter forvaltning."
    ]


def test_no_table_or_figure_names_a_workplace(used: StatusPart) -> None:
    cells = [cell for one in used.tables for row in rows(one) for cell in row]
    assert not {*BOERN, *AELDRE, *STAB} & {word for cell in cells for word in cell.split()} - {"Stab"}


def test_months_without_receipts_are_shown_and_old_ones_told_together(used: StatusPart) -> None:
    found = table(used, "Kvitteringer måned for måned")
    assert found[0] == ["Tidligere", "3"]
    assert found[-4:] == [["august 2026", "1"], ["september 2026", "1"], ["oktober 2026", "3"], ["november 2026", "1"]]
    assert ["juli 2026", "0"] in found
    assert len(found) == 13


def test_nothing_received_is_told_as_that(tmp_path: Path) -> None:
    parts = parts_of(with_receipts(tmp_path, receipts="receipts: []\n"))
    for part in parts.values():
        assert [said(one) for one in part.paragraphs] == ["Intet modtaget endnu."]
        assert (part.tables, part.quotes) == ((), ())
    assert [one.number for one in parts["receipts"].figures] == [0, 0, 0]


def test_what_is_to_come_is_not_counted(publication: Publication) -> None:
    part = parts_of(publication, date(2026, 9, 3))["receipts"]
    assert part.figures[-1].number == 5  # three that are folded, one of August, one of today


def test_a_publication_that_asks_for_no_receipts_has_neither_part() -> None:
    assert list(status(Shown(read(GOLDEN / "good"), TODAY))) == []


# The sentences.


def test_the_newest_sentences_of_different_departments_are_told_without_names(publication: Publication) -> None:
    assert quotes(publication) == [
        ("Vi sagde godnat.", "En arbejdsplads, oktober 2026"),  # fewer than five work there
        ("Vi læste den to gange.", "En arbejdsplads, oktober 2026"),  # told of together with another department
        ("Vi ringede op.", "En arbejdsplads, august 2026"),  # its department has too few workplaces
    ]


def test_a_department_is_told_where_there_are_enough_to_hide_among(publication: Publication) -> None:
    publication.change("values/receipts/2026.yml", "workplaces: [dalen]", "workplaces: [engen]")
    assert dict(quotes(publication))["Vi sagde godnat."] == "En arbejdsplads i Ældre og Sundhed, oktober 2026"
    publication.change("values/receipts/2026.yml", "workplaces: [engen]", "workplaces: [engen, lunden]")
    assert dict(quotes(publication))["Vi sagde godnat."] == "Arbejdspladser i Ældre og Sundhed, oktober 2026"
    publication.change("values/receipts/2026.yml", "workplaces: [engen, lunden]", "workplaces: [engen, dalen]")
    assert dict(quotes(publication))["Vi sagde godnat."] == "Flere arbejdspladser, oktober 2026"
    setting(publication, "fewest: 12")  # every workplace of 10 to 19 is small now
    assert not any(" i " in said_by for _, said_by in quotes(publication))


def test_a_workplace_is_named_only_with_its_own_yes(publication: Publication) -> None:
    assert not any(name in said_by for _, said_by in quotes(publication) for name in (*BOERN, *AELDRE, *STAB))
    name_workplace(publication, "dalen")
    assert dict(quotes(publication))["Vi sagde godnat."] == "Dalen, oktober 2026"
    assert dict(quotes(publication, date(2026, 9, 30))).get("Vi sagde godnat.") is None


def test_several_are_named_only_if_all_have_said_yes(publication: Publication) -> None:
    publication.change("values/receipts/2026.yml", "workplaces: [viben]", "workplaces: [viben, rylen]")
    text = "Vi læste den to gange."
    assert dict(quotes(publication))[text].startswith(("Arbejdspladser i ", "Flere arbejdspladser"))
    name_workplace(publication, "viben")
    assert "Viben" not in dict(quotes(publication))[text]
    name_workplace(publication, "rylen")
    assert dict(quotes(publication))[text] == "Viben og Rylen, oktober 2026"


@pytest.mark.parametrize("yes", ["", ", yes: 2026-12-24"])
def test_a_sentence_without_a_yes_or_before_it_is_not_told(publication: Publication, yes: str) -> None:
    publication.change(
        "values/receipts/2026.yml", "sentence: Vi sagde godnat., yes: 2026-10-21", f"sentence: Vi sagde godnat.{yes}"
    )
    texts = [text for text, _ in quotes(publication)]
    assert "Vi sagde godnat." not in texts
    assert len(texts) == 3


def test_sentences_are_of_the_last_year_and_always_the_same_ones(publication: Publication) -> None:
    first = quotes(publication)
    lines = SENTENCES.splitlines(keepends=True)
    turned = "".join((lines[0], *reversed(lines[1:7]), *lines[7:]))
    publication.write("values/receipts/2026.yml", turned)
    assert quotes(publication) == first
    assert quotes(publication, date(2027, 10, 22)) == []


def test_where_there_are_few_departments_others_fill_up(tmp_path: Path) -> None:
    receipts = "receipts:\n" + "".join(
        f"  - {{date: 2026-10-{day:02}, workplaces: [{id}], tool: F01, sentence: Den {day}., yes: 2026-11-01}}\n"
        for day, id in ((1, "rylen"), (2, "viben"), (3, "viben"), (4, "viben"))
    )
    publication = with_receipts(tmp_path, receipts)
    assert [text for text, _ in quotes(publication)] == ["Den 4.", "Den 1.", "Den 3."]
