"""mkdocs.yml of another language: the words of it are its own, and everything that runs is that of the first one."""

from collections.abc import Iterator
from pathlib import Path

from ...model.language import Language, with_mark
from ...model.message import message
from ...model.problem import Problem, Source
from ...model.yaml_text import quoted
from ...parse import rules as parse_rules
from ...parse.composed import Composed, composed
from ...parse.files import read_text
from ...parse.front_matter import read_fields
from ...parse.publication import MKDOCS
from ..plain_site import unknown_settings
from . import rules
from .pieces import Piece, PutTogether, joined, read_apart

OWN_CONFIG = frozenset({"site_name", "site_description", "nav", "not_in_nav", "exclude_docs"})
"""What mkdocs.yml of another language may say. All else holds for every language: it may be code."""

NAV = frozenset({"site_description", "nav", "not_in_nav"})
"""What mkdocs.yml says in its own language alone."""

_MOST_SHOWN = 60
_CAUSE, _ADVICE = message("The fields cannot be understood."), message("Compare with a file that works.")


def put_together(root: Path, language: Language) -> PutTogether:
    """Return mkdocs.yml as it is in another language. Lines come from both files, so it is read once more: if it says
    anything that neither of them says there, it is empty, and nothing is built."""
    shared, own = _text(root, MKDOCS), _text(root, with_mark(MKDOCS, language))
    first, second = composed(shared), composed(own)
    words = {name: given for name, given in second.data.items() if name in OWN_CONFIG and not any(_refused(second))}
    kept = {name: given for name, given in first.data.items() if name not in NAV and name not in words}
    pieces = {name: one for name, one in read_apart(MKDOCS, shared).items() if not name or name in kept}
    if isinstance(kept.get("INHERIT"), str) and "INHERIT" in pieces:  # it is read from another folder
        kept["INHERIT"] = str(root / kept["INHERIT"])
        pieces["INHERIT"] = pieces["INHERIT"]._replace(lines=(f"INHERIT: {quoted(kept['INHERIT'])}",))
    theirs = read_apart(with_mark(MKDOCS, language), own)
    whole = joined((*pieces.values(), *(theirs[name] for name in words if name in theirs)))
    return whole if composed(whole.text).data == {**kept, **words} else _nothing()


def config_problems(root: Path, language: Language) -> Iterator[Problem]:
    """Yield what is wrong with mkdocs.yml of another language."""
    path = with_mark(MKDOCS, language)
    if not (root / path).exists() and not (root / path).is_symlink():
        return
    text, problems = read_text(root, path)
    yield from problems
    if text is None:
        return
    tree, read = read_fields(text, path), composed(text)
    yield from tree.problems
    choices = ", ".join(sorted(OWN_CONFIG))
    lines, told = text.split("\n"), {problem.source.line for problem in tree.problems}
    found = {place: name for name, place in _refused(read) if place[0] not in told}
    for (line, column), name in sorted(found.items()):
        given = name or lines[line - 1].strip()[:_MOST_SHOWN]
        yield rules.CONFIG.at(Source(path, line, column, name), given=given, choices=choices)
    if text.strip() and not (told or found or read_apart(path, text)):
        yield parse_rules.SYNTAX.at(Source(path), cause=_CAUSE, advice=_ADVICE)


def _refused(read: Composed) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the name and the place of each setting that is none of words, and the place of everything that asks for
    more than words: the computer, or a template."""
    names = {name for (name, *_) in unknown_settings(read.data)}
    for (name, *inside), place in read.places.items():
        if not inside and (name not in OWN_CONFIG or name in names):
            yield str(name), place
    yield from (("", place) for place in read.asks)


def _text(root: Path, path: str) -> str:
    text = read_text(root, path)[0] if (root / path).is_file() else None
    return text or ""


def _nothing() -> PutTogether:
    return PutTogether((Piece(MKDOCS, 1, ("",)),))
