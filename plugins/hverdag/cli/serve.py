"""The live preview."""

import gc
import signal
import sys
from pathlib import Path

import click

from ..host import mkdocs as host
from ..pipeline.read import read_and_check
from ..pipeline.show import show
from ..pipeline.today import today_of
from ..publish.disk import disk_problem
from .options import folder_option, require_publication, stop, tell
from .spoken import words_for


@click.command()
@click.option("--address", help="Where to serve the preview (default: dev_addr in mkdocs.yml, or 127.0.0.1:8000).")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
@folder_option
def serve(folder: Path, address: str | None, open_browser: bool) -> None:
    """Show a live preview, drafts included. Faulty stories are left out and named on a page."""
    require_publication(folder)
    root, words = folder.resolve(), words_for(folder)
    address = address or host.preview_address(root)
    gc.enable()  # it may run for days
    signal.signal(signal.SIGINT, signal.default_int_handler)  # it is what ends a preview
    tell(words.say("Preview: http://{address}/ (stop with Ctrl+C)", address=address))
    try:
        problem = host.serve(root, address, open_browser)
    except (OSError, OverflowError) as error:
        if isinstance(error, OSError) and disk_problem(error, (root,)):
            raise
        stop(words.say("The address {address} cannot be used. Choose another with --address.", address=address))
    if problem:
        tell(show(read_and_check(root, today_of(root)), [problem], "text"), err=True)
        sys.exit(1)
