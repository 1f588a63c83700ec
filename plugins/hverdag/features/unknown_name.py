"""The exception of a macro for an unknown name on a page."""

from ..model.names import Names
from ..model.problem import Parameter
from ..model.suggest import id_suggestion


class UnknownNameError(LookupError):
    """A page asked for a story, value or fact that does not exist, or that readers cannot see."""

    def __init__(self, name: str, known: Names) -> None:
        """`known` holds the names that people know them by, by what a page must write."""
        super().__init__(name)
        self.parameters: dict[str, Parameter] = {"given": name, **id_suggestion(name, known)}
