"""Codes: short, permanent, and printed. Which ones are well formed, and which are free."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from .document_kind import DocumentKind
from .handbook import Handbook
from .texts.document import Document

FORM = re.compile(r"([A-Z]{1,2})([0-9]{2,4})")
"""One letter or two, then two to four digits."""


def next_code(codes: Iterable[str], retired: Iterable[str] = (), letters: str = "F") -> str:
    """Return the code after the highest one, such as F10 after F09. Codes are never reused: gaps are not filled, and
    retired codes with the same letters count too. `letters` are those of the first code of all."""
    return next(_free(codes, retired, letters))


def free_codes(handbook: Handbook, besides: Collection[str] = ()) -> Mapping[str, str]:
    """Return a free code for each document that lacks one, or has one that is malformed or taken, by its path; also for
    those at the paths `besides`. No two are the same, so that all of them can be written at once."""
    seen: set[str] = set()
    free: dict[str, str] = {}
    codes = {kind.id: _codes_of(handbook, kind) for kind in handbook.kinds}
    for document in handbook.documents:
        is_used = FORM.fullmatch(document.code) and document.code not in seen and document.path not in besides
        if not is_used and (kind := handbook.kind_of(document.path)):
            free[document.path] = next(codes[kind.id])
        seen.add(document.code)
    return free


def _codes_of(handbook: Handbook, kind: DocumentKind[Document]) -> Iterator[str]:
    """Yield the free codes of a kind."""
    own = (document.code for document in handbook.of(kind.model))
    others = (document.code for document in handbook.documents)
    return _free(own, (*handbook.settings.retired, *others), kind.code_letters)


def _free(own: Iterable[str], taken: Iterable[str], letters: str) -> Iterator[str]:
    matches = [match for code in own if (match := FORM.fullmatch(code))]
    used = Counter(match[1] for match in matches)
    chosen = max(used, key=lambda one: (used[one], one), default=letters)
    others = (match for code in taken if (match := FORM.fullmatch(code.upper())))
    number = max((int(match[2]) for match in (*matches, *others) if match[1] == chosen), default=0)
    while True:
        number += 1
        yield f"{chosen}{number:02d}"
