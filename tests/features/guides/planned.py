"""The guides of a handbook, as they are planned."""

from hverdag.features.guides.model import Guide
from hverdag.features.guides.plan import GuideView, plan
from hverdag.features.index import Index
from hverdag.model.shown import Shown


def guides_of(shown: Shown) -> list[Guide]:
    """Return all guides, in the order of their views."""
    return [view.guide for view in plan(shown, Index()) if isinstance(view, GuideView)]
