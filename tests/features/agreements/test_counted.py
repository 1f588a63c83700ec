"""What agreements count for goals, and the part of the year's status about them."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.features.agreements.overview import overview_of, stand_of
from hverdag.features.agreements.status import status
from hverdag.features.uptake import counts_of
from hverdag.locale import catalogue
from hverdag.model.handbook import Handbook
from hverdag.model.shown import Shown
from hverdag.model.uptake.agreements import Agreement, AgreementFile
from hverdag.model.uptake.receipts import is_kept
from hverdag.model.uptake.status import Cell, StatusPart
from hverdag.model.uptake.workplaces import Workplaces
from hverdag.pipeline.read import read_texts
from hverdag.workflows.agreements.fold import folded, reached
from tests.conftest import TODAY, Publication, copied, read
from tests.features.agreements.agreed import PUBLIC, of_many, with_agreements
from tests.uptake import give_workplaces

DANISH = catalogue("da")
AGREEMENT = st.builds(
    Agreement,
    date=st.dates(TODAY - timedelta(days=1200), TODAY),
    workplace=st.sampled_from(["rylen", "viben", "bakken", "loen"]),
    review=st.none() | st.dates(TODAY - timedelta(days=1100), TODAY - timedelta(days=1)),
    outcome=st.sampled_from(["kept", "ændret", "dropped"]),
).flatmap(lambda one: st.sampled_from([one, one.model_copy(update={"outcome": ""})]))


def part_of(publication: Publication, today: date = TODAY) -> StatusPart:
    [part] = status(Shown(read(publication.root), today))
    return part


def said(cell: Cell) -> str:
    return "" if cell is None else str(cell) if isinstance(cell, int | date) else DANISH.tell(cell)


@cache
def handbook() -> Handbook:
    with TemporaryDirectory() as folder:
        return read_texts(give_workplaces(copied("good", Path(folder))).root)[0]


def counted(*files: AgreementFile) -> dict[str, tuple[int, int | None, list[tuple[date, int]]]]:
    held = replace(handbook(), data=(*handbook().data_of(Workplaces), *files))
    found = {id: count.find(held, TODAY) for id, count in counts_of(held).items() if "agree" in id}
    return {id: (tally.number, tally.of, list(tally.history())) for id, tally in found.items()}


@given(st.lists(AGREEMENT, max_size=15))
def test_folding_changes_no_count_and_no_history(held: list[Agreement]) -> None:
    sound = [one for one in held if not (one.date and one.review and one.review < one.date)]
    old = [one for one in sound if one.date and not is_kept(one.date, TODAY)]
    kept = tuple(one for one in sound if one not in old)
    after = AgreementFile(folded=tuple(folded((), old, TODAY)), reached=tuple(reached((), old, TODAY)))
    assert counted(AgreementFile(agreements=kept), after) == counted(AgreementFile(agreements=tuple(sound)))


def test_counts_have_a_denominator_where_there_is_one_and_a_source(tmp_path: Path) -> None:
    held = read(with_agreements(tmp_path).root)
    found = {id: count.find(held, TODAY) for id, count in counts_of(held).items() if "agree" in id}
    assert {id: (tally.number, tally.of) for id, tally in found.items()} == {
        "workplaces-with-agreement": (3, 14),
        "agreements-made": (4, None),
        "agreements-reviewed": (1, 2),
    }
    assert {said(tally.source) for tally in found.values()} == {"Aftaler, som arbejdspladser har sendt"}
    assert {tally.target for tally in found.values()} == {"status/#agreements"}


def test_what_is_overdue_is_told_as_a_total_and_of_nobody(tmp_path: Path) -> None:
    part = part_of(with_agreements(tmp_path))
    assert [(one.number, one.of) for one in part.figures] == [(3, 14), (4, None), (1, 2), (1, 3)]
    assert "dagen er gået" in said(part.figures[-1].name)
    assert part.figures[-1].history == ()
    told = [said(cell) for one in part.tables for row in one.rows for cell in row]
    assert not {"Rylen", "Viben", "Bakken"} & {word for text in told for word in text.split()}


def test_what_became_of_them_is_told_when_five_workplaces_have_looked(tmp_path: Path) -> None:
    assert "mindst 5 arbejdspladser" in " ".join(map(said, part_of(with_agreements(tmp_path / "a")).paragraphs))
    for number, is_told in ((4, False), (5, True)):
        part = part_of(with_agreements(tmp_path / str(number), of_many(number, "ændret")))
        captions = [said(one.caption) for one in part.tables]
        assert ("Hvad de blev til" in captions) == is_told
    table = next(one for one in part.tables if said(one.caption) == "Hvad de blev til")
    assert [(said(row[0]), row[1]) for row in table.rows] == [("Beholdt", 0), ("Ændret", 5), ("Droppet", 0)]


def test_departments_have_five_workplaces_or_more_and_add_up(tmp_path: Path) -> None:
    part = part_of(with_agreements(tmp_path))
    [table] = [one for one in part.tables if len(one.head) == 3]
    assert [(said(row[0]), row[1]) for row in table.rows] == [("Ældre og Sundhed", 6), ("Børn og Unge, Stab", 8)]
    assert sum(int(said(row[2])) for row in table.rows) == 3


YES = "  - {date: 2026-10-06, workplace: rylen, agreement: Vi hilser ved porten., yes: 2026-10-07}\n"


def test_words_are_told_with_a_yes_alone_and_the_workplace_with_its_own(tmp_path: Path) -> None:
    publication = with_agreements(tmp_path, PUBLIC + YES)
    assert [(one.text, said(one.by)) for one in part_of(publication).quotes] == [
        ("Vi hilser ved porten.", "En arbejdsplads, oktober 2026")
    ]
    publication.change("values/workplaces.yml", "  - id: rylen\n", "  - id: rylen\n    named: 2026-05-04\n")
    assert [said(one.by) for one in part_of(publication).quotes] == ["Rylen, oktober 2026"]
    assert part_of(publication, date(2026, 10, 6)).quotes == ()


def test_without_agreements_there_is_no_part(tmp_path: Path) -> None:
    assert list(status(Shown(read(with_agreements(tmp_path, "agreements: []\n", "").root), TODAY))) == []


@pytest.mark.parametrize(("outcome", "number"), [("", 0), ("kept", 1)])
def test_one_that_was_looked_at_early_counts_from_its_own_day(outcome: str, number: int) -> None:
    one = Agreement(date=date(2026, 11, 3), workplace="rylen", review=date(2027, 1, 4))
    one = one.model_copy(update={"outcome": outcome})
    found = counted(AgreementFile(agreements=(one,)))["agreements-reviewed"]
    assert (found[0], found[1]) == (number, number or None)


def test_the_editors_list_tells_folded_agreements_from_none(tmp_path: Path) -> None:
    publication = with_agreements(tmp_path)
    publication.write("values/agreements/folded.yml", 'reached:\n  - {workplace: engen, month: "2024-05"}\n')
    rows = {row.name: row for row in overview_of(Shown(read(publication.root), TODAY)).rows}
    told = {name: said(stand_of(row, TODAY)) for name, row in rows.items()}
    assert told["Engen"] == "Aftalerne er mere end 24 måneder gamle, så kun tallene er tilbage."
    assert told["Svalen"] == "Intet modtaget endnu."
    assert told["Viben"] == "De har set på den igen."
