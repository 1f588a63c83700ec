"""The address of the page with the sheets, and the ids of its parts."""

from collections.abc import Mapping

from ...model.language import Language
from ...model.settings import Settings

ANCHORS = ("first", "fetch")
"""The ids of the parts of the page."""

APPRAISAL = "appraisal/"
"""The target of the page."""

_PAGES: Mapping[Language, str] = {Language.DANISH: "mus-og-personalepolitik/", Language.ENGLISH: "appraisal/"}


def page_address(settings: Settings) -> str:
    """Return the address of the page."""
    return _PAGES[settings.language]
