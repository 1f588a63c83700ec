"""What a tool's file holds."""

from ...model.declared import Declared, Number, Placed, Text, declared
from ...model.texts.document import Document


class Tool(Document):
    """A tool, and the stories it is used in."""

    title: Text = declared("Name of the tool", "What everyone calls it.", required=True)
    code: Text = declared("Code", "Short and permanent, as R01.", required=True)
    stories: tuple[Text, ...] = declared("Stories of the tool", "The file names of stories.", default=())

    @property
    def heading(self) -> str:
        """What readers call it."""
        return self.title or self.id


class Loan(Declared):
    """How often a tool has been lent out."""

    tool: Text = declared("Tool that was lent", "The file name of a tool.", required=True)
    times: Number = declared("Times", "How often.", default=0)


class Loans(Placed):
    """The fields of values/loans.yml."""

    loans: tuple[Loan, ...] = declared("Loans", "A line for each tool.", default=())
