"""A list of tools: tests add it to a copy of the house, to see that a folder and a line are enough."""

from ...model.data_kind import DataKind
from ...model.document_kind import DocumentKind
from ...model.held_data import HeldData, HeldGroup, Own
from ...model.message import message
from ...model.search import SearchKind
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro, Slot
from ..rules import checks_in
from .model import Loans, Tool
from .plan import GROUP, mentions, plan
from .web import mentioned, render, tools

FEATURE = Feature(
    id="tools",
    documents=(
        DocumentKind(
            id="tool",
            model=Tool,
            folder="tools/",
            title="A tool, in tools/",
            settings_name="tools",
            address_folder={"da": "vaerktoejer", "en": "tools"},
            code_letters="R",
        ),
    ),
    data=(DataKind(id="loans", model=Loans, path="values/loans.yml", title="Loans of tools, in values/loans.yml"),),
    checks=checks_in(f"{__name__}.rules"),
    plan=plan,
    render=render,
    slots=(Slot("story.after", mentions, mentioned),),
    macros=(Macro("tools", tools),),
    search_kind=SearchKind("tool", 6, message("Tool")),
    assets=Assets(styles=("tools.css",)),
    print_group=GROUP,
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Who has borrowed a tool"),
            what=message("The workplace, never a name."),
            where=(message("In git"), Own.FORGE),
            until=message("Until the tool is handed in"),
            seen=message("Everyone with access to the repository"),
        ),
    ),
)
