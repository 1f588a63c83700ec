"""A link to a heading that is not there.

What comes after # is the heading in small letters, with a hyphen between the words: `## The day after` is
`#the-day-after`. A heading that is changed later gets another one.

Good:

    ## The day after

    See [the day after](#the-day-after).

Bad:

    ## The day after

    See [the day after](#the-next-day).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ...features.registry import registry
from ...model.handbook import Handbook
from ...model.problem import Level, Parameter, Problem, Rule
from ...model.slug import slug
from ...model.suggest import suggestion
from ...model.texts.anchors import anchors
from ...model.texts.body import Element
from ...model.texts.document import Document
from ...model.texts.locate import source_of

RULE = Rule(
    "link-anchor",
    Level.ERROR,
    'The link leads to "{given}", which is no heading in {path}.',
    "Link to one of the headings ({choices}), or delete the link and keep the words.",
    __doc__,
    none="There are no headings in it. Delete the link and keep the words.",
)

_MOST_CHOICES = 8


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each link from one text to a heading that another, or the same, does not have. What a
    hand-written page has is known when it is finished."""
    by_path = {document.path: document for document in handbook.documents}
    known: dict[str, tuple[str, ...]] = {}
    for document in handbook.documents:
        for link in document.body.links:
            path, _, place = link.get("href").partition("#")
            target = by_path.get(path or document.path)
            if not place or target is None or _is_hidden(target):
                continue
            if target.path not in known:
                known[target.path] = anchors(target.body, registry().reserved_ids)
            if place not in known[target.path] and place not in registry().reserved_ids:
                yield _problem(document, link, target.path, place, known[target.path])


def _is_hidden(target: Document) -> bool:
    """Return True if a fault hides what headings a text has."""
    return target.body.is_unread or (target.is_faulty() and not target.body.children)


def _problem(document: Document, link: Element, path: str, place: str, headings: Sequence[str]) -> Problem:
    choices = [f"#{name}" for name in headings if ":" not in name]
    parameters: Mapping[str, Parameter] = {
        "given": f"#{place}",
        "path": path,
        "choices": ", ".join(choices[:_MOST_CHOICES]) or "–",
        **suggestion(f"#{slug(place)}", choices),
    }
    return RULE.at(source_of(document, link), **parameters)
