"""Renders views, and remembers from one run to the next what they were rendered to, where that is text.

A view is complete and never changes, so a digest of it stands for it, together with one of all that views are rendered
with. The texts that it shows stand in it by the digests of what they were read from: a story's page shows seven
stories beside its own, and to digest all of them took as long as to render the page.
"""

import io
import json
from collections.abc import Callable, MutableMapping
from dataclasses import astuple, fields, is_dataclass
from functools import cache
from hashlib import sha256
from pickle import Pickler  # nothing is ever unpickled: what is written is digested
from typing import Any, cast

from markupsafe import Markup
from pydantic import BaseModel

from ..features.kit import Kit
from ..model.artifact import Artifact, Output, WebPage, content_bytes
from ..model.own_look import PAGES
from ..model.search import SearchEntry
from ..model.settings import Kind
from ..model.shown import ShownStory
from ..model.text_digest import text_digest
from ..model.texts.document import Document
from ..model.themes import Theme
from ..model.view import View
from ..web.page import Page
from .plan import PlannedView, SitePlan
from .program import program

Kept = MutableMapping[str, Any]

_SHARED = (ShownStory, Kind, Theme)
"""What stands in the views of many pages, and lives as long as their plan."""


class ViewMemo:
    """Renders the views of one plan. `kept` is what earlier runs have rendered."""

    def __init__(self, plan: SitePlan, kit: Kit, kept: Kept) -> None:
        self._kit, self._kept = kit, kept
        self._common = _digest_of_kit(kit)
        self._slots: dict[str, list[object]] = {}
        for (place, subject), filled in plan.slots.items():
            self._slots.setdefault(subject, []).append((place, [one.view for one in filled]))
        self._digests: dict[int, str] = {}
        self._more_than_text: set[type[View]] = set()
        self._subjects: set[str] = set()
        self._note_subjects()

    def outputs(self, planned: PlannedView) -> list[Output]:
        """Return what a view is rendered to."""
        if type(planned.view) in self._more_than_text:
            return list(planned.feature.render(planned.view, self._kit))
        key = self._key(planned)
        if key in self._kept:
            known = self._kept[key]
            self._kit.web.add_links(known["links"])
            return [_OUTPUTS[kind](*given) for kind, given in known["outputs"]]
        self._subjects.clear()
        with self._kit.web.links_apart() as links:
            outputs = list(planned.feature.render(planned.view, self._kit))
        written = [_written(output) for output in outputs]
        if not all(written):  # paper and Word have caches of their own
            self._more_than_text.add(type(planned.view))
        elif self._subjects <= {planned.view.subject} and not self._kit.web.problems:
            self._kept[key] = {"links": {at: sorted(targets) for at, targets in links.items()}, "outputs": written}
        return outputs

    def _key(self, planned: PlannedView) -> str:
        view = planned.view
        content = (planned.feature.id, type(view).__qualname__, view, self._slots.get(view.subject, ()))
        return sha256(self._common + _bytes_of(content, self._digests)).hexdigest()

    def _note_subjects(self) -> None:
        """Have it noted which documents' slots are filled: a page that shows those of another is not remembered."""
        fill = self._kit.web.fill

        def noting(page: Page, place: str, subject: str) -> Markup:
            self._subjects.add(subject)
            return fill(page, place, subject)

        self._kit.web.fill = noting


class _Canonical(Pickler):
    """Writes an object to bytes that are the same in each run: sets in order, texts that were read by digest, and what
    many views share by `digests`, so that it is looked at once."""

    def __init__(self, written: io.BytesIO, digests: dict[int, str]) -> None:
        super().__init__(written, 5)
        self.fast = True  # or what is one object in one run, and two in the next, would be written otherwise
        self._digests = digests

    def persistent_id(self, held: object) -> object:
        """Return what is written in an object's place, or None if it is written as it is."""
        if type(held) in (set, frozenset):
            return sorted(cast("set[Any]", held), key=repr)
        if isinstance(held, Document):
            return text_digest(held) or None
        return self._shared(held) if isinstance(held, _SHARED) else None

    def reducer_override(self, held: object) -> Any:
        """Return what is written of an object with fields: those alone, and not what was worked out of them since."""
        names = _field_names(type(held))  # type: ignore[arg-type]  # mypy takes a type's own hash for its instances'
        if names is None:
            return NotImplemented
        return tuple, ((type(held).__qualname__, *(getattr(held, name) for name in names)),)

    def _shared(self, held: object) -> str:
        if id(held) not in self._digests:
            content = self.reducer_override(held)[1]
            self._digests[id(held)] = sha256(_bytes_of(content, self._digests)).hexdigest()
        return self._digests[id(held)]


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...] | None:
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def _bytes_of(content: object, digests: dict[int, str]) -> bytes:
    written = io.BytesIO()
    _Canonical(written, digests).dump(content)
    return written.getvalue()


def _digest_of_kit(kit: Kit) -> bytes:
    """Return a digest of all that views are rendered with."""
    web, media = kit.web, kit.media.items()
    decides = (
        program(),
        web.language,
        web.preview,
        (web.begun.story.path, web.begun.story.heading) if web.begun else None,
        sorted(kit.addresses.by_target.items()),
        sorted((path, sha256(content_bytes(content)).hexdigest()) for path, content in media),
        sorted(web.assets.addresses.items()),
        web.look.digest_of(PAGES),
        sorted(web.reserved_ids),
        kit.settings.model_dump_json(),
    )
    return sha256(json.dumps(decides).encode("utf-8", "surrogatepass")).digest()


def _written(output: Output) -> tuple[str, list[Any]] | None:
    """Return an output as JSON has it, or None for what is more than text."""
    if isinstance(output, WebPage) and type(output.content) is Markup:
        texts = [output.address, output.title, output.description, output.source]
        entry = astuple(output.entry) if output.entry else None
        if all(type(text) is str for text in texts):
            return "page", [*texts, output.content, sorted(output.anchors), entry]
    if isinstance(output, Artifact) and type(output.content) is Markup:
        return "file", [output.path, output.content, output.story_codes]
    return None


def _page(*given: Any) -> WebPage:
    address, title, description, source, content, anchors, entry = given
    parts: list[Any] = [tuple(one) if isinstance(one, list) else one for one in entry or ()]
    found = SearchEntry(*parts) if parts else None
    return WebPage(address, title, Markup(content), description, source, frozenset(anchors), found)  # noqa: S704 as it was


def _file(path: str, content: str, codes: list[str]) -> Artifact:
    return Artifact(path, Markup(content), tuple(codes))  # noqa: S704 as it was written


_OUTPUTS: dict[str, Callable[..., Output]] = {"page": _page, "file": _file}
