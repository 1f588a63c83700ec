"""The stories: a page for each, a list of them, and cards that link to them."""

from ...model.document_kind import DocumentKind
from ...model.files import PICTURES, RECORDINGS
from ...model.held_data import HeldData, HeldGroup, Own, SeenBy
from ...model.message import message
from ...model.search import SearchKind
from ...model.texts.story import Story
from ...model.uptake.tools import ToolKind, documents_as_tools
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in
from .counts import counts

FEATURE = Feature(
    id="stories",
    documents=(
        DocumentKind(
            id="story",
            model=Story,
            folder="stories/",
            title="A story, in stories/",
            settings_name="stories",
            address_folder={"da": "fortaellinger", "en": "stories"},
            code_letters="F",
            endings=(".md", *PICTURES, *RECORDINGS),
        ),
    ),
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    counts=counts,
    tools=documents_as_tools(Story, ToolKind.STORY),
    opens=("story.after",),
    macros=(
        Macro("story", Later(__name__, "web:story"), names=(("id", "story"),)),
        Macro("stories", Later(__name__, "web:stories"), names=(("value", "value"),)),
        Macro("story_now", Later(__name__, "web:story_now")),
        Macro("kinds", Later(__name__, "web:kinds")),
        Macro("criteria", Later(__name__, "web:criteria")),
    ),
    search_kind=SearchKind("story", 1, message("Story")),
    assets=Assets(files=("aloud.js", "filter.js")),
    reserved_ids=(
        "aloud",
        "because",
        "dilemma",
        "filter",
        "filter-count",
        "filter-value",
        "questions",
        "related",
        "stories",
        "tell-one",
    ),
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("The stories"),
            what=message("Text, pictures and recordings. People are roles and relations, never names."),
            where=(message("In git"), Own.FORGE),
            until=message("As long as the repository is there. Git also keeps what has been changed or deleted."),
            seen=message("Everyone with access to the repository. If it is public, that is anyone."),
            categories=(
                message(
                    "Ordinary data (article 6): role or relation, workplace in general words, what the person said and "
                    "did, the day of a nod, and a reference to the consent"
                ),
            ),
        ),
        HeldData(
            group=HeldGroup.READERS_GET,
            name=message("The handbook"),
            what=message("Pages, search, guides and everything that can be printed."),
            where=(message("On the web server"), Own.SERVER),
            until=message(
                "Until the next build. The edition before it is kept on the server, but not where it holds a story "
                "that has been taken back."
            ),
            seen=SeenBy.OF_THE_HANDBOOK,
        ),
    ),
)
