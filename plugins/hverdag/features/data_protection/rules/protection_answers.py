"""An answer that the page on data protection lacks.

The page says what the program keeps about people. Where your organisation keeps its own, who runs it and for how long,
only you can say. Until you do, the page names each missing answer to everyone who reads it.

Good:

    protection:
      officer:
        name: The legal office
        phone: 70 99 99 99
        mail: privacy@harbour.example
      consent_register: The register of consents in the archive
      forge: Our own GitLab; nobody else sees it
      server: Our own server in the cellar of house 2
      retention: As long as the handbook is in use; the log of the server for 30 days
      basis: Article 6(1)(f); the weighing lies in the archive
      transfers: None
      security: The editors have access, and IT takes it away when somebody leaves

Bad:

    protection: {}
"""

from collections.abc import Iterator
from datetime import date

from ....model.declared import fields, nested
from ....model.handbook import Handbook
from ....model.message import Message, listed, message
from ....model.problem import Level, Parameter, Problem, Rule, Source
from ....model.samples import TO_FILL, lines
from ....model.settings import Settings
from ....model.yaml_text import Data
from ..model import DataProtection, DataProtectionSection, unanswered

RULE = Rule(
    "protection-answers",
    Level.HINT,
    "The page on data protection lacks answers that only you can give: {missing}.",
    "{advice}",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield one hint that names every missing answer, with lines to write them in: in a handbook that the program has
    begun or brought up to date, or that has some of the answers."""
    settings = handbook.settings
    if not (settings.written_for or settings.has("protection")):
        return
    if any(settings.is_faulty(*place) for place in ((), ("protection",))):
        return
    every = unanswered(settings.of(DataProtectionSection).protection)
    missing = [name for name in every if not settings.is_faulty("protection", name)]
    if missing:
        place = settings.at("protection") if settings.has("protection") else Source(settings.path, field="protection")
        yield RULE.at(place, missing=listed([*map(_named, missing)]), **_remedy(settings, missing, place.line))


def _remedy(settings: Settings, missing: list[str], line: int) -> dict[str, Parameter]:
    """Return what to write: all answers at once, those that are not there yet, or what stands empty."""
    new = {name: _to_fill(name) for name in missing if not settings.has("protection", name)}
    if new and not any(settings.has("protection", name) for name in fields(DataProtection)):
        advice = message("Write your own in {path}, in this form:", path=settings.written_in)
        return {"advice": advice, "sample": lines("protection", new)}
    if new:
        sample = "\n".join(lines(name, held, 2) for name, held in new.items())
        return {"advice": message("Write this below line {line}:", line=line), "sample": sample}
    return {"advice": message("Write what is missing where its name stands in {path}.", path=settings.written_in)}


def _named(name: str) -> Message:
    """Return what an answer is about, and the field that it is written in."""
    label = DataProtection.model_fields[name].title or name
    return message("{label} ({name})", label=message(label), name=name)


def _to_fill(name: str) -> Data:
    inner = nested(DataProtection.model_fields[name])
    return dict.fromkeys(fields(inner), TO_FILL) if inner else TO_FILL
