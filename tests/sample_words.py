"""Makes the list of what came with the sample handbook, of the sample itself.

`python -m tests.sample_words` writes it; a test compares.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import yaml

from hverdag.check.sample import (
    NAME,
    PHONE,
    answer_keys,
    digest,
    edition_key,
    fact_keys,
    goal_keys,
    heading_key,
    selection_key,
    setting_key,
    settings_of,
)
from hverdag.check.sentences import blocks, folded, sentences, texts_in
from hverdag.model.declared import Place
from hverdag.model.handbook import Handbook
from hverdag.model.new_publication import Beginning
from hverdag.model.settings import Settings
from hverdag.model.texts.body import Body
from hverdag.model.texts.document import Document
from hverdag.model.texts.method import Method
from hverdag.starter import starter_words
from hverdag.workflows.publications.files import starter_files

from .catalogue import known
from .conftest import PACKAGE, ROOT, read

FILE = PACKAGE / "check" / NAME
PROSE = frozenset(
    {"summary", "questions", "question", "options", "because", "reason", "why", "promise", "signs", "description"}
)
"""Fields of texts that hold whole sentences. A role, a theme or a place of work may well be the same everywhere."""

KEPT_PAGES = tuple(f"docs/{name}.md" for name in ("samtale", "fortael", "indsaml", "print-selv", "bidrag"))
STATEMENT = "docs/tilgaengelighed.md"
GUIDE = "docs/redaktion"
"""The guide for editors is the program's own manual; it tells nothing of where a handbook came from."""
WHOLE = ("title", "notice", "contact", "protection", "strategy")
"""Settings that are the sample's also where they are too short to be a sentence."""

EVERYBODYS_SETTINGS = ("basis", "transfers")
"""The law's own words for why a public body may do this work, and that nothing leaves the country."""

EVERYBODYS = (
    # The law on accessibility asks every public body for it.
    "Loven om webtilgængelighed kræver, at alle kan bruge det, som offentlige myndigheder lægger på nettet.",
    "Er du ikke tilfreds med svaret, kan du klage til Digitaliseringsstyrelsen. Styrelsen fører tilsyn med, at "
    "offentlige myndigheder overholder loven.",
)
"""Sentences that every organisation must or may have. They tell nothing of where a handbook came from, either."""


def made() -> str:
    """Return the list as it is to be written."""
    handbook = read(ROOT)
    settings = handbook.settings
    kept = set(_kept(handbook))
    own = set(_own(handbook)) - kept
    everybodys = set(_telling(EVERYBODYS))
    if not everybodys <= own:
        raise ValueError("EVERYBODYS has a sentence that the sample no longer has.")
    everybodys |= set(_started()) | set(_telling(_said_by_the_program()))
    facts = {key for fact in settings.facts for key in fact_keys(fact)}
    words = {
        "organisation": folded(settings.organisation),
        "name": _name(settings),
        "phones": sorted({folded(found) for _, text in texts_in(settings) for found in PHONE.findall(text)}),
        "own": sorted(own - everybodys),
        "facts": sorted(facts),
        "short": sorted(set(_short(handbook))),
        "kept": sorted(kept),
    }
    return json.dumps(words, ensure_ascii=False, indent=1) + "\n"


def _name(settings: Settings) -> str:
    """Return the sample's own name: what its organisation and its title have in common."""
    (name,) = set(settings.organisation.split()) & set(settings.title.split())
    return str(name)


def _short(handbook: Handbook) -> Iterator[str]:
    settings = handbook.settings
    yield edition_key(settings.edition)
    yield from map(selection_key, settings.selections)
    yield from (key for goal in settings.goals for _, _, key in goal_keys(goal))
    yield from (key for story in handbook.stories for _, _, key in answer_keys(story))


def _own(handbook: Handbook) -> Iterator[str]:
    settings = handbook.settings
    texts = [text for place, text in settings_of(settings) if not _is_everybodys(place)]
    for document in handbook.documents:
        if not isinstance(document, Method):
            texts += [*(text for _, text in _prose(document)), *_blocks(document.body)]
    ours = {path: body for path, body in handbook.page_bodies.items() if _speaks_for_somebody(path)}
    texts += [page.description for page in handbook.pages if page.path in ours]
    yield from _telling(chain(texts, *map(_blocks, ours.values())))
    yield from (digest(heading_key(heading)) for body in ours.values() for heading in _headings(body, settings))
    for place, text in settings_of(settings):
        if place[0] in WHOLE and place[-1] not in ("phone", "id", *EVERYBODYS_SETTINGS):
            yield digest(setting_key(place, text))


def _prose(document: Document) -> Iterator[tuple[Place, str]]:
    return ((place, text) for place, text in texts_in(document) if PROSE.intersection(place))


def _kept(handbook: Handbook) -> Iterator[str]:
    settings = handbook.settings
    texts = [text for one in (*settings.kinds, *settings.criteria, *settings.themes) for _, text in texts_in(one)]
    methods = [document.body for document in handbook.documents if isinstance(document, Method)]
    bodies = [*methods, *(handbook.page_bodies[path] for path in KEPT_PAGES)]
    texts += [block.text for body in bodies for block in blocks(body)]
    # What the program itself does, so that everyone can read.
    texts += [text for text in _blocks(handbook.page_bodies[STATEMENT]) if text.startswith("- ")]
    yield from _telling(texts)


def _started() -> Iterator[str]:
    """Yield what the pages of a new publication say, and what they are about."""
    begun = Beginning("da", "Huset", starter_words("da").served, ("Mod",))
    pages = (text for path, text in starter_files(begun) if path.startswith("docs/") and path.count("/") == 1)
    for page in pages:
        front_matter, _, text = page.removeprefix("---\n").partition("\n---\n")
        description = yaml.safe_load(front_matter)["description"]
        yield from _telling((description, *_blocks(Body(source=text))))


def _said_by_the_program() -> Iterator[str]:
    """Yield what the program itself says in every handbook, as the steps to take part in a pamphlet without its own."""
    for words in known().values():
        yield from (words,) if isinstance(words, str) else words


def _is_everybodys(place: Place) -> bool:
    """Return True for what is of the method, and for what every public body writes in the same words."""
    return place[0] in ("kinds", "criteria", "themes", "synonyms", "selections") or place[-1] in EVERYBODYS_SETTINGS


def _speaks_for_somebody(path: str) -> bool:
    return path not in KEPT_PAGES and not path.startswith(GUIDE)


def _blocks(body: Body) -> Iterator[str]:
    return (block.text for block in blocks(body) if not block.is_heading)


def _headings(body: Body, settings: Settings) -> Iterator[str]:
    """Yield the headings that name the organisation, or what kind of organisation it is."""
    whose = re.compile("|".join(word.casefold() for word in settings.organisation.split()))
    for block in blocks(body):
        if block.is_heading and whose.search(block.text.casefold()):
            yield from (found.folded for found in sentences(block.text))


def _telling(texts: Iterable[str]) -> Iterator[str]:
    return (digest(found.folded) for text in texts for found in sentences(text) if found.is_telling)


if __name__ == "__main__":
    Path(FILE).write_text(made(), encoding="utf-8")
