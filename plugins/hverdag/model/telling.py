"""The section of handbook.yml on telling a story, which sheets that ask for one need too."""

from .declared import Declared, Number, Text, declared


class Telling(Declared):
    """How a colleague tells a story, besides the telephone and the mail of `contact`."""

    page: Text = declared(
        "Page for telling a story",
        "The page under docs/ that holds `ways_to_tell()`; other pages link to it.",
        names="page",
    )
    hours: Text = declared("When the telephone is answered", "Such as `Monday to Friday, 8 to 3`.")
    form: Text = declared("Web form", "The address of a form where a story can be written.")
    hand_in: Text = declared("Where the sheet is handed in", "One or two sentences; they are printed on the sheet.")
    answer_days: Number = declared(
        "Days until an answer", "Within how many working days the editors get back to whoever tells.", default=0
    )
    weeks: Number = declared(
        "Weeks until it is published", "How many weeks it usually takes from telling to publication.", default=0
    )


class TellingSection(Declared):
    """The section of handbook.yml."""

    telling: Telling = declared("Telling a story", "How a colleague tells a story.", default=Telling())
