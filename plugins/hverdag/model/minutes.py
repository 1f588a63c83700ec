"""The minutes of a meeting: scaled to the time there is, and told as clock times.

The composer does the same in the reader's browser (render/static/plan.js); tests/plan.json holds both to the same
answers. All of it is whole numbers, so that the two cannot drift.
"""

import re
from collections.abc import Sequence

LONGEST = 600
"""Minutes: no meeting of ours lasts longer than ten hours."""


def scaled(minutes: Sequence[int], floors: Sequence[int], total: int) -> tuple[int, ...] | None:
    """Share `total` minutes out among steps in proportion to `minutes`, and none less than its floor.

    Returns None where the floors alone take more than there is. Where shares are not whole, those with the largest
    rest are rounded up, the first of them first.
    """
    if not minutes or sum(floors) > total:
        return None
    shares = [0] * len(minutes)
    free = list(range(len(minutes)))
    left = total
    while True:
        weight = sum(minutes[at] for at in free)
        short = [at for at in free if minutes[at] * left < floors[at] * weight or weight == 0]
        if not short:
            break
        for at in short:
            shares[at] = floors[at]
        free = [at for at in free if at not in short]
        left = total - sum(shares)
    if not free:  # every step stands on its floor: what is left goes to the last
        shares[-1] += left
        return tuple(shares)
    for at in free:
        shares[at] = minutes[at] * left // weight
    rest = left - sum(shares[at] for at in free)
    for at in sorted(free, key=lambda at: (-(minutes[at] * left % weight), at))[:rest]:
        shares[at] += 1
    return tuple(shares)


def minute_of_day(clock: str) -> int | None:
    """Return how many minutes past midnight a time as `9:05`, `09.05` or `14:30` is; None for any other text."""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", clock.strip(), re.ASCII)
    return int(found[1]) * 60 + int(found[2]) if found else None


def clock(minute: int) -> str:
    """Return a minute of the day as it is written in Danish: 9.05; midnight starts over."""
    return f"{minute // 60 % 24}.{minute % 60:02d}"


def begins(minutes: Sequence[int]) -> tuple[int, ...]:
    """Return how many minutes into the meeting each step begins."""
    return tuple(sum(minutes[:at]) for at in range(len(minutes)))
