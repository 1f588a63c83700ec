"""Groups of commands that show no personal number, not even where they complain of how they were called."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


class Discreet(click.Group):
    """A group of commands that shows no personal number either where it complains of how it was called."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command."""
        with _discreet():
            return super().main(*args, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read what a command was called with."""
        with _discreet():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        with _discreet():
            return super().invoke(ctx)


@contextmanager
def _discreet() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        # Imported here: most calls are right, and the detectors take as long to load as the rest of a command.
        from ..privacy import masked  # noqa: PLC0415

        vars(error).update(message=masked(error.message))
        raise
