"""MkDocs as the house calls it: to write a whole site, and to show a preview. What MkDocs calls is in plugin.py."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from ..model.artifact import Progress
from ..model.build_target import BuildTarget
from ..model.problem import Problem
from ..pipeline.render import RenderedSite
from ..pipeline.result import HostResult
from .config_file import MKDOCS, config_problems
from .faults import Warnings, explain
from .plugin import HverdagPlugin
from .quiet import cover_logs

__all__ = ["HverdagPlugin", "render_site", "serve"]


def render_site(site: RenderedSite, folder: Path, progress: Progress) -> HostResult:
    """Write the whole site to a folder with MkDocs and Material. Faults in pages or mkdocs.yml are Problems."""
    from mkdocs.commands.build import build  # noqa: PLC0415 loads the whole of MkDocs, which a check does without

    faults = config_problems(site.publication.root)
    if faults:
        return HostResult(faults)
    plugin = HverdagPlugin()
    with Warnings() as heard:
        try:
            folders = site.target is BuildTarget.SERVER
            settings = str(site.publication.root / MKDOCS)
            config = load_config(settings, site_dir=str(folder), strict=False, use_directory_urls=folders)
            found = config.plugins.get("hverdag")
            if not isinstance(found, HverdagPlugin):
                raise ConfigurationError("plugins: hverdag")
            plugin = found
            plugin.give(site, progress)
            build(config)
        except (Exception, SystemExit) as error:  # a macro or a plugin may raise anything
            if not plugin.problems:
                plugin.problems.append(explain(error, heard, site.artifacts))
            return HostResult(tuple(plugin.problems), plugin.sources)
    return HostResult((*plugin.problems, *heard.problems(site.plan.lost)), plugin.sources)


def serve(root: Path, address: str, open_browser: bool = False) -> Problem | None:
    """Serve a preview that builds again on every change, until it is stopped.

    Returns the problem where mkdocs.yml cannot be used. Raises OSError where the address cannot be had.
    """
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 as above

    settings = str(root / MKDOCS)
    faults = config_problems(root)
    if faults:
        return faults[0]
    with Warnings() as heard:
        try:
            load_config(settings)
        except (Exception, SystemExit) as error:  # a plugin may raise anything
            return explain(error, heard)
    cover_logs()
    mkdocs_serve(settings, livereload=True, dev_addr=address, open_in_browser=open_browser)
    return None
