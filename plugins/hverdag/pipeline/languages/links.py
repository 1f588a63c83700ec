"""What leads from the site in one language to the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...web.languages import Elsewhere, language_links

if TYPE_CHECKING:
    from .sites import OtherSite


@dataclass(frozen=True)
class SiteLanguages:
    """The languages of a site beside its own: `others` are the sites that lie in its folders, and `fronts` their front
    pages. `elsewhere` are the same pages in them, by the address of the page here. `files` are those of their files
    that pages here may link to, and `home` the folder that this site itself lies in, with a slash."""

    others: "tuple[OtherSite, ...]" = ()
    fronts: tuple[Elsewhere, ...] = ()
    elsewhere: Mapping[str, tuple[Elsewhere, ...]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    home: str = ""

    def links(self, address: str) -> str:
        """Return the HTML that leads from the page at an address to the same page in other languages; an empty string
        if there are none."""
        return language_links(address, self.elsewhere.get(address, ()), self.home)


ONE_LANGUAGE = SiteLanguages()
"""What most sites have."""
