"""Our pages and files among those that MkDocs has found."""

from collections.abc import Callable, Mapping
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ..locale import catalogue
from ..model.artifact import WebPage
from ..pipeline.on_request import Site
from .lightbox import lightbox_files
from .nav_pages import nav_files
from .pages import finished_page, is_not_for_mkdocs, pages_of_problems
from .small_pages import finished_files, planned_files


def add_ours(
    files: Files, current: Callable[[], Site], labels: Mapping[str, str], config: MkDocsConfig, *, with_problems: bool
) -> Files:
    """Return MkDocs' files with the pages and files of a site added, and without those that are documents of ours.
    `current` returns the site, and `labels` are mkdocs.yml's own titles; a preview has pages of problems too."""
    kept = nav_files(config)
    for file in [file for file in files if is_not_for_mkdocs(file.src_uri)]:
        if file.src_uri.rpartition("/")[2] not in kept:
            files.remove(file)
    site = current()
    lightbox_files(files, config, catalogue(site.publication.language))
    pages: dict[str, Callable[[], WebPage]] = {one: partial(site.page, one) for one in site.addresses}
    if with_problems:
        pages |= pages_of_problems(site.publication, current)
    ours = (finished_page(address, make, labels, config) for address, make in pages.items())
    for file in (*ours, *finished_files(site.artifacts, config), *planned_files(site, config)):
        files.append(file)
    return files
