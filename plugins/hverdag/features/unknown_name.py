"""The exception of a macro for an unknown name on a page."""

from collections.abc import Iterable

from ..model.problem import Parameter
from ..model.suggest import suggestion


class UnknownNameError(LookupError):
    """A page asked for a story, value or fact that does not exist, or that readers cannot see."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.parameters: dict[str, Parameter] = {"given": name, **suggestion(name, known)}
