"""What an organisation tells of itself on the page on data protection, and, where it has not, what to write where."""

from collections.abc import Mapping
from typing import NamedTuple

from ..locale import Catalogue
from ..model.settings import DataProtection, Office


class Told(NamedTuple):
    """A text of the organisation's own. Where it is `missing`, the text says what to write where."""

    text: str
    missing: bool = False


class Own(NamedTuple):
    """The organisation's own answers, as handbook.yml has them under `protection`."""

    officer: Told
    consent_register: Told
    forge: Told
    server: Told
    retention: Told
    basis: Told
    transfers: Told
    security: Told

    @property
    def missing(self) -> int:
        """How many answers are missing."""
        return sum(told.missing for told in self)


def own_answers(given: DataProtection, words: Catalogue) -> Own:
    """Return the organisation's own answers, those that are missing too."""
    answers = {name: getattr(given, name) for name in Own._fields} | {"officer": _reached(given.officer)}
    remedies = _remedies(words)
    return Own(**{name: Told(text) if text else Told(remedies[name], True) for name, text in answers.items()})


def _reached(office: Office) -> str:
    """The office and how it is reached; without a telephone or a mail address it is as good as none."""
    return ", ".join(filter(None, (office.name, office.phone, office.mail))) if office.phone or office.mail else ""


def _remedies(words: Catalogue) -> Mapping[str, str]:
    say = words.say
    return {
        "officer": say(
            "Not filled in: write the data protection officer's office, telephone and mail under "
            "`protection: officer` in values/handbook.yml."
        ),
        "consent_register": say(
            "Not filled in: write what the register of consents is called, and where it is, under "
            "`protection: consent_register` in values/handbook.yml."
        ),
        "forge": say(
            "Not filled in: write who runs the git service, and where the agreement is kept, under "
            "`protection: forge` in values/handbook.yml."
        ),
        "server": say(
            "Not filled in: write who runs the web server, and where the agreement is kept, under "
            "`protection: server` in values/handbook.yml."
        ),
        "retention": say(
            "Not filled in: write how long you keep git, the register, the web server's log and backups, under "
            "`protection: retention` in values/handbook.yml."
        ),
        "basis": say(
            "Not filled in: write the legal basis that you have decided on, in article 6 and where needed in article "
            "9, under `protection: basis` in values/handbook.yml."
        ),
        "transfers": say(
            "Not filled in: write whether a supplier can see the data from a country outside the EU and the EEA, and "
            "on what grounds (chapter V), under `protection: transfers` in values/handbook.yml."
        ),
        "security": say(
            "Not filled in: write who has access to git and to the web server, and who takes it away again, under "
            "`protection: security` in values/handbook.yml."
        ),
    }
