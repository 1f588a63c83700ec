"""The methods: a page for each, and a list of them."""

from ...model.document_kind import DocumentKind
from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.message import message
from ...model.search import SearchKind
from ...model.texts.method import Method
from ...model.uptake.tools import ToolKind, documents_as_tools
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in

FEATURE = Feature(
    id="methods",
    documents=(
        DocumentKind(
            id="method",
            model=Method,
            folder="docs/metoder/",
            folder_in={"en": "docs/methods/"},
            title="A method, in docs/methods/",
            settings_name="methods",
            address_folder={"da": "metoder", "en": "methods"},
            code_letters="M",
            order=lambda method: (method.order, method.id),
        ),
    ),
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    tools=documents_as_tools(Method, ToolKind.METHOD),
    opens=("method.after",),
    macros=(Macro("methods", Later(__name__, "web:methods")),),
    search_kind=SearchKind("method", 3, message("Method")),
    reserved_ids=("collecting", "plan", "whole"),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
