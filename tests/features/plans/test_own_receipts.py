"""Each workplace's file holds its own receipts and nobody else's."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from tests.conftest import Publication, copied
from tests.features.plans.made import NAMES, SECRETS, SENTENCES, files_of, folder, make, names_in
from tests.uptake import give_workplaces


@pytest.fixture
def plans(tmp_path: Path) -> Publication:
    made = give_workplaces(copied("good", tmp_path))
    made.write("private/receipts/2026-11.yml", SECRETS)
    return made


def change(publication: Publication, id: str, old: str, new: str) -> None:
    """Change a line of one workplace."""
    before, start, rest = (publication.root / "values/workplaces.yml").read_text("utf-8").partition(f"  - id: {id}\n")
    own, nexts, others = rest.partition("  - id: ")
    assert old in own
    publication.write("values/workplaces.yml", before + start + own.replace(old, new, 1) + nexts + others)


def close(publication: Publication, id: str, became: str = "") -> None:
    code = f'    staff: "{"1-4" if id in ("it", "dalen") else "10-19"}"\n'
    lines = "    closed: 2026-11-01\n" + (f"    became: {became}\n" if became else "")
    change(publication, id, code, code + lines)


def test_every_open_workplace_has_its_own_receipts_and_no_others(plans: Publication) -> None:
    made = make(plans)
    assert (made.problems, made.number, made.without) == ((), 14, 9)
    for id, name in NAMES.items():
        said = files_of(plans, id)
        assert list(names_in(said)) == [name]
        for sentence in set(SENTENCES.values()):
            assert (sentence in said) == (SENTENCES.get(id) == sentence), (id, sentence)
    assert "Intet modtaget endnu" in files_of(plans, "svalen")
    assert "Intet modtaget endnu" not in files_of(plans, "rylen")


def test_what_is_written_in_two_places_is_shown_once_and_nothing_is_lost(plans: Publication) -> None:
    plans.write(
        "private/receipts/andre.yml",
        "receipts:\n"
        '  - {date: 2026-10-20, workplaces: [rylen], tool: M01, sentence: "Første gang."}\n'
        '  - {date: 2026-10-20, workplaces: [rylen], tool: m01, sentence: "Anden gang."}\n',
    )
    make(plans)
    said = files_of(plans, "rylen")
    days = Counter(line for line in said.splitlines() if line in ("3. september 2026", "20. oktober 2026"))
    assert days == {"3. september 2026": 1, "20. oktober 2026": 2}
    assert {"Første gang.", "Anden gang.", "7", "8"} <= set(said.splitlines())


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ((), "sammen med 2 andre"),
        (("laerken",), "sammen med Lærken og 1 anden"),
        (("laerken", "svalen"), "sammen med Lærken og Svalen"),
    ],
)
def test_others_who_took_part_are_named_only_with_their_own_yes(
    plans: Publication, named: tuple[str, ...], said: str
) -> None:
    plans.change("values/receipts/2026.yml", "[viben, laerken]", "[viben, laerken, svalen]")
    plans.change("private/receipts/2026-11.yml", "[viben, laerken]", "[viben, laerken, svalen]")
    for id in named:
        change(plans, id, "    code: ", "    named: 2026-09-01\n    code: ")
    make(plans)
    assert said in files_of(plans, "viben").splitlines()
    assert set(names_in(files_of(plans, "viben"))) == {"Viben", *(NAMES[id] for id in named)}


def test_a_merged_workplace_hands_its_receipts_on(plans: Publication) -> None:
    close(plans, "rylen", "svalen")
    close(plans, "viben", "laerken")
    make(plans)
    assert not (folder(plans) / "rylen.docx").exists()
    assert not (folder(plans) / "viben.txt").exists()
    handed_on = files_of(plans, "svalen")
    assert SENTENCES["rylen"] in handed_on
    assert handed_on.splitlines().count("fra Rylen, der nu er en del af jer") == 2
    together = files_of(plans, "laerken")
    assert SENTENCES["laerken"] in together
    assert "sammen med" not in together
    assert "en del af jer" not in together


def test_merged_twice(plans: Publication) -> None:
    close(plans, "rylen", "svalen")
    close(plans, "svalen", "musvitten")
    assert make(plans).number == 12
    assert SENTENCES["rylen"] in files_of(plans, "musvitten")


def test_a_closed_workplace_without_a_successor_gets_no_file_and_is_not_named(plans: Publication) -> None:
    close(plans, "laerken")
    assert make(plans).number == 13
    assert not (folder(plans) / "laerken.docx").exists()
    assert "sammen med 1 anden" in files_of(plans, "viben").splitlines()
    assert "Lærken" not in files_of(plans, "viben")


def test_a_renamed_workplace_keeps_its_file_and_its_receipts(plans: Publication) -> None:
    make(plans)
    change(plans, "rylen", "name: Rylen", "name: Måløen\n    former: [Rylen]")
    make(plans)
    assert SENTENCES["rylen"] in files_of(plans, "rylen")
    assert "Måløen" in files_of(plans, "rylen")
    assert "Rylen" not in files_of(plans, "rylen")


def test_receipts_that_were_folded_are_told_of_as_such(plans: Publication) -> None:
    plans.write(
        "values/receipts/foer.yml", "reached:\n  - {workplace: svalen, month: 2024-03}\n"
        "  - {workplace: viben, month: 2024-05}\n"
    )  # fmt: skip
    make(plans)
    assert "Jeres første kvittering er fra marts 2024. Vi gemmer kvitteringer i 24 måneder." in files_of(
        plans, "svalen"
    )
    assert "Intet modtaget endnu" not in files_of(plans, "svalen")
    assert "maj 2024" in files_of(plans, "viben")


def test_what_has_not_happened_yet_is_left_out(plans: Publication) -> None:
    plans.write(
        "private/receipts/2026-12.yml",
        'receipts:\n  - {date: 2026-12-02, workplaces: [svalen], tool: M01, sentence: "I morgen."}\n',
    )
    made = make(plans)
    assert [(one.rule, one.source.line) for one in made.problems] == [("private-receipt-date", 2)]
    assert "I morgen." not in files_of(plans, "svalen")


def test_what_was_before_there_was_anything_to_count_is_left_out_and_waits_to_be_mended(plans: Publication) -> None:
    path = "private/receipts/0206-12.yml"
    plans.write(path, 'receipts:\n  - {date: 0206-12-02, workplaces: [svalen], tool: M01, sentence: "I går."}\n')
    made = make(plans)
    assert [(one.rule, one.source.line) for one in made.problems] == [("private-receipt-early", 2)]
    assert "I går." not in files_of(plans, "svalen")
    fold = ["receipts", "--fold", "--yes", "-C", str(plans.root), "--today", "2026-11-21"]
    assert "Ingen kvittering er ældre" in CliRunner().invoke(cli, fold, catch_exceptions=False).output
    assert (plans.root / path).exists()


def test_a_long_year_tells_how_many_there_was_no_room_for(plans: Publication) -> None:
    rows = "".join(
        f"  - {{date: 2026-{month:02}-{day:02}, workplaces: [svalen], tool: M01, people: {day}}}\n"
        for month in range(1, 11)
        for day in (4, 9, 21)
    )
    plans.write("values/receipts/svalen.yml", f"receipts:\n{rows}")
    make(plans)
    said = files_of(plans, "svalen")
    shown = said.count(". oktober 2026") and sum(said.splitlines().count(f"{day}") for day in (4, 9, 21))
    assert 5 < shown < 30
    assert f"Og {30 - shown} kvitteringer fra før." in said.splitlines()
    assert "21. oktober 2026" in said.splitlines()


def test_the_ready_text_says_what_was_used_and_leaves_room_for_the_rest(plans: Publication) -> None:
    make(plans)
    assert (folder(plans) / "engen.txt").read_bytes().decode("utf-8-sig") == (
        "Vi har arbejdet med værdierne 1 gang, den 2. november 2026. Vi har brugt »Kort samtale«. Det skrev vi om det: "
        "»Vi skrev tre ord på døren.« Vi går videre den 24. december 2026. Det kom der ud af det: [skriv her]. "
        "Det gør vi nu: [skriv her].\r\n"
    )
    assert "Vi har brugt noget, vi selv har fundet på." in files_of(plans, "bakken")


def test_a_day_to_go_on_that_has_passed_is_not_promised(plans: Publication) -> None:
    plans.change("private/receipts/2026-11.yml", "next: 2026-12-24", "next: 2026-11-10")
    make(plans)
    assert "Vi går videre" not in files_of(plans, "engen")
    assert "10. november 2026" in files_of(plans, "engen")
