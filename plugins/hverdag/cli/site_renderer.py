"""The host that commands render a site with."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..model.artifact import Progress
from ..pipeline.result import HostResult

if TYPE_CHECKING:
    from ..pipeline.render import RenderedSite


def render_site(site: "RenderedSite", folder: Path, progress: Progress) -> HostResult:
    """Write the whole site to a folder with MkDocs, as `host.mkdocs.render_site` does."""
    # Imported here: MkDocs takes as long to load as the rest of a check, and most checks need no new build.
    from ..host.mkdocs import render_site as render  # noqa: PLC0415

    return render(site, folder, progress)
