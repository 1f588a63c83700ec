"""Codes that are no longer in use, and the short addresses that they keep."""

from hverdag.features.short_links.plan import ShortView
from tests.conftest import Publication, planned
from tests.handbooks import handbook_of

HANDBOOK = "values/handbook.yml"


def test_retired_codes_are_paired_with_methods_alone(good: Publication) -> None:
    codes = ", ".join(f"F{number}" for number in range(200, 260))
    text = (good.root / HANDBOOK).read_text("utf-8")
    good.write(HANDBOOK, f"{text}retired: [{codes}]\n")
    views = (one.view for one in planned(handbook_of(good.root)).views)
    gone = [view.code for view in views if isinstance(view, ShortView) and view.title is None]
    assert len(gone) == 60 * 3
    assert "F200-F201" not in gone
    assert "F200-M01" in gone
