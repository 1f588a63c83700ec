"""MkDocs as the house calls it: to write a whole site, and to show a preview. What MkDocs calls is in plugin.py."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from ..build import Made, Prepared, Progress
from ..model.edition import Edition
from ..model.problem import Problem
from .faults import Warnings, explain
from .plugin import HverdagPlugin
from .quiet import cover_logs

__all__ = ["HverdagPlugin", "render_site", "serve"]


def render_site(prepared: Prepared, folder: Path, progress: Progress) -> Made:
    """Write the whole site to a folder with MkDocs and Material. Faults in pages or mkdocs.yml are Problems."""
    from mkdocs.commands.build import build  # noqa: PLC0415 loads the whole of MkDocs, which a check does without

    plugin = HverdagPlugin()
    with Warnings() as heard:
        try:
            folders = prepared.edition is Edition.ONLINE
            settings = str(prepared.root / "mkdocs.yml")
            config = load_config(settings, site_dir=str(folder), strict=False, use_directory_urls=folders)
            found = config.plugins.get("hverdag")
            if not isinstance(found, HverdagPlugin):
                raise ConfigurationError("plugins: hverdag")
            plugin = found
            plugin.give(prepared, progress)
            build(config)
        except (Exception, SystemExit) as error:  # a macro or a plugin may raise anything
            if not plugin.problems:
                plugin.problems.append(explain(error, heard, prepared.artifacts))
            return Made(tuple(plugin.problems), plugin.sources)
    lost = prepared.site.lost if prepared.site else ()
    return Made((*plugin.problems, *heard.problems(lost)), plugin.sources)


def serve(root: Path, address: str, open_browser: bool = False) -> Problem | None:
    """Serve a preview that builds again on every change, until it is stopped.

    Returns the problem where mkdocs.yml cannot be used. Raises OSError where the address cannot be had.
    """
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 as above

    settings = str(root / "mkdocs.yml")
    with Warnings() as heard:
        try:
            load_config(settings)
        except (Exception, SystemExit) as error:  # a plugin may raise anything
            return explain(error, heard)
    cover_logs()
    mkdocs_serve(settings, livereload=True, dev_addr=address, open_in_browser=open_browser)
    return None
