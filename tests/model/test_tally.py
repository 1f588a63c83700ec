"""Counts and their history."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hverdag.model.uptake.tally import Tally

DAYS = st.lists(st.dates(date(2020, 1, 1), date(2030, 12, 31)), max_size=30)


@given(DAYS)
def test_the_history_has_every_month_and_ends_at_the_number(days: list[date]) -> None:
    tally = Tally(tuple(days), None, "")
    history = list(tally.history())
    if not days:
        assert history == []
        return
    months = [month for month, _ in history]
    assert all(month.day == 1 for month in months)
    assert months == sorted(set(months))
    assert len(months) == (max(days).year - min(days).year) * 12 + max(days).month - min(days).month + 1
    assert history[-1][1] == tally.number == len(days)
    for month, number in history:
        assert number == sum(1 for day in days if (day.year, day.month) <= (month.year, month.month))
