"""Every type of page, and every state that a page can be in: a line each, and the three tools look at it.

`address` is the page's in its publication; `before` prepares the browser before the page is opened, and `reach` does on
the page what a reader does.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from . import reach as to
from .publications import COURSE, PREVIEW, REPORT, SAMPLE, USB

Step = Callable[[Page], None]


@dataclass(frozen=True)
class State:
    """A state of a page of one of the publications."""

    name: str
    address: str
    reach: Step | None = None
    before: Step | None = None
    publication: str = SAMPLE


GUIDE, COMPOSER, STORY, LIST = (
    "guider/dilemma/noeglen/",
    "guider/sammensaet/",
    "fortaellinger/noeglen/",
    "fortaellinger/",
)
VALUE_GUIDE = f"{COMPOSER}?method=vaerdispil&value=tillid&story=noeglen"

STATES = (
    State("front", ""),
    State("colours chosen", "", to.choose_colours),
    State("search open", "", to.open_search),
    State("search with hits", "", to.find),
    State("search without hits", "", to.find_nothing),
    State("search for another word instead", "", to.find_another_word_instead),
    State("list", LIST),
    State("list narrowed", LIST, to.narrow),
    State("list narrowed to nothing", LIST, to.narrow_to_nothing),
    State("values", "vaerdier/"),
    State("value", "vaerdier/tillid/"),
    State("story", STORY),
    State("story read aloud", STORY, to.read_aloud, before=to.speak),
    State("story with sound, picture, table and passport", "fortaellinger/doeren/", publication=COURSE),
    State("themes", "emner/"),
    State("theme", "emner/travlhed/"),
    State("tell a story", "fortael/"),
    State("collect stories", "indsaml/"),
    State("page for IT", "drift/"),
    State("talk", "samtale/"),
    State("guide to a story", GUIDE),
    State("guide to a value", "guider/vaerdivejen/tillid/"),
    State("guide with value cards", "guider/vaerdispil/noeglen/"),
    State("guide with an agreement", GUIDE, to.agree),
    State("guide to the handbook itself", "guider/en-maaned-senere/haandbogen/"),
    State("guide with what was agreed last time", GUIDE, to.bring_agreements),
    State("meeting not begun", GUIDE, to.meet),
    State("meeting running", GUIDE, to.begin_meeting),
    State("meeting paused", GUIDE, to.pause_meeting),
    State("meeting ended", GUIDE, to.end_meeting),
    State("guides", "guider/"),
    State("composer", COMPOSER),
    State("composer with unknown names", f"{COMPOSER}?method=ukendt&story=ukendt"),
    State("composer with too little time", COMPOSER, to.compose_in_too_little_time),
    State("composed guide", COMPOSER, to.compose),
    State("composed guide of a value, as text for Word", VALUE_GUIDE, to.mark_for_word),
    State("method", "metoder/faciliteringsguide/"),
    State("method that value consultants help with", "metoder/vaerdivejen/"),
    State("values in talks about work", "mus-og-personalepolitik/"),
    State("value consultants", "vaerdikonsulenter/"),
    State("value consultants, text copied", "vaerdikonsulenter/", to.copy_text),
    State("short address of a course", "f/k01/"),
    State("what those we serve say", "brugernes-ord/"),
    State("value that those we serve were asked about", "vaerdier/naervaer/"),
    State("cards not drawn", "kort/"),
    State("cards chosen among", "kort/", to.choose_cards),
    State("card drawn", "kort/", to.draw),
    State("card turned", "kort/", to.turn),
    State("board game", "braetspil/"),
    State("board game, everything shown", "braetspil/", to.show_all),
    State("print it yourself", "print-selv/"),
    State("print it yourself, everything shown", "print-selv/", to.show_all),
    State("goal", "maal/bredt/"),
    State("goal that is counted", "maal/arbejdspladser/", to.show_all),
    State("point of the strategy", "strategi/paa-tvaers/"),
    State("goal of a story", "maal/maal-1-2/", publication=COURSE),
    State("outcome", "bidrag/"),
    State("outcome with a selection", "bidrag/", publication=COURSE),
    State("the year's status", "aarsstatus/"),
    State("about", "om/"),
    State("data protection", "databeskyttelse/"),
    State("data protection, text copied", "databeskyttelse/", to.copy_text),
    State("accessibility statement", "tilgaengelighed/"),
    State("for editors", "redaktion/"),
    State("for editors: fields", "redaktion/felter/"),
    State("for editors: rules", "redaktion/regler/"),
    State("for editors: text", "redaktion/tekst/"),
    State("for editors: following up", "redaktion/opfoelgning/"),
    State("short address of a story", "f/f01/"),
    State("short address of a printable", "f/haandbog/"),
    State("short address of what is gone", "f/v09/", publication=COURSE),
    State("notice in the place of a story", "fortaellinger/vinduet/", publication=COURSE),
    State("former address", "fortaellinger/porten/", before=to.stay, publication=COURSE),
    State("former address of what is gone", "vaerdier/haab/", publication=COURSE),
    State("page of a small publication", "hjaelp/", publication=COURSE),
    State("missing page", "404.html"),
    State("preview", "vaerdier/", publication=PREVIEW),
    State("preview of a draft", "fortaellinger/kladden/", publication=PREVIEW),
    State("preview: what must be mended", "problemer/", publication=PREVIEW),
    State("preview of a faulty story", "fortaellinger/vinduet/", publication=PREVIEW),
    State("report of a check", "faults.html", publication=REPORT),
    State("USB stick: values", "vaerdier/index.html", publication=USB),
    State("USB stick: story", "fortaellinger/doeren.html", publication=USB),
    State("USB stick: search open", "fortaellinger/doeren.html", to.open_search, publication=USB),
)
