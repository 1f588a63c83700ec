"""The private file of each workplace in a measurement: its slip, with its own QR code, and its own answers."""

from collections.abc import Iterator

from markupsafe import Markup

from ...model.artifact import PrivateFile
from ...paper.qr import qr_code
from ..kit import Kit
from .addresses import UNITS
from .faces import boxes
from .paper import slip_hand_in, slip_lead, slip_promises
from .plan import UnitView


def unit_file(view: UnitView, kit: Kit) -> Iterator[PrivateFile]:
    """Yield the page: without scripts, and without anything that is asked for from elsewhere."""
    words, settings, measurement = kit.words, kit.settings, view.measurement
    content = kit.web.templates.get_template("customers/unit.html").render(
        view=view,
        language=settings.language.tag,
        lead=slip_lead(words),
        boxes=boxes(words),
        promises=slip_promises(measurement, view.fewest, settings, words),
        hand_in=slip_hand_in(measurement, words),
        qr=Markup(qr_code(view.form)) if view.form else "",  # noqa: S704 it is our own drawing
        tell=words.tell,
    )
    path = f"{UNITS[settings.language]}/{measurement.id}/{view.workplace}.html"
    yield PrivateFile(path, content, view.story_codes)
