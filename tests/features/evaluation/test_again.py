"""Whoever deletes a file of counts and counts again gets the same numbers, whatever has come in since."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from hverdag.workflows.answers import counting
from hverdag.workflows.source_files import Replacement, replace_files
from tests.conftest import TODAY, Publication
from tests.features.evaluation.answered import EVALUATED, ROUND, give_courses, questionnaire, run, sheets, take_in

PATH = "values/counts/2026.yml"
RECEIPTS = "values/receipts/2026.yml"
FIVE = "".join(
    f"  - {{date: 2026-10-0{at}, workplaces: [{id}], tool: F01, people: 8}}\n"
    for at, id in enumerate(("rylen", "viben", "svalen", "laerken", "musvitten"), 1)
)


@pytest.fixture
def counted(good: Publication) -> Publication:
    """Counted: the answers of both sheets, and 40 who took part at five workplaces."""
    give_courses(good).write(RECEIPTS, f"receipts:\n{FIVE}")
    for name, content in (("skema.csv", ROUND), ("forloeb.csv", EVALUATED)):
        assert take_in(good, content, name=name).exit_code == 0
    assert run(good, "counts", "2026", "--yes").exit_code == 0
    assert "{count: participants, cells: [40]}" in (good.root / PATH).read_text("utf-8")
    return good


def receipt(publication: Publication) -> None:
    more = "  - {date: 2026-10-09, workplaces: [rylen], tool: F02, people: 9}\n"
    publication.change(RECEIPTS, "receipts:\n", f"receipts:\n{more}")


def answers(publication: Publication) -> None:
    assert take_in(publication, questionnaire(sheets("aeldre", 5)), "--all").exit_code == 0


def department(publication: Publication) -> None:
    """A workplace is another department's: what is told of by department, and what is left, would differ."""
    publication.change("values/workplaces.yml", "department: boern", "department: aeldre")


def asked(publication: Publication) -> None:
    text = (publication.root / "values/handbook.yml").read_text("utf-8")
    publication.write("values/handbook.yml", f'{text}evaluation:\n  rounds:\n    - {{year: "2026", asked: 90}}\n')


@pytest.mark.parametrize("since", [receipt, answers, department, asked])
@pytest.mark.parametrize("days", [0, 7])
def test_a_file_that_was_deleted_comes_back_as_it_was(counted: Publication, since: object, days: int) -> None:
    before, answered = ((counted.root / path).read_bytes() for path in (PATH, "private/export/answers-2026.csv"))
    (counted.root / PATH).unlink()
    since(counted)  # type: ignore[operator]
    again = run(counted, "counts", "2026", "--yes", today=TODAY + timedelta(days))
    assert again.exit_code == 0, again.output
    assert "skrevet før" in again.output
    assert "Den lille måling" not in again.output
    assert (counted.root / PATH).read_bytes() == before
    assert (counted.root / "private/export/answers-2026.csv").read_bytes() == answered


def test_it_comes_back_where_a_later_file_stands_beside_it(counted: Publication) -> None:
    before = (counted.root / PATH).read_bytes()
    assert take_in(counted, questionnaire(sheets("boern", 5, number=9)), "--all").exit_code == 0
    assert run(counted, "counts", "2026-2", "--yes").exit_code == 0
    (counted.root / PATH).unlink()
    assert run(counted, "counts", "2026", "--yes").exit_code == 0
    assert (counted.root / PATH).read_bytes() == before


def test_new_answers_are_never_in_the_old_file_for_evaluators(counted: Publication) -> None:
    """The old answers have been deleted, as the guide says, and new ones have come in since."""
    (counted.root / PATH).unlink()
    for path in (counted.root / "private/answers").iterdir():
        path.unlink()
    (counted.root / "private/export/answers-2026.csv").unlink()
    answers(counted)
    assert run(counted, "counts", "2026", "--yes").exit_code == 0
    assert not (counted.root / "private/export/answers-2026.csv").exists()


def test_what_was_written_cannot_be_changed_in_private_either(counted: Publication) -> None:
    (counted.root / PATH).unlink()
    (counted.root / "private/counts/2026.yml").write_text("rows: ja\n", encoding="utf-8")
    assert run(counted, "counts", "2026", "--yes").exit_code == 1
    assert not (counted.root / PATH).exists()


@pytest.mark.parametrize("written", [1, 2, 3, 4])
def test_a_count_that_was_ended_halfway_counts_nobody_twice(
    counted: Publication, written: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (counted.root / PATH).read_bytes()
    (counted.root / PATH).unlink()
    (counted.root / "private/counts/2026.yml").unlink()
    for path in (counted.root / "private/answers").glob("2026-*.yml"):
        path.write_text(path.read_text("utf-8").replace(', counted: "2026"', ""), encoding="utf-8")

    def ended(changes: Sequence[Replacement]) -> None:
        replace_files(changes[:written])
        raise SystemExit(137)

    with monkeypatch.context() as patch:
        patch.setattr(counting, "replace_files", ended)
        assert run(counted, "counts", "2026", "--yes").exit_code == 137
    answers(counted)
    if not (counted.root / PATH).exists():
        assert run(counted, "counts", "2026", "--yes").exit_code == 0
    assert (counted.root / PATH).read_bytes() == before
    assert "intet, der må tælles for 2026-2" in run(counted, "counts", "2026-2", "--yes").output
