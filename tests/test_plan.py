"""Minutes and clock times: Python and JavaScript give the answers in tests/plan.json, and both always add up."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.minutes import begins, clock, minute_of_day, scaled

VECTORS = json.loads((Path(__file__).parent / "plan.json").read_text("utf-8"))
SCRIPT = Path(__file__).parent.parent / "plugins/hverdag/render/static/plan.js"
STEPS = some.lists(some.tuples(some.integers(1, 90), some.integers(1, 20)), min_size=1, max_size=12)


@pytest.mark.parametrize("case", VECTORS["scaled"], ids=str)
def test_minutes_are_shared_out_as_agreed(case: dict[str, Any]) -> None:
    found = scaled(case["minutes"], case["floors"], case["total"])
    assert (list(found) if found is not None else None) == case["shares"]


@pytest.mark.parametrize("case", VECTORS["clock"], ids=str)
def test_clock_times_are_read_and_written_as_agreed(case: dict[str, Any]) -> None:
    minute = minute_of_day(case["text"])
    assert minute == case["minute"]
    assert (clock(minute) if minute is not None else None) == case["said"]


@pytest.mark.parametrize("case", VECTORS["begins"], ids=str)
def test_steps_begin_as_agreed(case: dict[str, Any]) -> None:
    assert list(begins(case["minutes"])) == case["begins"]


@given(STEPS, some.integers(1, 600))
def test_a_plan_adds_up_and_keeps_its_floors(steps: list[tuple[int, int]], total: int) -> None:
    minutes, floors = [step[0] for step in steps], [step[1] for step in steps]
    found = scaled(minutes, floors, total)
    if sum(floors) > total:
        assert found is None
    else:
        assert found is not None
        assert sum(found) == total
        assert all(share >= floor for share, floor in zip(found, floors, strict=True))


@given(STEPS)
def test_a_plan_that_fits_is_left_alone(steps: list[tuple[int, int]]) -> None:
    minutes = [max(step) for step in steps]
    assert scaled(minutes, [step[1] for step in steps], sum(minutes)) == tuple(minutes)


def run_script(calls: str) -> Any:
    """Run the reader's script in whatever engine there is: Node here; tests/test_guides_browser.py runs it in
    Chromium."""
    node = shutil.which("node")
    if not node:
        pytest.skip("Node is not here; Chromium holds the script to the same answers.")
    code = f"global.window = {{}};\n{SCRIPT.read_text('utf-8')}\nconst plan = window.hverdagPlan;\n{calls}"
    done = subprocess.run([node, "-e", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_script_gives_the_same_answers() -> None:
    found = run_script(
        f"const all = {json.dumps(VECTORS)};"
        "console.log(JSON.stringify({"
        "scaled: all.scaled.map(one => plan.scaled(one.minutes, one.floors, one.total)),"
        "minute: all.clock.map(one => plan.minuteOfDay(one.text)),"
        "begins: all.begins.map(one => plan.begins(one.minutes))}))"
    )
    assert found["scaled"] == [case["shares"] for case in VECTORS["scaled"]]
    assert found["minute"] == [case["minute"] for case in VECTORS["clock"]]
    assert found["begins"] == [case["begins"] for case in VECTORS["begins"]]
