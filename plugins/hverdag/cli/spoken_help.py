"""The help of commands in the language of the handbook that they are called in, or of whoever calls."""

import copy
from typing import Any

import click

from ..locale import Catalogue
from ..model.message import message

_OF_CLICK = (
    message("Usage:"),
    message("[OPTIONS]"),
    message("COMMAND [ARGS]..."),
    message("Options:"),
    message("Commands:"),
    message("Show this message and exit."),
)
"""What click says itself around the texts of commands."""


def help_texts(command: click.Command) -> list[str]:
    """Return the texts of a command and its options in English, each on one line."""
    texts = [command.help, *(getattr(one, "help", "") for one in command.params)]
    return [_plain(text) for text in texts if text]


def in_words(command: click.Command, words: Catalogue) -> click.Command:
    """Return a command whose help is in a language; the command itself stays as it is."""
    spoken = copy.copy(command)
    spoken.help = words.say(_plain(command.help or ""))
    spoken.params = [_option(one, words) for one in command.params]
    spoken.context_class = type("Spoken", (_Spoken,), {"words": words})
    return spoken


class _Spoken(click.Context):
    """The context of a command whose help is in a language."""

    words: Catalogue

    def get_help(self) -> str:
        """Return the help."""
        text = super().get_help()
        for said in _OF_CLICK:
            text = text.replace(said.text, self.words.tell(said), 1)
        return text


def _option(one: click.Parameter, words: Catalogue) -> Any:
    spoken: Any = copy.copy(one)
    if getattr(spoken, "help", None):
        spoken.help = words.say(_plain(spoken.help))
    return spoken


def _plain(text: str) -> str:
    return " ".join(text.split())
