"""The fields of values/handbook.yml, each with its type, label and help."""

from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import AfterValidator

from .declared import Day, Declared, Number, Placed, Text, declared
from .folders import Folders, named_folders
from .goals import Direction, Goal, StrategyPoint
from .language import Language
from .served import CITIZENS, Served
from .texts.answers import Requirements, Selection
from .texts.consent import Reach
from .themes import Theme
from .time_zone import DEFAULT as DEFAULT_ZONE
from .uptake.floor import FEWEST
from .web_address import with_slash

PATH = "values/handbook.yml"


BaseAddress = Annotated[Text, AfterValidator(with_slash)]
"""A web address that others are added to; its last slash may be left out, since both lead to the same place."""


class Server(StrEnum):
    """The web server that publishes the handbook, for which the build writes rules."""

    NONE = "none"
    NGINX = "nginx"
    APACHE = "apache"
    IIS = "iis"


class Illustrative(StrEnum):
    """Whether made-up stories may be published."""

    ALLOW = "allow"
    REFUSE = "refuse"


class Contact(Declared):
    """Who readers and editors can ask."""

    name: Text = declared("Name", "A person or an office.", required=True)
    phone: Text = declared("Phone", "As it is written on paper.", required=True)
    mail: Text = declared("Mail", "An email address.", required=True)


class Kind(Declared):
    """One of the kinds of example."""

    id: Text = declared("Id", "What stories write under `kind`.", required=True)
    name: Text = declared("Name", "What readers see.", required=True)
    meaning: Text = declared("Meaning", "One sentence that tells it from the others.", required=True)


class Criterion(Declared):
    """One of the marks of a good example."""

    id: Text = declared("Id", "A short name that does not change.", required=True)
    name: Text = declared("Name", "What readers see.", required=True)
    question: Text = declared("Question", "The criterion asked as a plain question.", required=True)


class Fact(Declared):
    """A useful fact about the organisation."""

    id: Text = declared("Id", 'What pages write, as in `fact("staff")`.', required=True)
    name: Text = declared("Name", "What readers see.", required=True)
    text: Text = declared("Text", "The fact itself, as it is to be printed.", required=True)


class Waiver(Declared):
    """A declaration that a finding of the privacy check in a file is not personal data. It never quotes the finding."""

    rule: Text = declared("Rule", "The rule, such as `privacy-cpr-like`.", required=True)
    file: Text = declared("File", "The file's path, such as `stories/the-key.md`.", required=True, names="file")
    count: Number = declared("Places", "In how many places of the file.", default=1)
    seen: Text = declared("Seen", "What was looked at, in the letters that the check gives; none is waived without it.")
    reason: Text = declared("Reason", "Why it is nobody's, without the number itself.", required=True)
    approved_by: Text = declared("Approved by", "The role of whoever has looked at it, never a name.", required=True)
    date: Day | None = declared("Date", "The day it was looked at.", default=None, required=True)


S = TypeVar("S", bound=Declared)


class Settings(Placed):
    """The settings and facts that several features share. Each feature adds its section, and the choices of
    `printed`."""

    title: Text = declared("Title", "The handbook's name.", required=True)
    organisation: Text = declared("Organisation", "Whose handbook it is.", required=True)
    notice: Text = declared("Notice", "A line at the foot of every page.")
    edition: Text = declared("Edition", "Which edition this is, as it is printed.", required=True)
    written_for: Text = declared(
        "Written for", "The version of the program that the files were written for; `hverdag upgrade` writes it."
    )
    language: Language = declared("Language", "The readers' language: da or en.", default=Language.DANISH)
    served: Served | None = declared(
        "Those you serve",
        "What they are called in the handbook's own texts; without it, they are called citizens.",
        default=None,
    )
    time_zone: Text = declared(
        "Time zone",
        "Where days begin and end, such as `Europe/Copenhagen`; consents run out by it.",
        default=DEFAULT_ZONE,
    )
    contact: Contact = declared(
        "Contact",
        "Who to ask; it is on every page.",
        default=Contact.model_construct(name="", phone="", mail=""),
        required=True,
    )
    accessibility: Text = declared(
        "Accessibility statement",
        "The page under docs/ with the statement, or its web address.",
        required=True,
        names="page",
    )
    footer: tuple[Text, ...] = declared(
        "Foot of the page",
        "Pages under docs/ that every page links to at its foot, such as `[about.md, editors.md]`.",
        default=(),
        names="page",
    )
    site_url: BaseAddress = declared("Public address", "Where the handbook is published, if it is known.")
    server: Server = declared(
        "Web server",
        "`nginx`, `apache` or `iis`: each build then writes that server's rules for the handbook.",
        default=Server.NONE,
    )
    network: Text = declared("Network", "Where the address opens, such as `the staff network`; it is printed.")
    reach: Reach = declared(
        "Reach", "`intranet`, or `outside` where anyone can open the handbook.", default=Reach.INTRANET
    )
    edit_url: Text = declared("Edit address", "Where a file is edited; {path} stands for the file.")
    values: Number = declared("Number of values", "How many values there must be.", default=7)
    illustrative: Illustrative = declared("Made-up stories", "`allow` or `refuse`.", default=Illustrative.ALLOW)
    fewest: Number = declared(
        "Fewest", "The least number of people that a number may be about; it cannot be below 5.", default=FEWEST
    )
    folders: Folders = declared(
        "Folders",
        "The folders in the site's addresses; without one, its usual name in the readers' language.",
        default=Folders(),
    )
    kinds: tuple[Kind, ...] = declared("Kinds", "The kinds of example.", default=(), required=True)
    criteria: tuple[Criterion, ...] = declared("Criteria", "The marks of a good example.", default=(), required=True)
    themes: tuple[Theme, ...] = declared(
        "Themes", "What stories are about, with the words that people look for it by.", default=()
    )
    goals: tuple[Goal, ...] = declared("Result goals", "What the organisation promised itself.", default=())
    strategy: tuple[StrategyPoint, ...] = declared(
        "Strategy", "The points of the organisation's strategy that stories can point to.", default=()
    )
    facts: tuple[Fact, ...] = declared("Facts", "Useful facts about the organisation.", default=())
    demands: Requirements = declared(
        "Demands",
        "What a collected story must have before it is published; all of it, unless switched off.",
        default=Requirements(),
    )
    selections: tuple[Selection, ...] = declared(
        "Selections", "For each edition, the yes of the values process to the stories chosen.", default=()
    )
    retired: tuple[Text, ...] = declared(
        "Retired codes", "Codes that are on paper, and whose values, stories or methods are gone.", default=()
    )
    printed: tuple[Text, ...] = declared(
        "Printed", "What is printed besides guides; without it, all of it.", default=()
    )
    waivers: tuple[Waiver, ...] = declared(
        "Waivers", "What the privacy check has found, and someone has looked at: it is about nobody.", default=()
    )

    path: str = PATH
    written_in: str = PATH
    """Where editors write the settings: in the file of their language."""

    def of(self, section: type[S]) -> S:
        """Return the section of a feature, with defaults for fields that handbook.yml does not set."""
        return self if isinstance(self, section) else section()

    @property
    def those_served(self) -> Served:
        """What those that the organisation serves are called."""
        return self.served or CITIZENS[self.language.value]

    @property
    def floor(self) -> int:
        """The least number of people that a number may be about."""
        return max(FEWEST, self.fewest)

    def kind(self, id: str) -> Kind | None:
        """Return the kind of example with an id."""
        return next((kind for kind in self.kinds if kind.id == id), None)

    @property
    def address_folders(self) -> Folders:
        """The folders in the site's addresses, each with its name."""
        return named_folders(self.folders, self.language)

    @property
    def direction_lists(self) -> tuple[tuple[str, tuple[Direction, ...]], ...]:
        """What stories can point to, by its field: the result goals, and the points of the strategy."""
        return ("goals", self.goals), ("strategy", self.strategy)

    @property
    def directions(self) -> tuple[Direction, ...]:
        """What stories can point to: the result goals, and the points of the strategy."""
        return (*self.goals, *self.strategy)

    def direction(self, id: str) -> Direction | None:
        """Return the result goal or the point of the strategy with an id."""
        return next((one for one in self.directions if one.id == id), None)

    @property
    def selection(self) -> Selection | None:
        """The selection of the edition that is published now."""
        return next((selection for selection in self.selections if selection.edition == self.edition), None)
