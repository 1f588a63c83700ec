"""Groups of commands whose usage errors show no personal number."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


class Discreet(click.Group):
    """A group of commands that masks personal numbers in click's usage errors, which quote the arguments."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command."""
        with _discreet():
            return super().main(*args, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Parse the arguments of a command."""
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
        # Imported here: most calls are valid, and the detectors take as long to load as the rest of a command.
        from ..privacy import masked  # noqa: PLC0415

        vars(error).update(message=masked(error.message))
        raise
