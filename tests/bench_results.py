"""The figures of a run of the bench, and those of the last one: what has become slower by more than a tenth is told."""

import json
from contextlib import suppress

from hverdag.publish.cache.folder import wanted_folder

SLOWER = 1.1
"""How many times its last figure a figure may be before it is told of."""


class Results:
    """The figures of one run, by name. Those of a quick run are kept apart."""

    def __init__(self, *, quick: bool) -> None:
        self._path = wanted_folder().with_name(f"hverdag-bench{'-quick' if quick else ''}.json")
        self._figures: dict[str, float] = {}

    def judge(self, what: str, found: float, most: float) -> bool:
        """Print a figure and its bound, and return whether it is within it."""
        self._figures[what] = found
        within = found <= most
        print(f"  {'ok  ' if within else 'OVER'} {what}: {found:.2f} (at most {most})", flush=True)
        return within

    def compare(self) -> None:
        """Print what has become slower or larger since the last run, and keep the figures for the next."""
        last: dict[str, float] = {}
        with suppress(OSError, ValueError):
            last = json.loads(self._path.read_text("utf-8"))
        for what, found in self._figures.items():
            if what in last and found > SLOWER * last[what]:
                print(f"  MORE {what}: {found:.2f}, and {last[what]:.2f} the last time")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps({**last, **self._figures}, indent=1), encoding="utf-8")
