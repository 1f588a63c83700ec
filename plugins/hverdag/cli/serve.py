"""The live preview."""

import gc
import signal
import sys
from pathlib import Path
from typing import NoReturn

import click

from ..host import mkdocs as host
from ..host.preview.address import HOST, PORT, AddressFault, fault_of, free_address, read_address
from ..locale import Catalogue
from ..pipeline.read import read_and_check
from ..pipeline.show import show
from ..pipeline.today import today_of
from ..publish.disk import disk_problem
from .command_line import command_line
from .options import called_with, folder_option, language_option, one_line, require_publication, stop, tell
from .spoken import words_for


@click.command()
@click.option("--address", help="Where to serve the preview (default: dev_addr in mkdocs.yml, or 127.0.0.1:8000).")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
@folder_option
@language_option
def serve(folder: Path, language: str | None, address: str | None, open_browser: bool) -> None:
    """Show a live preview, drafts included. Faulty stories are left out and named on a page."""
    require_publication(folder, language)
    root, words = folder.resolve(), words_for(folder, language)
    address = address or host.preview_address(root)
    named, how = read_address(address), (*called_with(folder, language), *(("--open",) if open_browser else ()))
    fault = fault_of(*named) if named else AddressFault.FORM
    at = named or (HOST, PORT)
    if fault:
        _refuse(address, fault, command_line("serve", *how, "--address", _usable(*at)), words)
    gc.enable()  # it may run for days
    signal.signal(signal.SIGINT, signal.default_int_handler)  # it is what ends a preview
    tell(words.say("Preview: http://{address}/ (stop with Ctrl+C)", address=_shown(*at)))
    try:
        problem = host.serve(root, f"{at[0]}:{at[1]}", open_browser)
    except (OSError, OverflowError) as error:
        if isinstance(error, OSError) and disk_problem(error, (root,)):
            raise
        _refuse(address, AddressFault.REFUSED, command_line("serve", *how, "--address", free_address(*at)), words)
    if problem:
        tell(show(read_and_check(root, today_of(root)), [problem], "text"), err=True)
        sys.exit(1)


def _usable(name: str, port: int) -> str:
    """Return an address to offer: the one that is asked for, if it can be used after all."""
    return free_address(name, port) if fault_of(name, port) else f"{name}:{port}"


def _shown(name: str, port: int) -> str:
    return f"[{name}]:{port}" if ":" in name else f"{name}:{port}"


def _refuse(address: str, fault: AddressFault, command: str, words: Catalogue) -> NoReturn:
    """Say why nothing can be served at an address, with a command that works, and exit with code 1."""
    why = {
        AddressFault.FORM: words.say('"{address}" is not an address of this computer with a port.', address=address),
        AddressFault.IN_USE: words.say(
            "Something else is already being shown at {address}, perhaps another preview.", address=address
        ),
        AddressFault.REFUSED: words.say("The address {address} cannot be used here.", address=address),
    }[fault]
    stop(one_line(f"{why} {words.say('Write: {command}', command=command)}"))
