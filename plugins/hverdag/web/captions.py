"""The captions of tables in texts: nobody writes one in Markdown, so a table is named after its heading."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Captions:
    """Names the tables of one page. `heading` is the words of the last heading before the next table."""

    heading: str = ""
    _used: Counter[str] = field(default_factory=Counter)

    def next(self, otherwise: str) -> str:
        """Return the name of the next table: its heading, or `otherwise` where there is none, with a number from the
        second table of that name on."""
        name = self.heading or otherwise
        self._used[name] += 1
        return name if self._used[name] == 1 else f"{name} ({self._used[name]})"
