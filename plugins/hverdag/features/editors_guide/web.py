"""The macros that show the reference on hand-written pages."""

from markupsafe import Markup

from ...web.page import Page
from ..kit import Kit, Views
from .reference import field_tables, rule_groups


def field_reference(_: Views, page: Page, kit: Kit) -> Markup:
    """Return a table of every field that an editor may write."""
    tables = field_tables(kit.registry.tables, kit.words)
    return page.fragment("editors_guide/fields.html", tables=tables)


def rule_reference(_: Views, page: Page, kit: Kit) -> Markup:
    """Return a list of every rule."""
    return page.fragment("editors_guide/rules.html", groups=rule_groups(kit.rules, kit.words))
