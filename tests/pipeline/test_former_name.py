"""An organisation that has changed its name is told where the former one still stands."""

import json
from pathlib import Path

import pytest

from hverdag.model.problem import Problem
from hverdag.pipeline.read import read_and_check
from hverdag.workflows.publications.begin import begin_publication
from hverdag.workflows.publications.record import RECORD
from hverdag.workflows.publications.upgrade import plan_upgrade
from tests.conftest import TODAY
from tests.workflows.test_new_publication import beginning

SETTINGS = "values/handbook.yml"


@pytest.fixture(params=["da", "en"])
def begun(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    begin_publication(tmp_path / "h", beginning(request.param, organisation="Boligforeningen Enghaven"), TODAY)
    return tmp_path / "h"


def called(root: Path, name: str) -> None:
    text = (root / SETTINGS).read_text("utf-8")
    (root / SETTINGS).write_text(
        text.replace('organisation: "Boligforeningen Enghaven"', f'organisation: "{name}"'), "utf-8"
    )


def told(root: Path) -> list[Problem]:
    return [problem for problem in read_and_check(root, TODAY).problems if problem.rule == "former-name"]


@pytest.mark.parametrize("name", ["Enghaven", "Den ny Boligforeningen Enghaven", "Fonden Fyr"])
def test_both_titles_are_named_with_the_line_to_write(begun: Path, name: str) -> None:
    assert told(begun) == []
    called(begun, name)
    is_longer = "Boligforeningen Enghaven" in name
    found = told(begun)
    assert [problem.source.path for problem in found] == ["mkdocs.yml", SETTINGS]
    for problem in found:
        path, better = begun / problem.source.path, str(problem.parameters["better"])
        lines = path.read_text("utf-8").split("\n")
        lines[problem.source.line - 1] = better
        path.write_text("\n".join(lines), "utf-8")
    assert told(begun) == [], is_longer


def test_a_handbook_from_before_names_were_recorded_is_known_by_its_own_file(begun: Path) -> None:
    record = json.loads((begun / RECORD).read_text("utf-8"))
    del record["organisation"]
    (begun / RECORD).write_text(json.dumps(record), "utf-8")
    called(begun, "Fonden Fyr")
    assert len(told(begun)) == 2


def test_where_nobody_knows_nothing_is_said(begun: Path) -> None:
    called(begun, "Fonden Fyr")
    for broken in ("{", '{"files": 1}', "[]", '{"files": {}, "organisation": 1}'):
        (begun / RECORD).write_text(broken, "utf-8")
        assert told(begun) == []
    (begun / RECORD).unlink()
    assert told(begun) == []


def test_an_upgrade_keeps_the_former_name_as_long_as_the_title_says_it(begun: Path) -> None:
    called(begun, "Fonden Fyr")
    plan_upgrade(begun, read_and_check(begun, TODAY).settings).write()
    assert [problem.source.path for problem in told(begun)] == ["mkdocs.yml", SETTINGS]
