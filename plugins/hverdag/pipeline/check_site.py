"""The check of a whole site, which is made only where it must be."""

from datetime import date
from functools import cache
from pathlib import Path

from ..features.registry import registry
from ..model.artifact import Progress
from ..model.message import message
from ..publish.cache.folder import cache_folder
from .forget_gone import forget_gone
from .languages.reading import read_languages
from .proposal import without_proposed_look
from .result import Report, SiteRenderer, without_disk_faults
from .unchanged_site import UnchangedSite

READING = message("Reading and checking")


@without_disk_faults
def check_site(
    root: Path,
    today: date,
    renderer: SiteRenderer,
    language: str | None = None,
    progress: Progress = lambda *_: None,
) -> Report:
    """Find every problem: those of the texts, of paper, and of the finished pages.

    The site is made in a folder of its own, looked over, and thrown away; it is not made where the same site was found
    clean before.
    """
    progress(0, 1, READING)
    unchanged = UnchangedSite(root, today, registry().macros, cache_folder())
    publication = without_proposed_look(read_languages(root, today, language), renderer)
    is_known = not (publication.errors or publication.others)
    if is_known and unchanged.was_clean(publication.handbook):
        forget_gone(publication, today)
        return Report(publication, publication.problems)
    # Imported here: what makes a site takes as long to load as everything that reads the texts.
    from .build import looked_over  # noqa: PLC0415
    from .known_site import KnownSite  # noqa: PLC0415
    from .languages.sites import render_languages  # noqa: PLC0415

    known = KnownSite(renderer, unchanged, root)
    site = cache(lambda: render_languages(publication, today, is_searched=known.is_empty, progress=progress))
    problems = looked_over(publication, site, known, progress, renderer)
    if known.is_part and problems != publication.problems:  # told as the whole site tells it
        problems = looked_over(publication, site, known, progress, renderer)
    if problems == publication.problems and not publication.errors:
        unchanged.note_clean(publication.handbook)
        known.keep(site())
    return Report(publication, problems)
