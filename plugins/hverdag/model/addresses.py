"""Where each file of a publication is found in the site (folder addresses, as `vaerdier/tillid/`)."""

import posixpath
import re
from urllib.parse import quote, urlsplit

from .artifact import INDEX
from .meeting import Guide
from .printable import NAMES, Form, Printable
from .settings import Goal, Settings
from .slug import RESERVED, slug
from .texts.method import FOLDER, Method
from .texts.story import Story
from .texts.value import Value

PRINT = "print"
"""The folder of everything that is printed."""

SHORT = "f"
"""The folder of the short addresses; they stand on paper, so they never change."""

_WEB = re.compile(r"https?://[^\s\"'<>]+")

MOST_IN_A_NAME = 60
"""Letters: as many as a file's name may have; a stick holds folders within folders."""


def value_address(value: Value, settings: Settings) -> str:
    """The address of a value's page."""
    return f"{settings.folders.values}/{value.id}/"


def story_address(story: Story, settings: Settings) -> str:
    """The address of a story's page."""
    return f"{settings.folders.stories}/{story.id}/"


def method_address(method: Method, settings: Settings) -> str:
    """The address of a method's page."""
    return f"{settings.folders.methods}/{method.path.removeprefix(FOLDER).removesuffix('.md')}/"


def subject_address(method: Method, subject: Story | Value, settings: Settings) -> str:
    """The address of the guide that a method makes of a story or a value."""
    return f"{settings.folders.guides}/{method.id}/{subject.id}/"


def guide_address(guide: Guide, settings: Settings) -> str:
    """The address of a guide's page."""
    return subject_address(guide.method, guide.subject, settings)


def composer_address(settings: Settings) -> str:
    """The address of the page where a leader puts a guide together."""
    return f"{settings.folders.guides}/{'sammensaet' if settings.language == 'da' else 'compose'}/"


def goal_name(goal: Goal) -> str:
    """The last part of a goal's address. An id is no file name, so any letters may stand in it."""
    plain = slug(goal.id)[:MOST_IN_A_NAME].strip("-") or "maal"
    return f"{plain}-1" if RESERVED.fullmatch(plain) or plain == "index" else plain


def goal_address(goal: Goal, settings: Settings) -> str:
    """The address of a goal's page."""
    return f"{settings.folders.goals}/{goal_name(goal)}/"


def print_address(guide: Guide, ending: str) -> str:
    """The address of a guide on paper; its last part is what the file is called when it is fetched."""
    return f"{PRINT}/{guide.method.id}/{guide.subject.id}-{guide.method.id}.{ending}"


def printed_address(printable: Printable, form: Form, settings: Settings) -> str:
    """The address of one form of a printable, as `print/pjece-ark.pdf`."""
    names = NAMES[settings.language]
    return f"{PRINT}/{'-'.join((printable.name, *(names.get(part, part) for part in form.parts)))}.pdf"


def picture_address(printable: Printable) -> str:
    """The address of the small picture of a printable."""
    return f"{PRINT}/{printable.name}.png"


def draw_address(settings: Settings) -> str:
    """The address of the page where cards are drawn."""
    return f"{NAMES[settings.language]['draw']}/"


def protection_address(settings: Settings) -> str:
    """The address of the page on data protection."""
    return "databeskyttelse/" if settings.language == "da" else "data-protection/"


def short_address(code: str) -> str:
    """The address that is printed: small letters, since it is typed from paper."""
    return f"{SHORT}/{code.casefold()}/"


def is_code(code: str) -> bool:
    """Whether what a short address ends with is the code of a text, and not only a word, as `pjece`."""
    return any(map(str.isdigit, code))


def page_address(path: str) -> str:
    """The address of a hand-written page: `docs/metoder/kort.md` is found at `metoder/kort/`."""
    stem = path.removeprefix("docs/").removesuffix(".md")
    folder, name = posixpath.split(stem)
    if name == "index":
        return f"{folder}/" if folder else ""
    return f"{stem}/"


def in_a_file(address: str) -> str:
    """Return the address in the offline edition, where a folder has no page of its own: `vaerdier/tillid/` becomes
    `vaerdier/tillid.html`, and `vaerdier/`, which lists them, `vaerdier/index.html`."""
    if address and not address.endswith("/"):
        return address
    folder, name = posixpath.split(address.rstrip("/"))
    return f"{folder}/{name}.html" if folder else posixpath.join(name, INDEX)


def page_file(path: str) -> str:
    """The address of a hand-written page in the offline edition: it lies where its text does."""
    return f"{path.removeprefix('docs/').removesuffix('.md')}.html"


def file_address(path: str, settings: Settings) -> str:
    """The address of a picture, a recording or another file that is published as it is."""
    folder, _, name = path.partition("/")
    homes = {"stories": f"{settings.folders.stories}/", "values": f"{settings.folders.values}/"}
    return homes.get(folder, "") + name


def edit_link(template: str, path: str) -> str:
    """Where a file is edited, from the settings' template, or an empty text where none is known."""
    return template.replace("{path}", quote(path)) if template else ""


def is_page(address: str) -> bool:
    """Whether an address is a page's, in either edition."""
    return address.endswith(("/", ".html"))


def stem(address: str) -> str:
    """Return what all ways to write an address begin with: a page's Markdown, its folder, and its file."""
    return address.removesuffix("index.html").removesuffix(".html").removesuffix(".md").rstrip("/")


def is_web(address: str) -> bool:
    """Whether a text is a web address."""
    try:
        return _WEB.fullmatch(address) is not None and bool(urlsplit(address).hostname)
    except ValueError:
        return False
