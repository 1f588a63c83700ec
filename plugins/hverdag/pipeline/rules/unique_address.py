"""Two files that would be found at the same address in the site.

Windows and many servers treat capital and small letters as the same, and `a.md` and `a/index.md` meet at `a/`.
One of the two would silently take the other's place.
"""

from collections.abc import Iterator
from datetime import date

from ...features.claim import Claim
from ...features.registry import registry
from ...model.addresses import PRINT, SHORT, page_address
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source, Tag

RULE = Rule(
    "unique-address",
    Level.ERROR,
    "The page would be found at the same address as {other} ({address}).",
    "Give one of the files another name.",
    __doc__,
    (Tag.OF_AN_ADDRESS,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each file whose address was seen before."""
    seen = {f"{folder}/".casefold(): folder for folder in registry().own_addresses(handbook)}
    for claim in _claims(handbook):
        other = seen.setdefault(claim.address.casefold(), claim.path)
        if other != claim.path:
            yield RULE.at(Source(claim.path), other=other, address=f"/{claim.address}")


def _claims(handbook: Handbook) -> Iterator[Claim]:
    yield from registry().claims(handbook)
    for entry in handbook.entries:
        home = _taken(entry.path)
        if home:
            yield Claim(entry.path, home)
    yield from (Claim(path, page_address(path)) for path in handbook.page_paths)


def _taken(path: str) -> str:
    """The folder of ours that a file in docs/ would land in: what is printed, and the short addresses on it."""
    first = path.removeprefix("docs/").partition("/")
    return f"{first[0]}/" if path.startswith("docs/") and first[1] and first[0] in (PRINT, SHORT) else ""
