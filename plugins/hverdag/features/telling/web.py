"""What the page on telling a story shows: the ways to tell one, and what happens with it."""

from urllib.parse import urlsplit

from markupsafe import Markup

from ...model.addresses import printed_address
from ...model.web_address import is_web
from ...web.page import Page
from ..kit import Kit, Views, only
from .contact import mail_link, ring_link
from .plan import TellingView
from .steps import steps


def ways_to_tell(views: Views, page: Page, kit: Kit) -> Markup:
    """Return the ways to tell a story that there are: telephone, mail, a sheet to write on, and a form."""
    view = only(views, TellingView)
    contact, section = kit.settings.contact, view.section if view else None
    form = section.form if section and is_web(section.form) else ""
    data = {
        "telling": section,
        "ring": ring_link(contact.phone),
        "mail": mail_link(contact.mail, kit.words),
        "sheet": _sheet(view, page, kit),
        "form": form,
        "form_host": urlsplit(form).hostname or "",
    }
    return page.fragment("telling/ways.html", **data)


def after_telling(_: Views, page: Page, kit: Kit) -> Markup:
    """Return what happens with a story, that the teller can always say no, and what is never published."""
    return page.fragment("telling/after.html", steps=list(steps(kit.settings, kit.words)))


def _sheet(view: TellingView | None, page: Page, kit: Kit) -> str:
    """Return the link to the sheet; an empty string if it is not printed."""
    if view is None or view.printable is None:
        return ""
    return page.relative(printed_address(view.printable, view.printable.variants[0], kit.settings))
