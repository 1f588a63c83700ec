"""Groups of commands whose usage errors show no personal number, and name the command that was probably meant."""

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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named, or say that there is none, and which one is nearest."""
        if args and not args[0].startswith("-") and not ctx.resilient_parsing:
            commands = self.list_commands(ctx)
            if args[0] not in commands:
                ctx.fail(_unknown(args, commands))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        with _discreet():
            return super().invoke(ctx)


def _unknown(args: list[str], commands: list[str]) -> str:
    # Imported here, as in _discreet: most calls name a command.
    from ..model.suggest import nearest  # noqa: PLC0415
    from .spoken import words_of_call  # noqa: PLC0415

    words, near = words_of_call(args), nearest(args[0], commands)
    advice = words.say('Did you mean "{suggestion}"?', suggestion=near) if near else ""
    advice = advice or words.say("There are these: {commands}", commands=", ".join(commands))
    unknown = words.say('There is no command called "{given}".', given=args[0])
    return f"{unknown} {advice}"


@contextmanager
def _discreet() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        # Imported here: most calls are valid, and the detectors take as long to load as the rest of a command.
        from ..privacy import masked  # noqa: PLC0415

        vars(error).update(message=masked(error.message))
        raise
