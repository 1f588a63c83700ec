"""The organisation's own answers on the page on data protection, and for missing ones, what to write and where."""

from collections.abc import Mapping
from typing import NamedTuple

from ...locale import Catalogue
from .model import DataProtection, Office, unanswered


class RecordLine(NamedTuple):
    """A line of the record of processing. If `missing`, the text says what to write and where."""

    text: str
    missing: bool = False


class OwnAnswers(NamedTuple):
    """The organisation's own answers, from `protection` in handbook.yml."""

    officer: RecordLine
    consent_register: RecordLine
    forge: RecordLine
    server: RecordLine
    retention: RecordLine
    basis: RecordLine
    transfers: RecordLine
    security: RecordLine

    @property
    def missing(self) -> int:
        """The number of missing answers."""
        return sum(answer.missing for answer in self)


def own_answers(section: DataProtection, words: Catalogue, settings: str) -> OwnAnswers:
    """Return the organisation's own answers, with a remedy in the place of each missing one; `settings` is the path of
    the file that they are written in."""
    answers = {name: getattr(section, name) for name in OwnAnswers._fields} | {"officer": _reached(section.officer)}
    remedies, missing = _remedies(words, settings), unanswered(section)
    return OwnAnswers(
        **{
            name: RecordLine(remedies[name], True) if name in missing else RecordLine(text)
            for name, text in answers.items()
        }
    )


def _reached(office: Office) -> str:
    """Return the office and its contact details."""
    return ", ".join(filter(None, (office.name, office.phone, office.mail)))


def _remedies(words: Catalogue, settings: str) -> Mapping[str, str]:
    say = words.say
    return {
        "officer": say(
            "Not filled in: write the data protection officer's office, telephone and email under "
            "`protection: officer` in {settings}.",
            settings=settings,
        ),
        "consent_register": say(
            "Not filled in: write what the register of consents is called, and where it is, under "
            "`protection: consent_register` in {settings}.",
            settings=settings,
        ),
        "forge": say(
            "Not filled in: write who runs the git service, and where the agreement is kept, under "
            "`protection: forge` in {settings}.",
            settings=settings,
        ),
        "server": say(
            "Not filled in: write who runs the web server, and where the agreement is kept, under "
            "`protection: server` in {settings}.",
            settings=settings,
        ),
        "retention": say(
            "Not filled in: write how long you keep git, the register, the web server's log and backups, under "
            "`protection: retention` in {settings}.",
            settings=settings,
        ),
        "basis": say(
            "Not filled in: write the legal basis that you have decided on, in article 6 and where needed in article "
            "9, under `protection: basis` in {settings}.",
            settings=settings,
        ),
        "transfers": say(
            "Not filled in: write whether a supplier can see the data from a country outside the EU and the EEA, and "
            "on what grounds (chapter V), under `protection: transfers` in {settings}.",
            settings=settings,
        ),
        "security": say(
            "Not filled in: write who has access to git and to the web server, and who takes it away again, under "
            "`protection: security` in {settings}.",
            settings=settings,
        ),
    }
