"""Functions of a feature that are loaded when they are first called."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Later:
    """A function of a feature: `Later(__name__, "web:render")` is `render` in its web.py.

    Many commands plan and render nothing: they need not wait for everything that does, templates and paper included.
    """

    package: str
    place: str

    @property
    def __wrapped__(self) -> Callable[..., Any]:
        """The function itself; `inspect` asks for its parameters here."""
        module, _, name = self.place.partition(":")
        found: Callable[..., Any] = getattr(import_module(f"{self.package}.{module}"), name)
        return found

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Call the function."""
        return self.__wrapped__(*given, **named)
