"""From slips and tally sheets to frozen counts, and everything that may be wrong on the way."""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from hverdag.model.csv_text import csv_bytes
from hverdag.model.uptake.counts import CountFile, CountKind
from hverdag.model.uptake.customers import IDS
from hverdag.workflows.answers.store import load
from tests.conftest import Publication, read
from tests.features.customers.measured import QUESTIONS, give_measurement, slips, tally
from tests.features.evaluation.answered import run, take_in

COUNTS = "values/counts/tillid-foraar.yml"


@pytest.fixture
def place(good: Publication) -> Publication:
    return give_measurement(good)


def answers_of(publication: Publication) -> list[tuple[str, tuple[int, ...]]]:
    stored = load(publication.root, "tillid-foraar", CountKind.SERVED, IDS)
    return [(row.part, row.answers) for row in stored.rows]


def counts_in(publication: Publication) -> CountFile:
    return next(one for one in read(publication.root).data_of(CountFile) if one.path == COUNTS)


def refused(result: Result) -> str:
    assert result.exit_code == 1
    return " ".join(result.output.split())


def test_slips_are_recognised_by_their_questions(place: Publication) -> None:
    result = take_in(place, slips([("Rylen", "Ja", "Nogle gange", "Nej"), ("A001", "ja", "", "Ved ikke")]))
    assert result.exit_code == 0, result.output
    assert "Genkendt: Den lille måling" in result.output
    assert answers_of(place) == [("rylen", (5, 0, 0)), ("rylen", (5, 3, 1))]


def test_a_tally_becomes_as_many_answers_as_there_are_slips(place: Publication) -> None:
    assert take_in(place, tally(("Viben", 6, 5, 0, 6))).exit_code == 0
    found = answers_of(place)
    assert [sum(answers[at] == 5 for _, answers in found) for at in range(3)] == [5, 0, 6]
    assert {part for part, _ in found} == {"viben"}
    assert len(found) == 6


def test_nobody_said_yes_is_an_answer_and_a_row_in_which_nothing_stands_is_none(place: Publication) -> None:
    assert take_in(place, tally(("Viben", 6, 0, 0, 0), ("Rylen", "", "", "", ""))).exit_code == 0
    assert answers_of(place) == [("viben", (0, 0, 0))] * 6
    unknown = slips([("Rylen", *["Ved ikke"] * 3), ("Rylen", "", "–", " "), ("Viben", "", "", "")])
    result = take_in(place, unknown, name="b.csv")
    assert result.exit_code == 0, result.output
    assert "2 rækker" in result.output
    assert answers_of(place) == [("rylen", (0, 0, 0)), *[("viben", (0, 0, 0))] * 6]


def test_of_two_measurements_with_one_id_the_first_says_how_many_were_asked(place: Publication) -> None:
    text = (place.root / "values/customers.yml").read_text("utf-8")
    again = text.split("said:")[0].replace("measurements:\n", "").replace("asked: 24", "asked: 99")
    place.write("values/customers.yml", text.replace("said:", f"{again}said:"))
    assert "kun 24 blev spurgt" in refused(take_in(place, tally(("Viben", 25, 1, 1, 1))))


def test_a_measurement_is_counted_once_and_comes_back_as_it_was(place: Publication) -> None:
    assert take_in(place, tally(("Rylen", 30, 18, 12, 28), ("Viben", 12, 12, 6, 3))).exit_code == 0
    assert run(place, "counts", "tillid-foraar", "--yes").exit_code == 0
    file = counts_in(place)
    assert file.questions == ("De ringer som aftalt", "De spørger mig, før de gør noget", "De kender mig")
    told = {(row.question, row.part): row.cells or row.most for row in file.rows}
    assert told == {
        ("", ""): (42,),
        ("served-2", ""): (18, 24),
        ("", "rylen"): (30,),
        ("", "viben"): (12,),
        ("served-1", "rylen"): (18, 12),
        ("served-1", "viben"): True,
        ("served-2", "rylen"): (12, 18),
        ("served-2", "viben"): (6, 6),
        ("served-3", "rylen"): True,
        ("served-3", "viben"): False,
    }
    assert [(row.part, row.of) for row in file.rows if not row.question] == [("", None), ("rylen", 40), ("viben", 24)]
    assert [one for one in place.rules() if one.startswith(("counts-", "measurement-", "said-"))] == []
    before = (place.root / COUNTS).read_bytes()
    assert "er talt" in refused(run(place, "counts", "tillid-foraar", "--yes"))
    assert "er talt, og der kan ikke komme flere svar med" in refused(take_in(place, tally(("Rylen", 1, 1, 1, 1))))
    (place.root / COUNTS).unlink()
    assert take_in(place, tally(("Rylen", 5, 5, 5, 5)), "--all", name="sent.csv").exit_code == 0
    assert run(place, "counts", "tillid-foraar", "--yes", today="2026-11-22").exit_code == 0
    assert (place.root / COUNTS).read_bytes() == before


def test_answers_that_were_counted_are_counted_alone_when_the_counts_are_gone(place: Publication) -> None:
    """Also when what was remembered of them is gone: the difference would be about those that came later."""
    assert take_in(place, tally(("Rylen", 30, 18, 12, 20))).exit_code == 0
    assert run(place, "counts", "tillid-foraar", "--yes").exit_code == 0
    before = (place.root / COUNTS).read_bytes()
    (place.root / COUNTS).unlink()
    (place.root / "private/counts/tillid-foraar.yml").unlink()
    assert take_in(place, tally(("Rylen", 2, 2, 2, 2)), name="late.csv").exit_code == 0
    assert run(place, "counts", "tillid-foraar", "--yes").exit_code == 0
    assert (place.root / COUNTS).read_bytes() == before


def test_questions_that_are_hidden_are_told_to_whoever_counts(good: Publication) -> None:
    """Six workplaces of four: together they are enough, and all of them said yes to the first question."""
    names = ("viben", "laerken", "svalen", "musvitten", "solsorten", "engen")
    place = give_measurement(good, units=f"[{', '.join(f'{{workplace: {name}}}' for name in names)}]")
    assert take_in(place, tally(*((name, 4, 4, 2, 2) for name in names))).exit_code == 0
    told = " ".join(run(place, "counts", "tillid-foraar", "--yes").output.split())
    assert "Den lille måling: Alle er talt sammen, og ingen for sig." in told
    assert "Skjult, fordi det ville handle om færre end 5: Spørgsmål 1" in told
    assert "Spørgsmål 2" not in told


def test_a_measurement_with_one_answer_is_not_counted(place: Publication) -> None:
    assert take_in(place, tally(("Rylen", 1, 1, 1, 1))).exit_code == 0
    assert "Vent, til flere har svaret" in refused(run(place, "counts", "tillid-foraar", "--yes"))
    assert not (place.root / COUNTS).exists()


def test_a_measurement_is_not_counted_before_it_has_ended(good: Publication) -> None:
    place = give_measurement(good, more="")
    assert take_in(place, tally(("Rylen", 9, 5, 4, 5))).exit_code == 0
    told = refused(run(place, "counts", "tillid-foraar", "--yes", today=date(2026, 10, 30)))
    assert "i gang til og med 30. oktober 2026" in told
    assert run(place, "counts", "tillid-foraar", "--yes", today=date(2026, 10, 31)).exit_code == 0


def test_the_year_is_counted_beside_it(place: Publication) -> None:
    """The counts of a measurement are no part of the year's, and no reason to call them 2026-2."""
    assert take_in(place, tally(("Rylen", 9, 5, 4, 5))).exit_code == 0
    assert run(place, "counts", "tillid-foraar", "--yes").exit_code == 0
    assert "2026 kan ikke" not in run(place, "counts", "2026", "--yes").output
    assert not (place.root / "values/counts/2026-2.yml").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (tally(("Ryllen", 5, 1, 1, 1)), "svar.csv:2:2: fejl answers-unit: .*Mente du »Rylen«"),
        (tally(("Bakken", 5, 1, 1, 1)), "svar.csv:2:2: fejl answers-unit"),
        (tally(("", 5, 1, 1, 1)), "svar.csv:2:2: fejl answers-unit"),
        (
            tally(("Rylen", 5, 6, 1, 1)),
            "svar.csv:2:4: fejl answers-tally: 6 kan ikke have sagt ja: Der er kun 5 sedler",
        ),
        (tally(("Rylen", 5, "mange", 1, 1)), "svar.csv:2:4: fejl csv-number"),
        (tally(("Rylen", 10_001, 1, 1, 1)), "svar.csv:2:3: fejl answers-slips: 10001 sedler kan ikke passe"),
        (tally(("Rylen", 999_999_999, 1, 1, 1)), "svar.csv:2:3: fejl answers-slips"),
        (tally(("Rylen", "", 1, 1, 1)), "svar.csv:2:3: fejl csv-cell"),
        (tally(("Viben", 25, 1, 1, 1)), "answers-asked|Der er 25 svar fra viben, og kun 24 blev spurgt"),
        (slips([("Rylen", "4", "Ja", "Ja")]), r"svar.csv:2:2: fejl answers-value: .*Ja, Nogle gange, Nej, Ved ikke"),
        (b"Arbejdsplads;De ringer som aftalt\nRylen;Ja\n", "csv-column|mangler"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_place(place: Publication, content: bytes, told: str) -> None:
    result = take_in(place, content)
    assert re.search(told, refused(result)), result.output
    assert not (place.root / "private/answers").exists()


def test_a_measurement_that_has_not_begun_takes_no_answers(place: Publication) -> None:
    place.change(
        "values/customers.yml", "begins: 2026-10-05\n    ends: 2026-10-30", "begins: 2027-01-11\n    ends: 2027-02-01"
    )
    told = refused(take_in(place, tally(("Rylen", 9, 5, 4, 5))))
    assert "fejl answers-early: Målingen tillid-foraar begynder den 11. januar 2027." in told
    assert not (place.root / "private/answers").exists()


def test_which_measurement_it_is_can_be_said(place: Publication) -> None:
    give_another(place)
    content = slips([("Rylen", "Ja", "Ja", "Ja")])
    assert "answers-measurement" in refused(take_in(place, content))
    wrong = refused(take_in(place, content, "--measurement", "tillid-vintr"))
    assert "Mente du »tillid-vinter«" in wrong
    assert take_in(place, content, "--measurement", "tillid-vinter").exit_code == 0
    assert load(place.root, "tillid-vinter", CountKind.SERVED, IDS).rows


def give_another(place: Publication, *questions: str, id: str = "tillid-vinter") -> None:
    """A measurement in the next month, with other questions."""
    text = (place.root / "values/customers.yml").read_text("utf-8")
    again = text.split("said:")[0].replace("measurements:\n", "").replace("tillid-foraar", id).replace("-10-", "-11-")
    for old, new in zip(QUESTIONS, questions, strict=False):
        again = again.replace(old, new)
    place.write("values/customers.yml", text.replace("said:", f"{again}said:"))


def test_a_question_may_be_the_first_of_one_measurement_and_the_second_of_another(place: Publication) -> None:
    give_another(place, "De hører efter", QUESTIONS[0], "De siger undskyld")
    content = csv_bytes(
        [
            ["Arbejdsplads", "De hører efter", QUESTIONS[0], "De siger undskyld"],
            ["Rylen", "Nej", "Ja", "Nej"],
        ]
    )
    assert take_in(place, content).exit_code == 0
    assert [row.answers for row in load(place.root, "tillid-vinter", CountKind.SERVED, IDS).rows] == [(1, 5, 1)]
    assert take_in(place, slips([("Rylen", "Ja", "Nej", "Nej")]), name="b.csv").exit_code == 0
    assert answers_of(place) == [("rylen", (5, 1, 1))]


def test_answers_to_the_questions_of_one_measurement_are_never_those_of_another(place: Publication) -> None:
    give_another(place, "De hører efter", QUESTIONS[0], "De siger undskyld")
    late = slips([("Rylen", "Ja", "Nej", "Nej")])
    told = refused(take_in(place, late, "--measurement", "tillid-vinter"))
    assert "answers-measurement" in told
    assert "tillid-foraar" in told


def test_numbered_headings_may_be_those_of_any_measurement_so_they_are_asked_about(place: Publication) -> None:
    """Also when one has been counted: it may be a late export of that one."""
    assert take_in(place, tally(("Rylen", 9, 5, 4, 5))).exit_code == 0
    assert run(place, "counts", "tillid-foraar", "--yes").exit_code == 0
    give_another(place, "De hører efter", "De spørger", "De siger undskyld")
    late = b"Arbejdsplads;served-1;served-2;served-3\nRylen;Ja;Nej;Nej\n"
    assert "answers-measurement" in refused(take_in(place, late, name="late.csv"))
    same = slips([("Rylen", "Ja", "Nej", "Nej")])
    assert "er talt" in refused(take_in(place, same, name="same.csv"))
    assert take_in(place, late, "--measurement", "tillid-vinter", name="late.csv").exit_code == 0


def test_an_english_file_is_known_by_its_words(good: Publication) -> None:
    give_measurement(good)
    good.change("values/handbook.yml", "accessibility:", "language: en\naccessibility:")
    content = b"Measurement;Workplace;Slips;Yes to 1;Yes to 2;Yes to 3\ntillid-foraar;Rylen;6;6;5;1\n"
    assert take_in(good, content).exit_code == 0
    assert len(answers_of(good)) == 6


def test_a_measurement_that_nobody_has_answered_is_not_counted_once_and_for_all(place: Publication) -> None:
    assert "tillid-foraar" in refused(run(place, "counts", "tillid-foraar", "--yes"))
    assert not (place.root / COUNTS).exists()
    assert take_in(place, tally(("Viben", 10, 5, 5, 5))).exit_code == 0


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
@pytest.mark.parametrize("name", ["taken-in.yml", "tillid-foraar-served.yml"])
def test_what_is_no_file_in_the_place_of_answers_is_told(
    place: Publication, name: str, make: Callable[[Path], None]
) -> None:
    path = place.root / "private/answers" / name
    path.parent.mkdir(parents=True)
    make(path)
    assert f"private/answers/{name} med tidligere svar kan ikke læses" in refused(
        take_in(place, tally(("Viben", 10, 5, 5, 5)))
    )
