"""Answers are taken in: whatever clothes the file wears, nobody is in what is kept, and nothing is half written."""

import codecs
from pathlib import Path

import pytest

from hverdag.features.evaluation.questions import COURSE_EVALUATION, QUESTIONNAIRE
from hverdag.model.csv_text import csv_bytes
from hverdag.model.uptake.counts import CountKind
from hverdag.workflows.answers.store import Stored, load
from tests.conftest import Publication
from tests.features.evaluation.answered import (
    QUESTIONS,
    ROUND,
    evaluations,
    give_courses,
    questionnaire,
    run,
    sheets,
    take_in,
)

SHEETS = [*sheets("boern", 5, number=6), *sheets("", 4, 0, number=1)]


@pytest.fixture
def place(good: Publication) -> Publication:
    return give_courses(good)


def stored(publication: Publication, kind: CountKind = CountKind.QUESTIONNAIRE) -> Stored:
    questions = QUESTIONNAIRE if kind is CountKind.QUESTIONNAIRE else COURSE_EVALUATION
    return load(publication.root, "2026", kind, questions.scaled_ids)


def private(publication: Publication) -> str:
    files = sorted((publication.root / "private").rglob("*.*"))
    return "\n".join(path.read_text("utf-8") for path in files if path.is_file())


def test_a_file_is_shown_then_kept_without_names_times_and_order(place: Publication) -> None:
    head = ["Id", "Starttidspunkt", "Navn", "Mail", *questionnaire([]).decode("utf-8-sig").strip().split(";"), "Andet"]
    named = [
        [str(at), f"2026-11-0{at + 1} 10:0{at}", f"Karen Fjord {at}", f"k{at}@f.example", *row, "Tak"]
        for at, row in enumerate(SHEETS)
    ]
    result = take_in(place, csv_bytes([head, *named]))
    assert result.exit_code == 0, result.output
    assert "Betød det noget?" in result.output
    assert "2026: 7 svar" in result.output
    assert "Navn, Mail" in result.output
    kept = private(place)
    for gone in ("Karen", "@", "10:0", "Tak"):
        assert gone not in kept
    assert [row.answers for row in stored(place).rows] == sorted(row.answers for row in stored(place).rows[:1]) + [
        (5,) * QUESTIONS
    ] * 6
    assert (place.root / "private").stat().st_mode & 0o777 == 0o700
    assert (place.root / "private/.gitignore").is_file()


def test_nothing_is_written_before_somebody_says_yes(place: Publication, tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_bytes(ROUND)
    result = run(place, "answers", str(tmp_path / "svar.csv"), given="nej\n")
    assert result.exit_code == 1
    assert not (place.root / "private").exists()


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_a_file_leaves_no_trace(place: Publication, order: int) -> None:
    rows = [*sheets("boern", 5, 2), *sheets("aeldre", 1), *sheets("boern", 3), *sheets("", 4)]
    assert take_in(place, questionnaire(rows[::order])).exit_code == 0
    assert [(row.part, row.answers[:2]) for row in stored(place).rows] == [
        ("", (4, 4)),
        ("aeldre", (1, 1)),
        ("boern", (3, 3)),
        ("boern", (5, 2)),
    ]


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("4", 4),
        ("4,0", 4),
        ("Helt enig", 5),
        ("HELT UENIG", 1),
        ("Neither agree nor disagree", 3),
        ("4 - Enig", 4),
        ("Ved ikke", 0),
        ("", 0),
        ("-", 0),
    ],
)
def test_an_answer_is_a_number_or_the_words_above_the_box(place: Publication, cell: str, answer: int) -> None:
    result = take_in(place, questionnaire([["2026", "boern", cell, *["5"] * (QUESTIONS - 1)]]))
    assert result.exit_code == 0, result.output
    assert stored(place).rows[0].answers[0] == answer


@pytest.mark.parametrize("cell", ["8,0", "0", "6", "=HYPERLINK(1)", "Karen siger ja", "4,5", "45"])
def test_what_is_no_answer_is_told_with_its_line_and_never_shown(place: Publication, cell: str) -> None:
    result = take_in(place, questionnaire([*SHEETS, ["2026", "boern", cell, *["5"] * (QUESTIONS - 1)]]))
    assert result.exit_code == 1
    assert "svar.csv:9:3: fejl answers-value" in result.output
    assert "Karen" not in result.output
    assert not (place.root / "private").exists()


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("answers-department", questionnaire(sheets("Børn og Ung", 5))),
        ("answers-year", questionnaire(sheets("boern", 5, year="2027"))),
        ("answers-year", questionnaire(sheets("boern", 5, year="i år"))),
        ("answers-course", evaluations([["2026-99", "", "5", "5", "5", "5", ""]])),
        ("answers-course", evaluations([["2027-01", "", "5", "5", "5", "5", ""]])),
        ("answers-course", evaluations([["K01", "", "5", "5", "5", "5", ""]])),
        ("answers-course", evaluations([["", "2026-06-04", "5", "5", "5", "5", ""]])),
        ("answers-kind", b"Fornavn;Alder\nKaren;44\n"),
        ("answers-kind", b"know;course-heard\n5;5\n"),
        ("csv-heading", b"Forvaltning;know\nboern;5\n"),
        ("csv-kind", b"PK\x03\x04" + b"\0" * 50),
        ("csv-size", b"x" * 6_000_000),
        ("csv-empty", b""),
        ("answers-nothing", questionnaire(sheets("boern", 0))),
    ],
)
def test_what_cannot_be_taken_in_says_why_and_leaves_nothing(place: Publication, rule: str, content: bytes) -> None:
    result = take_in(place, content)
    assert result.exit_code == 1
    assert rule in result.output or rule == "answers-nothing"
    assert result.output.strip()
    assert not list((place.root / "private").rglob("*.yml"))


def test_all_faults_are_told_at_once(place: Publication) -> None:
    result = take_in(
        place, questionnaire([*sheets("brn", 5), *sheets("boern", 9, 5), *sheets("boern", 5, year="2099")])
    )
    assert [line.split(" ")[2] for line in result.output.splitlines() if ": fejl " in line] == [
        "answers-department:",
        "answers-value:",
        "answers-year:",
    ]


@pytest.mark.parametrize(
    "clothes",
    [
        lambda raw: raw.removeprefix(codecs.BOM_UTF8),
        lambda raw: raw.decode("utf-8-sig").encode("cp1252"),
        lambda raw: raw.decode("utf-8-sig").encode("utf-16"),
        lambda raw: raw.replace(b"\r\n", b"\n"),
        lambda raw: b"sep=;\r\n" + raw,
    ],
)
def test_excels_clothes_make_no_difference(place: Publication, clothes: object) -> None:
    assert callable(clothes)
    result = take_in(place, clothes(questionnaire([*sheets("Børn og Unge", 5, number=2)])))
    assert result.exit_code == 0, result.output
    assert [row.part for row in stored(place).rows] == ["boern"] * 2


def test_english_headings_and_numbered_questions_are_known(place: Publication) -> None:
    head = questionnaire([], "en").decode("utf-8-sig").strip().split(";")
    numbered = [*head[:2], *(f"{number}. {text}" for number, text in enumerate(head[2:], 1))]
    assert take_in(place, csv_bytes([numbered, *sheets("boern", 5)])).exit_code == 0
    assert len(stored(place).rows) == 1


def test_a_year_that_no_column_says_is_given_or_this_one(place: Publication) -> None:
    head, *rows = ([*row[1:]] for row in (["Year", *_heads()], *sheets("boern", 5)))
    assert take_in(place, csv_bytes([head, *rows]), "--year", "2025").exit_code == 0
    assert load(place.root, "2025", CountKind.QUESTIONNAIRE, QUESTIONNAIRE.scaled_ids).rows


def _heads() -> list[str]:
    return questionnaire([]).decode("utf-8-sig").strip().split(";")[1:]


def test_the_same_file_twice_is_refused(place: Publication) -> None:
    assert take_in(place, ROUND).exit_code == 0
    before = private(place)
    again = take_in(place, ROUND, "--all", name="et-andet-navn.csv")
    assert again.exit_code == 1
    assert "Filen er hentet ind før" in again.output
    assert private(place) == before


def test_a_newer_export_is_recognised_and_only_what_is_new_is_taken_in(place: Publication) -> None:
    newer = questionnaire([*SHEETS[::-1], *sheets("aeldre", 2, number=2)])
    assert take_in(place, questionnaire(SHEETS)).exit_code == 0
    refused = take_in(place, newer)
    assert refused.exit_code == 1
    assert "--only-new" in refused.output
    assert len(stored(place).rows) == 7
    assert take_in(place, newer, "--only-new").exit_code == 0
    assert [row.part for row in stored(place).rows].count("aeldre") == 2
    assert len(stored(place).rows) == 9


def test_a_newer_export_that_has_grown_to_many_times_its_size_is_recognised_too(place: Publication) -> None:
    assert take_in(place, questionnaire(SHEETS)).exit_code == 0
    before = private(place)
    refused = take_in(place, questionnaire([*SHEETS, *sheets("aeldre", 2, number=30)]))
    assert refused.exit_code == 1
    assert "--only-new" in refused.output
    assert private(place) == before


def test_answers_that_are_alike_can_all_be_new(place: Publication) -> None:
    assert take_in(place, questionnaire(SHEETS)).exit_code == 0
    assert take_in(place, questionnaire([*SHEETS, *sheets("boern", 1)]), "--all").exit_code == 0
    assert len(stored(place).rows) == 15


def test_a_course_is_known_by_its_id_or_by_its_day(place: Publication) -> None:
    rows = [["2026-01", "", "5", "4", "3", "2", ""], ["K01", "04.02.2026", "5", "5", "5", "5", ""]]
    assert take_in(place, evaluations([*rows, ["Vejen", "4/3/26", "5", "5", "5", "5", ""]])).exit_code == 0
    assert [row.part for row in stored(place, CountKind.COURSES).rows] == ["2026-01", "2026-02", "2026-03"]


def test_a_file_that_somebody_has_changed_by_hand_is_left_alone(place: Publication) -> None:
    assert take_in(place, questionnaire(SHEETS)).exit_code == 0
    path = place.root / stored(place).paths[0]
    path.write_text(path.read_text("utf-8").replace("[5,", "[fem,"), encoding="utf-8")
    before = path.read_bytes()
    result = take_in(place, questionnaire(sheets("aeldre", 1)))
    assert result.exit_code == 1
    assert path.read_bytes() == before


def test_a_failed_write_leaves_everything_as_it_was(place: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert take_in(place, questionnaire(SHEETS)).exit_code == 0
    before = private(place)
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if b"files:" in data:
            raise OSError(28, "No space left on device", str(self))
        return real(self, data)

    (place.root.parent / "flere.csv").write_bytes(questionnaire(sheets("aeldre", 1)))
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        run(place, "answers", str(place.root.parent / "flere.csv"), "--yes")
    monkeypatch.undo()
    assert private(place) == before
