"""The section of handbook.yml on value consultants."""

from ...model.declared import Declared, Text, declared


class Consultants(Declared):
    """How workplaces ask for a value consultant."""

    mail: Text = declared("Mail", "Where workplaces ask for one; without it, that of `contact`.")


class ConsultantsSection(Declared):
    """The section of handbook.yml."""

    consultants: Consultants = declared(
        "Value consultants", "How workplaces ask for a value consultant.", default=Consultants()
    )
