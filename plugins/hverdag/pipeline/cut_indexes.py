"""What a host has written of all pages of a site, without those that were taken out: the index of a theme's search, and
the map of the site."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from ..model.artifact import INDEX
from ..parse.files import rough_text

_SEARCH, _MAP = "search/search_index.json", "sitemap.xml"
_URL = re.compile(r"\s*<url>\s*<loc>(?P<address>[^<]*)</loc>.*?</url>", re.DOTALL)


def cut_indexes(site: Path, files: Collection[str], homes: Iterable[str]) -> Mapping[str, str | None]:
    """Return what stands in the place of such files in a live site, by path, where `files` were taken out of it: in
    the folder of each language, of which that of the first has no name. An index that cannot be read is deleted."""
    pages = {path.removesuffix(INDEX) for path in files if path.endswith(INDEX)}
    contents: dict[str, str | None] = {}
    for home in homes:
        if (site / home / _SEARCH).is_file():
            of_home = {page.removeprefix(home) for page in pages if page.startswith(home)}
            contents[f"{home}{_SEARCH}"] = _without_rows(rough_text(site, f"{home}{_SEARCH}"), of_home)
        if (site / home / _MAP).is_file():
            contents[f"{home}{_MAP}"] = _without_places(rough_text(site, f"{home}{_MAP}"), pages)
            contents[f"{home}{_MAP}.gz"] = None
    return contents


def _without_rows(text: str, pages: Collection[str]) -> str | None:
    try:
        found = json.loads(text)
        rows = [row for row in found["docs"] if row["location"].partition("#")[0] not in pages]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return json.dumps({**found, "docs": rows}, ensure_ascii=False, separators=(",", ":"))


def _without_places(text: str, pages: Collection[str]) -> str:
    ends = tuple(f"/{page}" for page in pages if page)
    return _URL.sub(lambda one: "" if one["address"].endswith(ends) else one[0], text) if ends else text
