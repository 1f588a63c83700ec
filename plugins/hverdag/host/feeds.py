"""The plugin rss, as far as a handbook has it: its feeds tell of hand-written pages and of published stories, and of no
other page of ours. Each is noted as a file that tells of those stories, for a withdrawal to find it by."""

from collections.abc import MutableMapping
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ..model.build_target import BuildTarget
from ..model.texts.story import Story
from ..pipeline.on_request import Site
from ..pipeline.plain_site import MKDOCS
from .hooks import Hook, replace_hooks
from .pages import FinishedPage
from .refused_plugins import silence

NAME = "rss"


def adapt(config: MkDocsConfig, site: Site, sources: MutableMapping[str, str]) -> None:
    """Have each feed of a build tell what it may; the paths of feeds are added to `sources`. An offline edition has no
    address to be fed from, and no feed."""
    names = [name for name in config.plugins if name.partition(" #")[0] == NAME]
    if site.target is BuildTarget.USB:
        silence(config, *(config.plugins[name] for name in names))
        return
    for name in names:
        plugin: Any = config.plugins[name]
        feeds = [str(path) for path in plugin.config["feeds_filenames"].values()]
        sources.update(dict.fromkeys(feeds, MKDOCS))
        replace_hooks(config, name, "page_content", partial(_telling, site, feeds))
        replace_hooks(config, name, "config", partial(_asking_nobody, plugin))


def _asking_nobody(plugin: Any, method: Hook) -> Hook:
    """Have the plugin set itself up as in a preview, where it asks no other computer how large a picture is."""

    def on_config(config: MkDocsConfig) -> Any:
        plugin.cmd_is_serve = True
        return method(config)

    return on_config


def _telling(site: Site, feeds: list[str], method: Hook) -> Hook:
    at, root = site.plan.addresses.by_target, site.publication.root
    stories = {at.get(shown.story.path): shown.story for shown in site.plan.shown.stories}

    def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> Any:
        if not isinstance(page, FinishedPage):
            return method(html, page=page, config=config, files=files)
        if story := stories.get(page.own.address):
            method("", page=_shown(page, root / story.path, story), config=config, files=files)
            site.macros.kit.web.add_links(dict.fromkeys(feeds, (story.path,)))
        return html

    return on_page_content


def _shown(page: FinishedPage, path: Path, story: Story) -> SimpleNamespace:
    """Return what the plugin asks of a page, for a story: its summary, and the file that git knows it by."""
    file = page.file
    return SimpleNamespace(
        file=SimpleNamespace(src_uri=file.src_uri, dest_uri=file.dest_uri, url=page.url, abs_src_path=str(path)),
        url=page.url,
        title=story.title,
        meta={"title": story.title, "description": story.summary},
        canonical_url=page.canonical_url,
        content="",
        markdown=story.summary,
    )
