"""What those that the organisation serves are called, with the forms that texts need."""

from .declared import Declared, Text, declared


class Served(Declared):
    """The word for those that the organisation serves: borger, beboer, medlem."""

    one: Text = declared("One", "Such as `resident`: no article, and a small letter.", required=True, most=30)
    many: Text = declared("Many", "Such as `residents`.", required=True, most=30)
    the_one: Text = declared("The one", "Such as `the resident`.", required=True, most=30)
    the_many: Text = declared("All of them", "Such as `the residents`.", required=True, most=30)


CITIZENS = {
    "da": Served(one="borger", many="borgere", the_one="borgeren", the_many="borgerne"),
    "en": Served(one="citizen", many="citizens", the_one="the citizen", the_many="the citizens"),
}
"""The word where handbook.yml has none, by language."""
