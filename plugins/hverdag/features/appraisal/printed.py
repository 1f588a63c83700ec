"""The sheets for talks about work as something to print: their group and their variant."""

from ...model.message import message
from ...model.printable import Ink, PrintGroup, Size, Variant

GROUP = PrintGroup(
    "appraisal",
    16,
    message("Values in appraisals"),
    message("Cards for appraisals, questions about leaders, and a text for the personnel policy."),
    (
        message("Ask the works council first."),
        message("Print on one side, in black and white. Cut the cards along the lines."),
        message("Throw your notes away when you have finished, or keep them yourself."),
    ),
)


VARIANTS = (Variant(Size.A4, Ink.LINE),)
