"""The values: a page for each, a list of them, tiles, and their colours."""

from ...model.document_kind import DocumentKind
from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.message import message
from ...model.search import SearchKind
from ...model.texts.value import Value
from ...model.uptake.tools import ToolKind, documents_as_tools
from ...web.assets import VALUE_COLOURS
from ..assets import Assets, MadeAsset
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in
from .colour import value_colours

FEATURE = Feature(
    id="values",
    documents=(
        DocumentKind(
            id="value",
            model=Value,
            folder="values/",
            title="A value, in values/",
            settings_name="values",
            address_folder={"da": "vaerdier", "en": "values"},
            code_letters="V",
            order=lambda value: (value.order, value.id),
        ),
    ),
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    tools=documents_as_tools(Value, ToolKind.VALUE),
    opens=("value.after",),
    macros=(Macro("value_tiles", Later(__name__, "web:value_tiles")),),
    assets=Assets(made=(MadeAsset(VALUE_COLOURS, lambda shown: value_colours(shown.values)),)),
    search_kind=SearchKind("value", 2, message("Value")),
    reserved_ids=("signs", "questions", "stories"),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
