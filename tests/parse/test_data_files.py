"""Data files: read as strictly as everything else, each kind where its feature says."""

import subprocess
from datetime import date

import pytest

from hverdag.features.registry import registry
from hverdag.model.problem import Problem
from hverdag.model.uptake.receipts import ReceiptFile
from hverdag.model.uptake.workplaces import Workplaces, workplaces_of
from hverdag.pipeline.base import handbook_at_base
from hverdag.pipeline.read import ReadPublication, read_and_check
from hverdag.pipeline.stand_ins import with_stand_ins
from hverdag.pipeline.without_faulty import without_faulty
from tests.conftest import Publication, read
from tests.uptake import give_workplaces

WORKPLACES = "values/workplaces.yml"
RECEIPTS = "values/receipts/2026.yml"


TODAY = date(2026, 11, 21)


def checked(publication: Publication) -> ReadPublication:
    return read_and_check(publication.root, TODAY)


def told(publication: Publication) -> list[tuple[str, str, int]]:
    return [(one.rule, one.source.path, one.source.line) for one in errors(publication)]


def errors(publication: Publication) -> list[Problem]:
    return [one for one in checked(publication).problems if one.is_error]


@pytest.fixture
def counted(good: Publication) -> Publication:
    return give_workplaces(good)


def test_they_are_read_with_the_place_of_every_field(counted: Publication) -> None:
    handbook = read(counted.root)
    (workplaces,) = handbook.data_of(Workplaces)
    (receipts,) = handbook.data_of(ReceiptFile)
    assert workplaces is workplaces_of(handbook)
    assert len(workplaces.workplaces) == 14
    assert receipts.at("receipts", 1, "tool").line == 3
    assert not errors(counted)


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (WORKPLACES, "    name: Rylen\n", "    nam: Rylen\n", "field-unknown"),
        (WORKPLACES, '    staff: "10-19"\n', "    staff: mange\n", "field-choice"),
        (WORKPLACES, "  - id: viben\n", "  - id:\n", "required-field"),
        (RECEIPTS, "people: 7", "people: syv", "field-integer"),
        (RECEIPTS, "date: 2026-09-03", "date: 3/9/26", "field-date"),
        (RECEIPTS, "tool: F01,", "tool: &x F01,", "front-matter-alias"),
        (RECEIPTS, "receipts:\n", "receipts: ja\nx:\n", "field-list"),
    ],
)
def test_every_kind_of_fault_is_told_with_its_line(
    counted: Publication, path: str, old: str, new: str, rule: str
) -> None:
    counted.change(path, old, new)
    found = [one for one in told(counted) if one[0] == rule]
    assert found, told(counted)
    assert found[0][1] == path
    assert found[0][2] > 0


@pytest.mark.parametrize("path", ["values/receipts/2026.md", "values/receipts/old/2026.yml", "values/places.yml"])
def test_a_file_in_the_wrong_place_is_told(counted: Publication, path: str) -> None:
    counted.write(path, "receipts: []\n")
    assert ("file-kind", path, 1) in told(counted)


def test_one_that_cannot_be_read_hides_no_other(counted: Publication) -> None:
    (counted.root / WORKPLACES).write_bytes(b"departments: [\xff\xfe")
    counted.change(RECEIPTS, "people: 7", "people: syv")
    rules = {rule for rule, _, _ in told(counted)}
    assert "file-encoding" in rules
    assert "field-integer" in rules


def test_one_with_too_many_letters_is_told(counted: Publication) -> None:
    kind = next(kind for kind in registry().data_kinds if kind.path == WORKPLACES)
    counted.write(WORKPLACES, "departments: []\n# " + "x" * kind.most + "\n")
    assert ("front-matter-size", WORKPLACES, 1) in told(counted)


def test_what_staff_have_written_is_searched_for_people_and_names_of_places_are_not(counted: Publication) -> None:
    counted.change(WORKPLACES, "name: Rylen", "name: Anna Anchers Hus")
    assert not errors(counted)
    counted.change(RECEIPTS, "people: 7", "people: 7, sentence: Mette Sørensen sagde stop., yes: 2026-09-04")
    found = {(one.rule, one.source.path) for one in counted.problems()}
    assert ("privacy-name", RECEIPTS) in found


def test_what_is_faulty_in_one_leaves_the_rest(counted: Publication) -> None:
    counted.change(WORKPLACES, '    staff: "10-19"\n    code: A002\n', "    staff: mange\n    code: A002\n")
    publication = checked(counted)
    whole = workplaces_of(with_stand_ins(publication))
    assert len(whole.workplaces) == 13
    assert not without_faulty(publication).data_of(Workplaces)
    assert without_faulty(publication).data_of(ReceiptFile)


def test_they_are_known_as_they_were_where_the_work_began(counted: Publication) -> None:
    name = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*name, "commit", "-qm", "begin")):
        subprocess.run(["git", "-C", str(counted.root), *words], check=True)
    counted.change(WORKPLACES, "name: Rylen", "name: Rylen og Viben")
    (counted.root / RECEIPTS).unlink()
    then = handbook_at_base(counted.root, read(counted.root))
    assert then is not None
    assert workplaces_of(then).by_id["rylen"].name == "Rylen"
