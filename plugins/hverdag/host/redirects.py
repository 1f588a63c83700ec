"""The plugin redirects, as far as a handbook has it: from a former address to a page, which may be a story or a value.

What it writes leads on by an address in the page's head, by a link, and by a script that the gates refuse. A reader's
browser needs the first alone, so the script is taken out.
"""

import re
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

NAME = "redirects"
_MAPS = "redirect_maps"
_SCRIPT = re.compile(r"\s*<script>\s*var anchor\s*=\s*window\.location\.hash\.substr\(1\).*?</script>", re.DOTALL)


def name_targets(config: MkDocsConfig, home: Callable[[str], str | None]) -> None:
    """Let redirects lead to `stories/the-key.md`, as nav does: `home` returns the name MkDocs knows a page of ours
    by."""
    maps = _maps(config)
    for former, target in maps.items():
        path, mark, anchor = str(target).partition("#")
        maps[former] = f"{home(path) or path}{mark}{anchor}"


def without_scripts(config: MkDocsConfig) -> None:
    """Take the script out of each page that the plugin has written into a finished site."""
    for former in _maps(config):
        file = File(former, None, config.site_dir, config.use_directory_urls)
        path = Path(file.abs_dest_path)
        if path.is_file() and path.is_relative_to(config.site_dir):
            path.write_text(_SCRIPT.sub("", path.read_text("utf-8")), encoding="utf-8")


def _maps(config: MkDocsConfig) -> dict[str, str]:
    plugin = config.plugins.get(NAME)
    maps = plugin.config.get(_MAPS) if plugin else None
    return maps if isinstance(maps, dict) else {}
