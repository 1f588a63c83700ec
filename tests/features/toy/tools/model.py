"""What a tool's file holds."""

from ...model.declared import Text, declared
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
