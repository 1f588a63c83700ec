"""MkDocs as the house calls it: to write a whole site, and to show a preview. What MkDocs calls is in plugin.py."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from ..model.artifact import Progress
from ..model.build_target import BuildTarget
from ..model.language import Language, with_mark
from ..model.own_look import FOLDER as OWN_LOOK
from ..model.problem import Problem
from ..parse.pages.site import site_setting
from ..pipeline.on_request import Site
from ..pipeline.read import folders
from ..pipeline.render import RenderedSite
from ..pipeline.result import HostResult
from ..publish.disk import raise_fault_of_disk
from ..publish.work import run_folder
from ..web.framed import FramedPage
from .choice import is_in_site
from .config_file import MKDOCS, STAND_IN, config_problems
from .culprits import culprit
from .faults import NotUsedError, Warnings, explained
from .plugin import HverdagPlugin
from .plugin_life import alive
from .plugin_objects import use_plugins_of
from .preview.serving import serve_preview
from .quiet import cover_logs
from .sound_docs import DOCS, sound_docs

__all__ = ["HverdagPlugin", "render_site", "serve"]


def render_site(site: RenderedSite, folder: Path, progress: Progress) -> HostResult:
    """Write the whole site to a folder with MkDocs and Material. Faults in pages or mkdocs.yml are Problems. Raises
    OSError where the disk is at fault."""
    unusable = config_problems(site.publication.root)
    with sound_docs(site.publication) as docs:
        if not unusable:
            with Warnings() as heard:
                try:
                    config = configured(site, folder, docs)
                except (Exception, SystemExit) as error:  # a plugin may raise anything
                    raise_fault_of_disk(error)
                    unusable = explained(error, heard, site.publication.root)
                else:
                    return _built(config, site, progress, heard)
        with Warnings() as heard:
            result = _built(configured(site, folder, docs, BytesIO(STAND_IN)), site, progress, heard)
    return replace(result, problems=(*unusable, *result.problems))


def configured(site: Site, folder: Path, docs: Path | None, text: BytesIO | None = None) -> MkDocsConfig:
    """Return the configuration of a site: mkdocs.yml, or another text in its place. Raises NotUsedError where our
    plugin is not among its plugins, Abort where it cannot be used, and what a plugin raises."""
    path = str(site.publication.root / MKDOCS)
    use_plugins_of(path)
    config = load_config(
        text or path,
        config_file_path=path,
        docs_dir=str(docs or site.publication.root / DOCS),
        site_dir=str(folder),
        strict=False,
        use_directory_urls=site.target is BuildTarget.SERVER,
    )
    if not isinstance(config.plugins.get("hverdag"), HverdagPlugin):
        raise NotUsedError
    return config


def _built(config: MkDocsConfig, site: RenderedSite, progress: Progress, heard: Warnings) -> HostResult:
    plugin = config.plugins["hverdag"]
    assert isinstance(plugin, HverdagPlugin), "seen by configured"  # noqa: S101
    plugin.give(site, progress)
    root = site.publication.root
    try:
        with alive(config, "build"):
            framed = _build(config, site)
    except (Exception, SystemExit) as error:  # a macro or a plugin may raise anything
        raise_fault_of_disk(error)
        return HostResult((*plugin.problems, *explained(error, heard, root, site.artifacts)), plugin.sources)
    problems = (*plugin.problems, *heard.problems(root, site.plan.lost))
    return HostResult(problems, plugin.sources, framed, tuple(plugin.written.values()))


def _build(config: MkDocsConfig, site: RenderedSite) -> Mapping[str, FramedPage]:
    """Write a site, and return the frames of our pages, where they stand in our own and no other plugin sees them."""
    # Imported here: they load the whole of MkDocs, which a check does without.
    from mkdocs.commands.build import build  # noqa: PLC0415

    from .frames import WholeSite  # noqa: PLC0415

    if is_in_site(config, site) or not WholeSite.is_possible(config):
        build(config)
        return {}
    try:
        return WholeSite(config).write_all()
    except Exception as error:
        config.plugins.on_build_error(error=error)
        raise


def preview_address(root: Path) -> str:
    """Return where a preview is served: `dev_addr` in mkdocs.yml, or else MkDocs' own default."""
    given = site_setting(root, "dev_addr")
    return given if isinstance(given, str) else "127.0.0.1:8000"


def serve(root: Path, address: str, open_browser: bool = False) -> Problem | None:
    """Serve a preview until it is stopped. Open pages load again when a document is saved.

    Returns the problem where mkdocs.yml cannot be used. Raises OSError where the address cannot be had.
    """
    faults = config_problems(root)
    if faults:
        return faults[0]
    with Warnings() as heard:
        try:
            config = load_config(str(root / MKDOCS), dev_addr=address)
        except (Exception, SystemExit) as error:  # a plugin may raise anything
            return explained(error, heard, root)[0]
    cover_logs()
    with tempfile.TemporaryDirectory(dir=run_folder()) as folder:
        own = (str(root / folder) for folder in (*folders(), OWN_LOOK))
        configs = [str(root / MKDOCS), *(str(root / with_mark(MKDOCS, language)) for language in Language)]
        templates = [config.theme.custom_dir] if config.theme.custom_dir else []
        paths = [config.docs_dir, *configs, *own, *config.watch, *templates]
        try:
            with alive(config, "serve"):
                serve_preview(root, Path(folder), configured, config.dev_addr, paths, open_browser=open_browser)
        except (Exception, SystemExit) as error:
            if not culprit(error):
                raise
            return explained(error, heard, root)[0]
    return None
