"""A publication with errors as it can be looked over to its end: what is faulty gives way to something sound.

So one run finds the faults of every stage. What is made of stand-ins is seen by nobody: a build with errors is thrown
away. The consent gate comes after, and what personal numbers were found in is without its digits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from ..model.declared import Declared, Place, Placed, fields, is_required
from ..model.handbook import Handbook
from ..model.problem import Problem
from ..model.settings import Settings
from ..model.texts.body import HEADINGS, Body, Element, Node
from ..model.texts.document import Document
from ..model.texts.story import State, Story
from ..model.texts.value import Value
from ..paper.letters import missing_letters
from ..parse.files import rough_text
from ..privacy.mask import COVER
from .read import ReadPublication

P = TypeVar("P", bound=Placed)

UNKNOWN = "?"
COLOUR = "#444444"
CODE = "XX{number:04}"
"""A code that no text has, in the place of one that is missing, malformed or another's."""

_KEPT = frozenset({"path", "code", "consent"})
"""Fields with a stand-in of their own, or none."""

_PRINTED = ("title", "organisation", "edition")
"""Settings that no paper can do without."""


def with_stand_ins(publication: ReadPublication) -> Handbook:
    """Return the handbook with nothing in it that a later stage cannot work on."""
    handbook = publication.handbook
    faults: dict[str, list[Problem]] = {}
    for problem in publication.errors:
        faults.setdefault(problem.source.path, []).append(problem)
    if not faults:
        return handbook
    values = handbook.values or (Value(path="values/v.md", name=UNKNOWN, colour=COLOUR, code=CODE.format(number=0)),)
    maker = _StandIns(publication, faults, tuple(value.id for value in values))
    documents = tuple(maker.document(document) for document in (*handbook.documents, *values[len(handbook.values) :]))
    data = tuple(maker.data(placed) for placed in handbook.data)
    return replace(handbook, settings=maker.settings(handbook.settings), documents=documents, data=data)


def made_up_codes(handbook: Handbook, whole: Handbook) -> Iterator[str]:
    """Yield the codes in `handbook` that no text of `whole` has: what the cache holds under them is for nobody."""
    own = {document.code for document in whole.documents}
    yield from (document.code for document in handbook.documents if document.code not in own)


class TextMender(Protocol):
    """Makes a text sound; `place` is its field, and empty in a body."""

    def __call__(self, text: str, place: Place = ()) -> str:
        """Return the text as it can be used."""
        ...


@dataclass
class _StandIns:
    """Replaces what is faulty in documents. `faults` are the errors of each file, `values` the ids of all values."""

    publication: ReadPublication
    faults: Mapping[str, Sequence[Problem]]
    values: tuple[str, ...]
    _made: int = 0

    def settings(self, settings: Settings) -> Settings:
        """Return the settings: a faulty text or choice has its default, and lists what is whole in them."""
        faults = self.faults.get(settings.path)
        if not faults:
            return settings
        faulty = {problem.source.field for problem in faults}
        infos = {name: info for name, info in type(settings).model_fields.items() if name in faulty}
        plain = {name: info.get_default() for name, info in infos.items() if not isinstance(info.get_default(), tuple)}
        blank = {name: UNKNOWN for name in _PRINTED if not getattr(settings, name) or name in faulty}
        sound = settings.model_copy(update={**plain, **blank})
        return sound.model_copy(update=_fields(sound, self._change(sound, faults)))

    def data(self, placed: P) -> P:
        """Return a data file with sound texts, and without rows that lack what they must have; a sound one as it is."""
        faults = self.faults.get(placed.path, ())
        if not faults and not placed.faulty:
            return placed
        return placed.model_copy(update=_fields(placed, self._change(placed, faults)))

    def document(self, document: Document) -> Document:
        """Return a document that can be rendered; a sound one as it is."""
        faults = self.faults.get(document.path, ())
        if not faults and not document.faulty:
            return document
        change = self._change(document, faults)
        update: dict[str, Any] = {**_fields(document, change), "body": self._body(document.body, change)}
        if not document.code or any(problem.source.field == "code" for problem in faults):
            self._made += 1
            update["code"] = CODE.format(number=self._made)
        sound = document.model_copy(update=update)
        if isinstance(sound, Story):
            return self._story(sound, faults)
        return _value(sound, faults) if isinstance(sound, Value) else sound

    def _change(self, placed: Placed, faults: Sequence[Problem]) -> TextMender:
        """Return the function that makes a text of a document sound: it can be printed, is no longer than allowed, and
        is what the report takes it to mean."""
        at = {(problem.source.line, problem.source.column): problem.parameters for problem in faults}
        numbered = placed.path in self.publication.guard.files

        def change(text: str, place: Place = ()) -> str:
            told = at.get(placed.places.get(place, (0, 0)), {})
            if told.get("given") == text and "suggestion" in told:
                text = str(told["suggestion"])
            text = _printable(text[: int(str(told.get("most", len(text))))])
            return re.sub(r"\d", COVER, text) if numbered else text

        return change

    def _story(self, story: Story, faults: Sequence[Problem]) -> Story:
        handbook = self.publication.handbook
        update: dict[str, Any] = {"values": tuple(id for id in story.values if id in self.values) or self.values[:1]}
        update["state"] = next(_state(faults), story.state)
        update["image"] = story.image if self._can_be_shown(f"stories/{story.image}") else ""
        update["image_alt"] = story.image_alt or UNKNOWN
        recording = handbook.recording(story)
        update["audio"] = story.audio if recording and recording.form and not recording.is_too_large else ""
        if story.response and not handbook.settings.direction(story.response.goal):
            update["response"] = None
        if any(place[0:1] == ("consent",) for place in story.faulty) or self._may_hide_consent(story):
            # Nobody knows what it says: the gate takes the story for withdrawn.
            update["faulty"] = story.faulty | {("consent",)}
        return story.model_copy(update=update)

    def _may_hide_consent(self, story: Story) -> bool:
        """Return True if lines of the file that could not be read may be about consent."""
        return story.is_faulty() and "consent" in rough_text(self.publication.root, story.path)

    def _body(self, body: Body, change: TextMender) -> Body:
        return replace(body, children=tuple(self._nodes(body.children, change)))

    def _can_be_shown(self, path: str) -> bool:
        picture = self.publication.handbook.pictures.get(path)
        return picture is not None and bool(picture.form) and not picture.is_too_large

    def _nodes(self, nodes: Iterable[Node], change: TextMender) -> Iterator[Node]:
        for node in nodes:
            if isinstance(node, str):
                yield change(node)
            elif node.tag in HEADINGS and not Body((node,)).text.strip("\u00a0\u200b "):
                continue
            elif node.tag != "img":
                yield replace(node, children=tuple(self._nodes(node.children, change)))
            elif self._can_be_shown(node.get("src")):
                yield _described(node, change)


def _fields(part: Declared, change: TextMender, place: Place = ()) -> dict[str, Any]:
    """Return the fields of a model with sound texts, and without what lacks something that is no text."""
    names = [name for name in fields(type(part)) if place or name not in _KEPT]
    return {name: _sound(getattr(part, name), change, (*place, name)) for name in names}


def _sound(held: Any, change: TextMender, place: Place) -> Any:
    if isinstance(held, str) and type(held) is str:
        return change(held, place)
    if isinstance(held, tuple):
        items = [_sound(item, change, (*place, number)) for number, item in enumerate(held)]
        return tuple(item for item in items if item is not None)
    if not isinstance(held, Declared):
        return held
    sound = held.model_copy(update=_fields(held, change, place))
    lacks = any(is_required(info) and getattr(sound, name) is None for name, info in fields(type(held)).items())
    return None if lacks else sound


def _value(value: Value, faults: Sequence[Problem]) -> Value:
    if value.colour and not any(problem.source.field == "colour" for problem in faults):
        return value
    return value.model_copy(update={"colour": COLOUR})


def _state(faults: Iterable[Problem]) -> Iterator[State]:
    """Yield the state that a misspelt one is taken to mean."""
    meant = (problem.parameters.get("suggestion") for problem in faults if problem.source.field == "state")
    yield from (State(str(text)) for text in meant if text in list(State))


def _printable(text: str) -> str:
    for start, letters in reversed(list(missing_letters(text))):
        text = text[:start] + UNKNOWN + text[start + len(letters) :]
    return text


def _described(picture: Element, change: TextMender) -> Element:
    """Return a picture with words for those who cannot see it."""
    others = tuple((name, text) for name, text in picture.attributes if name not in ("alt", "title"))
    return replace(picture, attributes=(*others, ("alt", change(picture.get("alt") or UNKNOWN))))
