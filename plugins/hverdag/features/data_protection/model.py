"""The section of handbook.yml on data protection, and the numbers on its page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ...model.declared import Declared, Text, declared, fields


class Office(Declared):
    """An office that answers questions; an office and no person, since people leave."""

    name: Text = declared("Name", "What the office is called, such as `The legal office`; people come and go.")
    phone: Text = declared("Phone", "And the number that is answered on a Friday afternoon.")
    mail: Text = declared("Mail", "An email address.")


class DataProtection(Declared):
    """The organisation's own answers for the page on data protection. The page names each missing answer."""

    officer: Office = declared("Data protection officer", "Who advises you on personal data.", default=Office())
    consent_register: Text = declared(
        "Consent register", "What it is called and where it is, such as `The register of consents in the archive`."
    )
    forge: Text = declared("Git service", "Who runs it, and where the agreement with them (article 28) is kept.")
    server: Text = declared("Web server", "Who runs it, where it is, and where the agreement is kept.")
    retention: Text = declared(
        "Your own time limits", "How long you keep git, the register, the web server's log and backups."
    )
    basis: Text = declared("Legal basis", "The one that you have decided on, in articles 6 and 9.")
    transfers: Text = declared("Countries outside the EU and the EEA", "Which ones see the data, and on what grounds.")
    security: Text = declared("Your own safeguards", "Who has access to git and the server, and who takes it away.")


def unanswered(section: DataProtection) -> tuple[str, ...]:
    """Return the names of the answers that are missing, in their order. The dots of a sample are no answer, and an
    officer without telephone and mail address is none that anybody can reach."""
    answers = {name: getattr(section, name) for name in fields(DataProtection)}
    officer = section.officer
    answers["officer"] = f"{officer.phone}{officer.mail}"
    return tuple(name for name, text in answers.items() if not text.strip(" .…"))


class DataProtectionSection(Declared):
    """The section of handbook.yml."""

    protection: DataProtection = declared(
        "Data protection", "What the page on data protection says about your organisation.", default=DataProtection()
    )


@dataclass(frozen=True)
class Consents:
    """The number of published stories with a consent, the number for each channel, and the days on which consents end,
    the nearest first."""

    number: int
    by_channel: Mapping[str, int] = field(default_factory=dict)
    ends: tuple[date, ...] = ()


@dataclass(frozen=True)
class Mentions:
    """The number of published stories that mention other people, and the number of those people who can be
    recognised."""

    stories: int
    recognisable: int


@dataclass(frozen=True)
class Protection:
    """The personal data in the handbook, counted over its published stories.

    `roles` is the number of contributors, `waived` are the demands that are switched off, such as `nods`, and `waivers`
    is the number of findings that someone has waived. `outside` is True if anyone can open the handbook. A number that
    is None is not mentioned on the page.
    """

    collected: int = 0
    invented: int = 0
    roles: int = 0
    pictures: int = 0
    recordings: int = 0
    waived: tuple[str, ...] = ()
    outside: bool | None = None
    consents: Consents | None = None
    mentions: Mentions | None = None
    waivers: int | None = None
