"""The files that the leader's page reads and the command takes in: one list of cases holds both to the same answers."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from hverdag.model.language import Language
from hverdag.model.slug import squeezed
from hverdag.model.uptake.agreement_columns import OUTCOME_BY_KEY
from hverdag.parse.csv_table import read_table
from hverdag.parse.csv_values import parse_day
from hverdag.workflows.agreements.columns import columns

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))


@pytest.mark.parametrize("case", VECTORS["files"], ids=lambda case: case["name"])
def test_a_file_is_read_as_agreed(case: dict[str, Any]) -> None:
    table = read_table(b64decode(case["base64"]), columns(Language.DANISH), "aftaler.csv")
    left = [one.source.line for one in table.problems if one.rule == "csv-cells"]
    if case["rows"] is None:
        assert table.rows == ()
        assert any(one.is_error for one in table.problems)
    else:
        assert [dict(row.cells) for row in table.rows] == case["rows"]
        assert left == case["left"]


@pytest.mark.parametrize(("text", "day"), VECTORS["days"].items())
def test_a_day_is_read_as_agreed(text: str, day: str | None) -> None:
    found = parse_day(text)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(("text", "outcome"), VECTORS["outcomes"].items())
def test_an_outcome_is_read_as_agreed(text: str, outcome: str) -> None:
    assert OUTCOME_BY_KEY.get(squeezed(text), "") == outcome
