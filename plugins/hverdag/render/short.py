"""The pages at the short addresses that stand on paper: they lead on, and say which edition is the newest."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.addresses import is_code, printed_address, short_address
from ..model.artifact import Artifact, StoryCodes, relative
from ..model.meeting import Guide
from ..model.printable import Printable
from ..model.shortcut import Shortcut
from ..model.texts.method import Method
from ..model.texts.story import Story
from ..model.texts.value import Value
from ..web.assets import FOLDER, ICON
from .guide_parts import guide_title
from .printed_words import form_name, printable_name
from .web import WebRenderer


class Lead(NamedTuple):
    """A link and its words."""

    words: str
    link: str


class ShortRenderer:
    """Renders the short addresses of one site."""

    def __init__(self, renderer: WebRenderer) -> None:
        self._web = renderer
        self._say = renderer.words.say

    def artifacts(self) -> Iterator[Artifact]:
        """Yield a page for each code that stands on paper. They are in no list, and search does not find them."""
        for shortcut in self._web.site.shortcuts:
            origin = short_address(shortcut.code)
            kind, title = self._title(shortcut)
            content = self._web.fragment(
                "short.html",
                origin,
                code=shortcut.code if is_code(shortcut.code) else "",
                kind=kind,
                title=title,
                leads=list(self._leads(shortcut, origin)),
                home=relative("", origin) or "./",
                style=relative(f"{FOLDER}/short.css", origin),
                icon=relative(ICON, origin),
                gone=shortcut.subject is None,
            )
            yield Artifact(f"{origin}index.html", content, _holds(shortcut))

    def _title(self, shortcut: Shortcut) -> tuple[str, str]:
        """What kind of thing it is, and what it is called."""
        say, subject = self._say, shortcut.subject
        if isinstance(subject, Guide):
            return say("Guide"), guide_title(subject, self._web.words)
        if isinstance(subject, Printable):
            return say("Printed"), printable_name(subject, self._web.words)
        if subject is None:
            return "", say("It is no longer in the handbook")
        kinds = {Story: say("Story"), Value: say("Value"), Method: say("Method")}
        return kinds[type(subject)], subject.heading

    def _leads(self, shortcut: Shortcut, origin: str) -> Iterator[Lead]:
        """The page first, then what is printed with the same code."""
        addresses, subject, say = self._web.site.addresses, shortcut.subject, self._say
        if isinstance(subject, Guide):
            yield Lead(say("See the guide"), addresses.link(subject.path, origin))
            yield Lead(say("Fetch the paper (PDF)"), addresses.link(f"{subject.path}.pdf", origin))
        elif isinstance(subject, Story | Value | Method):
            words = {Story: say("Read the story"), Value: say("Read about the value"), Method: say("See the method")}
            yield Lead(words[type(subject)], addresses.link(subject.path, origin))
        for printable in shortcut.printed:
            name = printable_name(printable, self._web.words)
            for form in printable.forms:
                path = printed_address(printable, form, self._web.site.settings)
                yield Lead(f"{name}, {form_name(form, self._web.words)} (PDF)", relative(path, origin))


def _holds(shortcut: Shortcut) -> StoryCodes:
    """The stories whose names the page says."""
    subject = shortcut.subject
    if isinstance(subject, Story):
        return (subject.code,)
    return subject.story_codes if isinstance(subject, Guide) else ()
