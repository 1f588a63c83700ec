"""What may be kept and shown of a cell that somebody has written in: no more of a person than of a workplace."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...model.handbook import Handbook
from ...model.language import Language
from ...model.message import Message, message
from ...model.uptake.workplaces import workplaces_of
from ...parse.csv_table import Table
from ...privacy import ADDRESS, MAIL, NAME, PHONE, Finding, covered, find

_KINDS: Mapping[str, Message] = {
    MAIL: message("an email address"),
    PHONE: message("a telephone number"),
    ADDRESS: message("a street with a number"),
    NAME: message("somebody's full name"),
}


def kind_of(finding: Finding) -> Message:
    """Return what a finding is, in words."""
    return _KINDS.get(finding.rule, message("a personal number"))


@dataclass(frozen=True)
class Discretion:
    """Finds and covers personal data in cells. `apart` are words that are never surnames, and `free` the ids of the
    columns in which people write what they like: workplaces may be called as people are."""

    language: Language
    apart: frozenset[str]
    free: frozenset[str]

    def findings(self, text: str) -> Sequence[Finding]:
        """Return the personal data in a text."""
        return find(text, people=True, apart=self.apart, language=self.language)

    def shown(self, id: str, text: str) -> str:
        """Return the text of a cell of a column with personal data covered."""
        return covered(text, [one for one in self.findings(text) if id in self.free or one.rule != NAME])


def never_surnames(handbook: Handbook) -> frozenset[str]:
    """Return words that are never surnames in what a workplace writes: those of the organisation, its values and its
    workplaces."""
    settings = handbook.settings
    names = (settings.organisation, settings.title, *(value.name for value in handbook.values))
    places = (one.name for one in workplaces_of(handbook).workplaces)
    return frozenset(word for name in (*names, *places) for word in name.split())


def discreet(table: Table) -> Table:
    """Return a table in whose headings mail addresses and the like are covered, as in `Dato (skriv til ...)`."""
    return replace(
        table,
        headings={id: _discreet(text) for id, text in table.headings.items()},
        dropped=tuple(map(_discreet, table.dropped)),
        personal=tuple(map(_discreet, table.personal)),
    )


def _discreet(heading: str) -> str:
    return covered(heading, [one for one in find(heading, people=True) if one.rule not in (NAME, ADDRESS)])


def is_personal(text: str) -> bool:
    """Return True if a cell holds little else than a personal number or a mail address."""
    findings = [one for one in find(text, people=True) if one.rule not in (NAME, ADDRESS, PHONE)]
    return sum(one.end - one.start for one in findings) * 2 > len(text)
