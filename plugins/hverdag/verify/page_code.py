"""What of a finished page is read as CSS or run as a script, and was not looked at as a link."""

import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from ..model.outside import outside_in_css
from ..model.problem import Level, Problem, Rule, Source, Tag

_TAG = re.compile(r"<[a-zA-Z][^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
_SCRIPT = re.compile(r"<script(?P<attributes>[\s/][^>]*)?>(?P<code>.*?)</script", re.IGNORECASE | re.DOTALL)
_SRC = re.compile(r"[\s/\"']src\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\btype=["']?application/(?:ld\+)?json["'\s>]?""", re.IGNORECASE)
_HERE = re.compile(r'new URL\("[^"\\<]*"(?=[,)])')
"""How a script of Material's is told where its page lies."""
_TEMPLATES = ("templates", "partials", "javascripts")
_MOST_SHOWN = 60

RULE = Rule(
    "site-script",
    Level.ERROR,
    'The page has a script that nobody answers for: "{given}".',
    "Take it out. If no text holds it, it comes from mkdocs.yml or a template: show this to whoever runs the handbook.",
    """A script in a finished page that is neither the theme's nor Hverdag's.

A script can ask another computer for something, and tell it who reads. Pages on the list `pages_allowed` in mkdocs.yml
have someone who answers for theirs; scripts of the whole handbook are files that `extra_javascript` names.
""",
    (Tag.ABOUT_PEOPLE,),
)


def verify(folder: Path, sources: Mapping[str, str], allowed: Collection[str] = ()) -> Iterator[Problem]:
    """Yield a problem for each script in the pages of a site that is strange to it, where it is first met. `sources`
    are the files that pages were made from, and `allowed` those that may have scripts."""
    known, told = _scripts_of_theme(), set[str]()
    for page in sorted(folder.rglob("*.html")):
        path = page.relative_to(folder).as_posix()
        source = sources.get(path, path)
        if source not in allowed:
            for code in set(_strange_scripts(page.read_text("utf-8"), known)) - told:
                told.add(code)
                yield RULE.at(Source(source), given=code[:_MOST_SHOWN])


def page_loads(html: str) -> Iterator[str]:
    """Yield what the style sheets and attributes of a finished page load from another computer."""
    if not outside_in_css(unescape(html)):
        return
    for sheet in _STYLE.findall(html):
        yield from filter(None, [outside_in_css(sheet)])
    for tag in _TAG.findall(html):
        yield from filter(None, [outside_in_css(unescape(tag))])


def _strange_scripts(html: str, known: Collection[str]) -> Iterator[str]:
    """Yield each script in a page that is not known. Data for a script may name no address on another computer."""
    for script in _SCRIPT.finditer(html):
        about, code = script["attributes"] or "", script["code"].strip()
        if _DATA.search(about):
            is_known = "//" not in code.replace("\\", "/")
        else:
            is_known = bool(_SRC.search(about)) or _same_everywhere(code) in known
        if code and not is_known:
            yield code


def _scripts_of_theme() -> frozenset[str]:
    """Return the scripts that Material writes into its pages, as its templates have them."""
    found = find_spec("material")
    folders = found.submodule_search_locations if found else ()
    parts = (part for folder in folders or () for part in Path(folder, *_TEMPLATES).glob("*.html"))
    codes = (script["code"] for part in parts for script in _SCRIPT.finditer(part.read_text("utf-8")))
    return frozenset(_same_everywhere(code.strip()) for code in codes)


def _same_everywhere(code: str) -> str:
    return _HERE.sub("new URL(", code)
