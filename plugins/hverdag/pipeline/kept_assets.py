"""Keeps the style sheets and scripts of the release before in the new one, for the pages of it that readers have open.

Such a page asks for more when a reader searches or draws a card, and by then the site may have been built anew. Only
files that are named by what is in them are kept, so they are what a build has made; none of them tells of anybody.
Pages and data, which may tell of a story that was withdrawn since, are never kept.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from ..model.digest_name import is_named_by
from ..model.manifest import NAME
from ..parse.manifest import read_manifest
from ..reports.manifest import manifest_text
from ..web.assets import FOLDER

DAY = timedelta(days=1)
"""How long they are kept by the days of the builds: through the day after the one on which others took their place."""

_KINDS = (".css", ".js")


def keep_assets(site: Path, folder: Path) -> None:
    """Copy what the site of today has, and the finished one in `folder` lacks, and write into its manifest since when.
    Raises OSError if the disk is full."""
    last, new = read_manifest(site / NAME), read_manifest(folder / NAME)
    if last is None or new is None or last.organisation != new.organisation:
        return
    kept = {}
    for path in sorted((site / FOLDER).glob("*.*")):
        name = f"{FOLDER}/{path.name}"
        since = last.kept.get(name, new.day)
        is_recent = timedelta() <= new.day - since <= DAY
        if not is_recent or path.suffix not in _KINDS or (folder / name).exists() or not path.is_file():
            continue
        content = path.read_bytes()
        if is_named_by(path.name, content):
            (folder / name).write_bytes(content)
            kept[name] = since
    if kept:
        (folder / NAME).write_text(manifest_text(replace(new, kept=kept)), encoding="utf-8")
