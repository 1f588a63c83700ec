"""What people see while something takes its time."""

import sys

import click


class Bar:
    """Shows how far a long build has come, to people; a log gets nothing."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *error: object) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)

    def show(self, done: int, total: int) -> None:
        """Draw the bar anew; a few times a second is enough."""
        if self._shown and (done % 20 == 0 or done == total):
            filled = 30 * done // max(total, 1)
            click.echo(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", nl=False, err=True)
