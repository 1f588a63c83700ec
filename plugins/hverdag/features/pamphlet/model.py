"""The section of handbook.yml on the pamphlet."""

from ...model.declared import Declared, Text, declared


class Pamphlet(Declared):
    """The texts of the pamphlet besides the values and the facts."""

    introduction: Text = declared("Introduction", "A few sentences that the pamphlet opens with.")
    stories: tuple[Text, ...] = declared(
        "Stories",
        "The file names of three stories; without them, the first of three values are taken.",
        default=(),
        names="story",
    )
    take_part: tuple[Text, ...] = declared(
        "How to take part", "What a colleague can do with a story of her own, a step each.", default=()
    )


class PamphletSection(Declared):
    """The section of handbook.yml."""

    pamphlet: Pamphlet = declared("Pamphlet", "What the printed pamphlet says.", default=Pamphlet())
