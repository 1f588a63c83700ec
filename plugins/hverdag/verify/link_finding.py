"""A link of a finished page that is wrong."""

from dataclasses import dataclass

from ..model.problem import Rule


@dataclass(frozen=True)
class LinkFinding:
    """What is wrong with a link of a finished page: the rule, the file that the page was made from, the address as it
    stands on the page, and the path in the site that it resolves to, with #place. `places` are those that its target
    has, where only the place is missing."""

    rule: Rule
    source: str
    address: str
    target: str
    places: frozenset[str] = frozenset()
