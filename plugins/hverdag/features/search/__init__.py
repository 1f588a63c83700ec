"""Search: what readers type, the words that mean the same, and the scripts that look in the pages."""

from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ..assets import Assets
from ..feature import Feature
from ..rules import checks_in
from .model import SearchSection

FEATURE = Feature(
    id="search",
    settings=SearchSection,
    checks=checks_in(f"{__name__}.rules"),
    assets=Assets(
        scripts=("search.js",),
        files=("search-file.js", "search-worker.js", "search-words.js", "search-themes.js", "search-index.js"),
    ),
    holds_about_people=(
        HeldData(
            group=HeldGroup.READERS,
            name=message("The reader's browser"),
            what=message(
                "Whether the pages are shown in day or night colours (localStorage), and what was searched for when a "
                "result was opened (sessionStorage)."
            ),
            where=(message("On the reader's own machine"),),
            until=message("The colours until the reader clears them, the search until the tab is closed"),
            seen=message("Only the reader"),
        ),
    ),
)
