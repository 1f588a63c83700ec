"""Takes files out of a copy of a finished site where the texts cannot be built: what held a story is gone, and nothing
leads to it."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

from ..model.artifact import INDEX
from ..model.digest_name import with_digest, without_digest

PAGE = ".html"
SCRIPT = ".js"

_LINK = re.compile(r"""(?P<before>\shref=)(?P<mark>["'])(?P<to>[^"'#?]+)[^"']*(?P=mark)""")
_TEXT = re.compile(r"<article\b.*</article>", re.DOTALL)
_NAMING = (
    re.compile(r"<li\b[^>]*>(?:(?!<li\b|</li>).)*</li>", re.DOTALL),
    re.compile(r"<a\b[^>]*>.*?</a>", re.DOTALL),
    re.compile(r"<link\b[^>]*>"),
)
_PICTURE = re.compile(r"""<img\b[^>]*?\ssrc=(?P<mark>["'])(?P<to>[^"'#?]+)[^"']*(?P=mark)[^>]*>""")


def take_away(
    folder: Path, contents: Mapping[str, str | None], missing: Callable[[str], str], unnamed: Collection[str] = ()
) -> None:
    """Put other contents in the place of files of a site, by their paths, and delete those without. Links to what was
    deleted lead to the page that `missing` names for the page they stand on, pictures that were deleted are shown
    nowhere, and what was deleted of scripts with a digest in their names is named as the empty script that is there
    instead. What names a page that is `unnamed` around the texts of others, as a navigation does, goes too.

    No file is written into, since it may be one file with that of the live site. Raises OSError if a file cannot be
    written or deleted.
    """
    for path, content in contents.items():
        (folder / path).unlink(missing_ok=True)
        if content is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, encoding="utf-8")
    deleted = {path for path, content in contents.items() if content is None}
    emptied = {path.rpartition("/")[2]: _emptied(path).rpartition("/")[2] for path in deleted if path.endswith(SCRIPT)}
    for page in _pages(folder):
        html = page.read_text("utf-8", errors="surrogateescape")
        path = page.relative_to(folder).as_posix()
        changed = _without_links(_without_names(html, path, unnamed), path, deleted, missing(path))
        for old, new in emptied.items():
            changed = changed.replace(old, new)
        if changed != html:
            page.unlink()
            page.write_text(changed, encoding="utf-8", errors="surrogateescape", newline="")


def _pages(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob(f"*{PAGE}")) if path.is_file())


def _without_links(html: str, page: str, deleted: Collection[str], missing: str) -> str:
    def leads_there(match: re.Match[str]) -> bool:
        return normpath(join(dirname(page), unquote(unescape(match["to"])))) in deleted

    def link(match: re.Match[str]) -> str:
        if not leads_there(match):
            return match[0]
        return f"{match['before']}{match['mark']}{relpath(missing, dirname(page) or '.')}{match['mark']}"

    def picture(match: re.Match[str]) -> str:
        return "" if leads_there(match) else match[0]

    return _PICTURE.sub(picture, _LINK.sub(link, html))


def _without_names(html: str, page: str, unnamed: Collection[str]) -> str:
    """Return a page without the links to some others, and the items of lists that hold nothing else, but for those in
    its own text."""

    def names_one(match: re.Match[str]) -> bool:
        places = (normpath(join(dirname(page), unquote(unescape(link["to"])))) for link in _LINK.finditer(match[0]))
        return any({place, join(place, INDEX)} & names or join(place, INDEX).endswith(ends) for place in places)

    names, ends = frozenset(unnamed), tuple(f"/{one}" for one in unnamed)

    def without(part: str) -> str:
        for pattern in _NAMING:
            part = pattern.sub(lambda match: "" if names_one(match) else match[0], part)
        return part

    text = _TEXT.search(html) if unnamed else None
    if not text:
        return without(html) if unnamed else html
    return without(html[: text.start()]) + text[0] + without(html[text.end() :])


def replacements(files: Collection[str], page: Callable[[str], str]) -> dict[str, str | None]:
    """Return what stands in the place of files that held a story, by path: of a page, what `page` returns for its path;
    of a script, which other pages may load, nothing; every other file is deleted. An empty script with a digest in its
    name has another: what a browser has kept under the old one it would never ask for again."""
    found: dict[str, str | None] = {}
    for path in files:
        found[path] = page(path) if path.endswith(PAGE) else None
        if path.endswith(SCRIPT):
            found[_emptied(path)] = ""
    return found


def _emptied(path: str) -> str:
    """Return the path of the empty script in the place of another."""
    plain = without_digest(path)
    return with_digest(plain, "") if plain != path else path
