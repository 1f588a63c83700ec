"""What receipts count is the same before and after they are folded."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from hverdag.features.uptake import counts_of
from hverdag.model.handbook import Handbook
from hverdag.model.uptake.receipts import Receipt, ReceiptFile, is_kept
from hverdag.model.uptake.workplaces import Workplaces
from hverdag.pipeline.read import read_texts
from hverdag.workflows.receipts.fold import _folded, _reached
from tests.conftest import TODAY, copied
from tests.uptake import give_workplaces

RECEIPT = st.builds(
    Receipt,
    date=st.dates(TODAY - timedelta(days=1200), TODAY + timedelta(days=30)),
    workplaces=st.lists(st.sampled_from(["rylen", "viben", "bakken", "loen"]), min_size=1, max_size=3).map(tuple),
    tool=st.sampled_from(["F01", "F01-M01", "egen"]),
)


@cache
def handbook() -> Handbook:
    with TemporaryDirectory() as folder:
        return read_texts(give_workplaces(copied("good", Path(folder))).root)[0]


def counted(*files: ReceiptFile) -> dict[str, tuple[int, int | None, list[tuple[date, int]]]]:
    held = replace(handbook(), data=(*handbook().data_of(Workplaces), *files))
    found = {id: count.find(held, TODAY) for id, count in counts_of(held).items()}
    return {id: (tally.number, tally.of, list(tally.history())) for id, tally in found.items()}


@given(st.lists(RECEIPT, max_size=20))
def test_folding_changes_no_count_and_no_history(held: list[Receipt]) -> None:
    old = [one for one in held if one.date and not is_kept(one.date, TODAY)]
    kept = tuple(one for one in held if one not in old)
    folded = ReceiptFile(folded=tuple(_folded((), old)), reached=tuple(_reached((), old)))
    assert counted(ReceiptFile(receipts=kept), folded) == counted(ReceiptFile(receipts=tuple(held)))
