"""values/handbook.yml as one typed declaration, with the help for each field beside it."""

from enum import StrEnum

from .declared import Day, Declared, Number, Placed, Text, declared
from .texts.answers import Demands, Selection
from .texts.consent import Reach

PATH = "values/handbook.yml"


class Language(StrEnum):
    """The readers' language."""

    DANISH = "da"
    ENGLISH = "en"


class Illustrative(StrEnum):
    """Whether made-up stories may be published."""

    ALLOW = "allow"
    REFUSE = "refuse"


class Contact(Declared):
    """Who readers and editors can ask."""

    name: Text = declared("Name", "A person or an office.", required=True)
    phone: Text = declared("Phone", "As it is written on paper.", required=True)
    mail: Text = declared("Mail", "An e-mail address.", required=True)


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


class Goal(Declared):
    """What the organisation promised itself."""

    id: Text = declared("Id", "A short name that does not change.", required=True)
    text: Text = declared("Text", "The goal in one sentence.", required=True)
    number: Number | None = declared("Number", "How many, where the goal has a number.", default=None)
    due: Day | None = declared("Due", "The day it must be reached.", default=None)

    @property
    def heading(self) -> str:
        """The goal as a heading, which has no full stop."""
        return self.text.removesuffix(".") or self.id

    @property
    def target(self) -> str:
        """What its page is linked to by, whatever its address is."""
        return f"goals/{self.id}"


class Fact(Declared):
    """A useful fact about the organisation."""

    id: Text = declared("Id", 'What pages write, as in `fact("indbyggere")`.', required=True)
    name: Text = declared("Name", "What readers see.", required=True)
    text: Text = declared("Text", "The fact itself, as it is to be printed.", required=True)


class Folders(Declared):
    """The folders in the site's addresses."""

    values: Text = declared("Values", "The folder of the value pages.", default="vaerdier")
    stories: Text = declared("Stories", "The folder of the story pages.", default="fortaellinger")
    methods: Text = declared("Methods", "The folder of the method pages.", default="metoder")
    guides: Text = declared("Guides", "The folder of the guides.", default="guider")
    goals: Text = declared("Goals", "The folder of the goal pages.", default="maal")


class PrintGroup(StrEnum):
    """What is printed besides guides."""

    PAMPHLET = "pamphlet"
    BOOK = "book"
    POSTERS = "posters"
    CARDS = "cards"


class Pamphlet(Declared):
    """What the pamphlet says besides the values and the facts."""

    introduction: Text = declared("Introduction", "A few sentences that the pamphlet opens with.")
    stories: tuple[Text, ...] = declared(
        "Stories", "The file names of three stories; without them, the first of three values are taken.", default=()
    )
    take_part: tuple[Text, ...] = declared(
        "How to take part", "What a colleague can do with a story of her own, a step each.", default=()
    )


class Waiver(Declared):
    """Someone's word that what looks private in a file is not. It never holds what was found."""

    rule: Text = declared("Rule", "The rule, as `privacy-cpr-like`.", required=True)
    file: Text = declared("File", "The file's path, as `stories/noeglen.md`.", required=True)
    count: Number = declared("Places", "In how many places of the file.", default=1)
    reason: Text = declared("Reason", "Why it is nobody's, without the number itself.", required=True)
    approved_by: Text = declared("Approved by", "The role of whoever has looked at it, never a name.", required=True)
    date: Day | None = declared("Date", "The day it was looked at.", default=None, required=True)


class Office(Declared):
    """An office that can be asked; people come and go."""

    name: Text = declared("Name", "What the office is called, as `Juridisk kontor`; people come and go.")
    phone: Text = declared("Phone", "Also the number that is answered on a Friday afternoon.")
    mail: Text = declared("Mail", "An e-mail address.")


class DataProtection(Declared):
    """What the page on data protection tells of the organisation itself. Whatever is missing, the page says so."""

    officer: Office = declared("Data protection officer", "Who advises you on personal data.", default=Office())
    consent_register: Text = declared(
        "Consent register", "What it is called and where it is, as `Samtykkeregistret i ESDH`."
    )
    forge: Text = declared("Git service", "Who runs it, and where the agreement with them (article 28) is kept.")
    server: Text = declared("Web server", "Who runs it, where it stands, and where the agreement is kept.")
    retention: Text = declared(
        "Your own time limits", "How long you keep git, the register, the web server's log and backups."
    )
    basis: Text = declared("Legal basis", "The one that you have decided on, in articles 6 and 9.")
    transfers: Text = declared("Countries outside the EU and the EEA", "Which ones see the data, and on what grounds.")
    security: Text = declared("Your own safeguards", "Who has access to git and the server, and who takes it away.")


class Settings(Placed):
    """The handbook's own settings and facts."""

    title: Text = declared("Title", "The handbook's name.", required=True)
    organisation: Text = declared("Organisation", "Whose handbook it is.", required=True)
    notice: Text = declared("Notice", "A line at the foot of every page.")
    edition: Text = declared("Edition", "Which edition this is, as it is printed.", required=True)
    language: Language = declared("Language", "The readers' language: da or en.", default=Language.DANISH)
    contact: Contact = declared(
        "Contact",
        "Who to ask; it is on every page.",
        default=Contact.model_construct(name="", phone="", mail=""),
        required=True,
    )
    accessibility: Text = declared(
        "Accessibility statement", "The page under docs/ with the statement, or its web address.", required=True
    )
    site_url: Text = declared("Public address", "Where the handbook is published, if it is known.")
    network: Text = declared("Network", "Where the address opens, as `Fjordby Kommunes netværk`; it is printed.")
    reach: Reach = declared(
        "Reach", "`intranet`, or `outside` where anyone can open the handbook.", default=Reach.INTRANET
    )
    edit_url: Text = declared("Edit address", "Where a file is edited; {path} stands for the file.")
    values: Number = declared("Number of values", "How many values there must be.", default=7)
    illustrative: Illustrative = declared("Made-up stories", "`allow` or `refuse`.", default=Illustrative.ALLOW)
    folders: Folders = declared("Folders", "The folders in the site's addresses.", default=Folders())
    kinds: tuple[Kind, ...] = declared("Kinds", "The kinds of example.", default=(), required=True)
    criteria: tuple[Criterion, ...] = declared("Criteria", "The marks of a good example.", default=(), required=True)
    goals: tuple[Goal, ...] = declared("Result goals", "What the organisation promised itself.", default=())
    facts: tuple[Fact, ...] = declared("Facts", "Useful facts about the organisation.", default=())
    demands: Demands = declared(
        "Demands",
        "What a collected story must have before it is published; all of it, unless switched off.",
        default=Demands(),
    )
    selections: tuple[Selection, ...] = declared(
        "Selections", "For each edition, the yes of the value process to the stories chosen.", default=()
    )
    retired: tuple[Text, ...] = declared(
        "Retired codes", "Codes that stand on paper, and whose values, stories or methods are gone.", default=()
    )
    synonyms: tuple[tuple[Text, ...], ...] = declared(
        "Synonyms", "Words that mean the same to your readers, as `[chef, leder]`; search finds either.", default=()
    )
    printed: tuple[PrintGroup, ...] = declared(
        "Printed", "What is printed besides guides; without it, all of it.", default=tuple(PrintGroup)
    )
    pamphlet: Pamphlet = declared("Pamphlet", "What the printed pamphlet says.", default=Pamphlet())
    waivers: tuple[Waiver, ...] = declared(
        "Waivers", "What the privacy check has found, and someone has looked at: it is nobody's.", default=()
    )
    protection: DataProtection = declared(
        "Data protection", "What the page on data protection tells of your organisation.", default=DataProtection()
    )

    path: str = PATH

    def kind(self, id: str) -> Kind | None:
        """Return the kind of example with an id."""
        return next((kind for kind in self.kinds if kind.id == id), None)

    def goal(self, id: str) -> Goal | None:
        """Return the result goal with an id."""
        return next((goal for goal in self.goals if goal.id == id), None)

    @property
    def selection(self) -> Selection | None:
        """The selection of the edition that is published now."""
        return next((one for one in self.selections if one.edition == self.edition), None)
