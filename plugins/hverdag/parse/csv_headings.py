"""The headings of a table: which column each of them means, and which say who somebody is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..model.slug import squeezed

_PERSONAL_TEXT = """
navn name fuldtnavn fullname fornavn efternavn firstname lastname surname ditnavn yourname deltagernavn
email mail emailadresse mailadresse emailaddress epost postadresse adresse address arbejdsmail
telefon telefonnummer tlf tlfnr mobil mobilnummer phone phonenumber telephone mobile
cpr cprnr cprnummer personnummer fødselsdato foedselsdato dateofbirth birthday ssn
ip ipadresse ipaddress brugernavn username bruger user login initialer initials
respondent respondentid respondentnavn besvarelsesid medarbejdernummer medarbejdernr tjenestenummer employeeid
starttime starttidspunkt completiontime afslutningstidspunkt sluttidspunkt fuldførtkl fuldfoertkl lastmodifiedtime
senestændret senestaendret oprettetaf createdby submittedby indsendtaf udfyldtaf udfyldtafnavn underskrift signature
"""
_PERSONAL = frozenset(_PERSONAL_TEXT.split())
"""Headings, as `folded` writes them, of columns that say who somebody is, or when exactly one person answered."""

_BESIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|^\s*(?:\d+|[a-z])[.)]\s+", re.IGNORECASE)
"""What may stand beside a heading: a note in brackets, and the number of a question."""


@dataclass(frozen=True)
class Column:
    """A column that a command reads: its id, and what it may be called, first the heading that is told to people. A
    file must have it if it is `required`; a row may leave its cell empty all the same. One that `is_own` is written by
    the command itself, and asked of nobody."""

    id: str
    labels: tuple[str, ...]
    required: bool = True
    is_own: bool = False

    @cached_property
    def keys(self) -> frozenset[str]:
        """What headings that mean the column have in common with it."""
        return frozenset(folded(label) for label in self.labels)


def folded(heading: str) -> str:
    """Return what two ways of writing a heading have in common: capital letters, spaces and signs make no
    difference."""
    return squeezed(heading)


def column_of(heading: str, columns: Iterable[Column]) -> Column | None:
    """Return the column that a heading means; None if it means none."""
    for key in (folded(heading), folded(_BESIDE.sub("", heading))):
        found = next((column for column in columns if key and key in column.keys), None)
        if found:
            return found
    return None


def is_personal_heading(heading: str) -> bool:
    """Return True if a column with this heading says who somebody is."""
    return any(folded(text) in _PERSONAL for text in (heading, _BESIDE.sub("", heading)))


def letters(at: int) -> str:
    """Return what a spreadsheet calls a column, by its number from 0: A, B, ... Z, AA."""
    text = ""
    number = at + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
