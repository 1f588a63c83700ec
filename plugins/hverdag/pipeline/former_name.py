"""The organisation's former name, where it was written when the handbook began and has been forgotten since."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Rule, Source
from ..model.settings import Settings
from ..model.yaml_text import quoted
from ..parse.files import read_text
from ..parse.program_record import digest_of, read_record
from ..starter import starter_words

FORMER_NAME = Rule(
    "former-name",
    Level.HINT,
    'This still says "{given}", but the organisation is now called "{name}".',
    "Write it as {better}",
    """A title with the name that the organisation had when the handbook was begun.

Changing `organisation` in `values/handbook.yml` changes no title: what you have written is your own. Readers see
`title` on every page, and `site_name` in `mkdocs.yml` should say the same.
""",
)
_MKDOCS = "mkdocs.yml"
_SITE_NAME = re.compile(r"^site_name:[ \t]*(?P<text>\S.*)$", re.MULTILINE)


def former_names(root: Path, handbook: Handbook) -> Iterator[Problem]:
    """Yield a hint for each title with the name that the program has written and that is no longer the organisation's;
    none where nobody knows that name."""
    settings = handbook.settings
    if any(settings.is_faulty(*place) for place in ((), ("organisation",))) or not settings.organisation:
        return
    record = read_record(root)
    site = (read_text(root, _MKDOCS)[0] or "") if record else ""
    # Before names were recorded, a title that the program wrote said what it was.
    untouched = record is not None and record.files.get(_MKDOCS) == digest_of(site)
    former = record.organisation if record and record.organisation else _named_by(site, settings) if untouched else ""
    if not former or former == settings.organisation:
        return
    if not settings.is_faulty("title") and _holds(settings.title, former, settings.organisation):
        yield _problem(settings.at("title"), "title", settings.title, former, settings)
    found = _SITE_NAME.search(site)
    if found and _holds(_plain(found["text"]), former, settings.organisation):
        source = Source(_MKDOCS, site[: found.start()].count("\n") + 1, found.start("text") - found.start() + 1)
        yield _problem(source, "site_name", _plain(found["text"]), former, settings)


def _problem(source: Source, field: str, text: str, former: str, settings: Settings) -> Problem:
    better = f"{field}: {quoted(text.replace(former, settings.organisation))}"
    return FORMER_NAME.at(source, given=former, name=settings.organisation, better=better)


def _holds(text: str, former: str, name: str) -> bool:
    """Return True if a text holds the former name, and not only as a part of the new one."""
    return former in (text.replace(name, "") if former in name else text)


def _named_by(site: str, settings: Settings) -> str:
    """Return the organisation in the title of an mkdocs.yml as the program writes it; "" if there is none."""
    found = _SITE_NAME.search(site)
    before, _, after = starter_words(settings.language.value).title.partition("{organisation}")
    title = _plain(found["text"]) if found else ""
    return title.removeprefix(before).removesuffix(after) if title.startswith(before) and title.endswith(after) else ""


def _plain(text: str) -> str:
    """Return a text of YAML as it is read; "" if it is no text."""
    try:
        read = yaml.load(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        return ""
    return read if isinstance(read, str) else ""
