"""The minutes of a meeting: scaled to the available time, and converted to clock times.

The composer does the same in the reader's browser (features/guides/plan.js); tests/features/guides/minutes.json checks
both against the same results. Only integers are used, so that the two cannot differ by rounding.
"""

import re
from collections.abc import Sequence

LONGEST = 600
"""Minutes: the longest meeting, ten hours."""


def scaled(minutes: Sequence[int], floors: Sequence[int], total: int) -> tuple[int, ...] | None:
    """Return `total` minutes divided among steps in proportion to `minutes`, each at least its floor.

    Returns None if there are no steps, or the floors add up to more than the total. Shares are rounded by largest
    remainder, and among equal remainders the first step is rounded up first.
    """
    if not minutes or sum(floors) > total:
        return None
    shares = [0] * len(minutes)
    free = list(range(len(minutes)))
    remaining = total
    while True:
        weight = sum(minutes[at] for at in free)
        short = [at for at in free if minutes[at] * remaining < floors[at] * weight or weight == 0]
        if not short:
            break
        for at in short:
            shares[at] = floors[at]
        free = [at for at in free if at not in short]
        remaining = total - sum(shares)
    if not free:  # every step is at its floor: the rest goes to the last
        shares[-1] += remaining
        return tuple(shares)
    for at in free:
        shares[at] = minutes[at] * remaining // weight
    rest = remaining - sum(shares[at] for at in free)
    for at in sorted(free, key=lambda at: (-(minutes[at] * remaining % weight), at))[:rest]:
        shares[at] += 1
    return tuple(shares)


def minute_of_day(clock: str) -> int | None:
    """Return the minutes past midnight of a time such as `9:05`, `09.05` or `14:30`; None for any other text."""
    match = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", clock.strip(), re.ASCII)
    return int(match[1]) * 60 + int(match[2]) if match else None


def clock(minute: int, language: str = "da") -> str:
    """Return a minute of the day as it is written in a language, modulo 24 hours: `9.05` in Danish, else `9:05`."""
    return f"{minute // 60 % 24}{'.' if language == 'da' else ':'}{minute % 60:02d}"


def begins(minutes: Sequence[int]) -> tuple[int, ...]:
    """Return the minutes from the start of the meeting to each step."""
    return tuple(sum(minutes[:at]) for at in range(len(minutes)))
