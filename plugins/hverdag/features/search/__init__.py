"""Search: what readers type, the words that mean the same, and the scripts that look in the pages."""

from ...model.held_data import HeldData, HeldGroup
from ...model.language import Language
from ...model.message import message
from ..assets import Assets, BorrowedAsset
from ..feature import Feature
from ..rules import checks_in
from .model import SearchSection

_STEMMERS = "templates/assets/javascripts/lunr/min"

FEATURE = Feature(
    id="search",
    settings=SearchSection,
    checks=checks_in(f"{__name__}.rules"),
    assets=Assets(
        styles=("search.css",),
        scripts=("search-hits.js", "search-sought.js", "search.js"),
        files=(
            "search-file.js",
            "search-worker.js",
            "search-words.js",
            "search-themes.js",
            "search-shown.js",
            "search-index.js",
        ),
        borrowed=(
            # The index itself: lunr.js 2.3.9 (MIT); and the Danish stemmer, with what stemmers share (MPL 1.1).
            BorrowedAsset("lunr.js", "mkdocs", "contrib/search/templates/search/lunr.js"),
            *(
                BorrowedAsset(f"{name}.js", "material", f"{_STEMMERS}/{name}.min.js", Language.DANISH)
                for name in ("lunr.stemmer.support", "lunr.da")
            ),
        ),
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
