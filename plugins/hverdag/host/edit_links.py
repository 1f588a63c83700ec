"""Where a page is edited."""

from mkdocs.structure.pages import Page

from ..model.addresses import edit_link
from ..pipeline.on_request import Site
from .pages import FinishedPage


def edit_address(page: Page, site: Site, source: str) -> str | None:
    """Return the address where a page of a site is edited: by the template in handbook.yml, or, of a hand-written page,
    by what mkdocs.yml says of its repository."""
    theirs = "" if isinstance(page, FinishedPage) else page.edit_url or ""
    own = edit_link(site.settings.edit_url, site.languages.path(source)) if source else ""
    return own or (theirs if theirs.startswith(("https://", "http://")) else "") or None
