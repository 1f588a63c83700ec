"""Groups of commands whose usage errors show no personal number, and name the command that was probably meant."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from ..locale import Catalogue


_HELP = "--help"


class Discreet(click.Group):
    """A group of commands that masks personal numbers in click's usage errors, which quote the arguments. `words` are
    those of its help, if that is what it is called for."""

    words: "Catalogue | None" = None

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command."""
        with _discreet():
            return super().main(*args, **extra)

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> click.Context:
        """Parse the arguments of a command."""
        with _discreet():
            if _HELP not in args or self.words is not None:
                return super().make_context(info_name, args, *more, **extra)
            return _spoken(self, args).make_context(info_name, args, *more, **extra)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, in the language that the group's help is in; None if there is no such command."""
        return self._in_words(ctx, super().get_command(ctx, cmd_name))

    @staticmethod
    def _in_words(ctx: click.Context, command: click.Command | None) -> click.Command | None:
        words = ctx.command.words if isinstance(ctx.command, Discreet) else None
        if words is None or command is None:
            return command
        from .spoken_help import in_words  # noqa: PLC0415 only whoever asks for help needs it

        return in_words(command, words)

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


def _spoken(group: Discreet, args: list[str]) -> click.Command:
    """Return a group whose help is in the language of the handbook that it is called in."""
    from .spoken import words_of_call  # noqa: PLC0415 as in _discreet
    from .spoken_help import in_words  # noqa: PLC0415

    words = words_of_call(args)
    spoken = in_words(group, words)
    vars(spoken).update(words=words)
    return spoken


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
