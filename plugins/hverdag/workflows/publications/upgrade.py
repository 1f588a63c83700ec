"""Brings a publication in step with the program: a change that can be reviewed, and never over someone's own words."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...model.message import Message, message
from ...model.new_publication import in_signs
from ...model.settings import PATH as SETTINGS
from ...model.settings import Settings
from ...parse.pages.site import PATH as MKDOCS
from ...parse.program_record import read_record
from ..source_files import Replacement, replace_files
from .files import files_of
from .languages import texts_of
from .record import RECORD, digest_of, record_of, recorded
from .settings_steps import stepped, with_own_frame

COMPARED = ".hverdag/upgrade/"
"""Where our new text lies beside one that somebody has changed; git does not see the folder."""
_PROGRAM = "plugins/hverdag"


@dataclass(frozen=True)
class Upgrade:
    """What an upgrade would do. `replaced` are texts of ours that nobody has touched, `added` those that are new,
    `own` those that somebody has changed and of which ours is new too, by their paths; `settings` is the text of
    handbook.yml, and `why` says what is new in it. Nothing is written yet."""

    root: Path
    replaced: Mapping[str, str]
    added: Mapping[str, str]
    own: Mapping[str, str]
    settings: str
    why: tuple[Message, ...]
    record: str

    @property
    def is_nothing(self) -> bool:
        """True if the publication is in step already."""
        return not (self.replaced or self.added or self.own) and not self.is_for_another_version

    @property
    def is_for_another_version(self) -> bool:
        """True if the settings are to be changed."""
        return self.settings != _text(self.root / SETTINGS)

    def write(self) -> None:
        """Write all of it, or nothing. Raises ChangedMeanwhileError and OSError as `replace_files` does."""
        texts = {**self.replaced, **self.added, SETTINGS: self.settings, RECORD: self.record}
        texts |= {f"{COMPARED}{path}": text for path, text in self.own.items()}
        for path in texts:
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        replace_files([self._replacement(path, text) for path, text in texts.items()])

    def _replacement(self, path: str, text: str) -> Replacement:
        target = self.root / path
        before = target.read_bytes() if target.exists() else b""
        after = text.replace("\n", "\r\n") if b"\r\n" in before else text
        return Replacement(target, before, after.encode("utf-8", "surrogateescape"))


def unusable(settings: Settings) -> Iterator[Message]:
    """Yield why the words of these settings cannot be set into pages: a fault hides them, or a sign in them would be a
    template there, which only engineers may write."""
    served = settings.those_served
    words = (settings.title, settings.organisation, served.one, served.many, served.the_one, served.the_many)
    named = any(settings.is_faulty(*place) for place in ((), ("title",), ("organisation",), ("language",), ("served",)))
    if named or not all(words):
        yield message(
            "Something in {path} cannot be read. Correct it first; `hverdag check` says what is wrong.", path=SETTINGS
        )
    yield from (fault for word in words for fault in in_signs(word))


def plan_upgrade(root: Path, settings: Settings, others: Iterable[Settings] = ()) -> Upgrade:
    """Return what is to be done to a publication with these settings. `others` are those of its other languages."""
    known, ours = recorded(root), dict(files_of(root, settings))
    for other in others:
        ours |= texts_of(root, other, settings.language)
    if (root / _PROGRAM).is_dir():  # a copy of the program with its sample: only the texts are the publication's
        ours = {path: text for path, text in ours.items() if path.startswith("docs/")}
    elif MKDOCS not in known:  # it was brought into a site, whose own pages and forge files are none of ours
        folders = {posixpath.dirname(path) for path in known if path.count("/") > 1}
        ours = {path: text for path, text in ours.items() if path in known or posixpath.dirname(path) in folders}
    replaced, added, own = dict[str, str](), dict[str, str](), dict[str, str]()
    for path, text in ours.items():
        now, before, wanted = _digest(root / path), known.get(path), digest_of(text)
        if now == before and before != wanted:  # also where it is deleted: before, it was not there either
            (replaced if now else added)[path] = text
        elif now and wanted not in (now, before):
            own[path] = text
    if MKDOCS in own and (text := with_own_frame(_text(root / MKDOCS), settings)):
        replaced[MKDOCS] = text
    of_settings, why = stepped(_text(root / SETTINGS), settings)
    return Upgrade(root, replaced, added, own, of_settings, why, record_of(ours, _named(root, settings)))


def _named(root: Path, settings: Settings) -> str:
    """Return the organisation's name for the record: the former one as long as the title, which is not ours to change,
    still says it."""
    record = read_record(root)
    former = record.organisation if record else ""
    return former if former and former in settings.title else settings.organisation


def _digest(path: Path) -> str | None:
    """Return the digest of a file's text; None if there is no file."""
    return digest_of(_text(path)) if path.is_file() else None


def _text(path: Path) -> str:
    """Return the text of a file to the letter, but for the signs that its lines end with and what is no text."""
    return path.read_bytes().decode("utf-8", "surrogateescape").replace("\r\n", "\n")
