"""The questionnaires as something to print: their group and their variant."""

from ...model.message import message
from ...model.printable import Ink, PrintGroup, Size, Variant

GROUP = PrintGroup(
    "questionnaires",
    14,
    message("Questionnaires"),
    message("One for when a course has ended, and one on what the values have meant. No names."),
    (
        message("Print on one side, in black and white."),
        message("Hand them out, and let people fill them in alone."),
        message("Collect them in a closed envelope. Nobody at the workplace reads them."),
    ),
)


VARIANTS = (Variant(Size.A4, Ink.LINE),)
