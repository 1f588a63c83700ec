"""The date that a personal number begins with, and what its seventh digit says of the century."""

from datetime import date

from stdnum.dk import cpr

ADDED = (0, 40, 60)
"""What is added to the day in numbers given to those who have none."""
CENTURIES = ("18", "19", "20")
_EARLIEST, _LAST_OF_4_AND_9, _LAST_OF_5_TO_8 = 37, 36, 57


def added(digits: str, century: str) -> int | None:
    """What was added to the day of ten digits; nothing where they do not begin with a date. `century` is given where
    the year is written whole."""
    for more in ADDED:
        day = int(digits[:2]) - more
        if not 1 <= day <= 31:
            continue
        try:
            born = cpr.get_birth_date(f"{day:02}{digits[2:]}")
        except ValueError:
            continue
        if not century or is_date(born.day, born.month, int(century + digits[4:6])):
            return more
    return None


def is_nobodys(year: str, seventh: str) -> bool:
    """Whether the seventh digit of a number tells of another century than its year, which is written whole. One that
    tells of the years before 1900 is no excuse: nobody knows the rule by heart who writes a number down."""
    last = int(year[2:])
    if year.startswith("20"):
        most = _LAST_OF_4_AND_9 if seventh in "49" else _LAST_OF_5_TO_8
        return seventh in "0123" or last > most
    return year.startswith("19") and seventh in "49" and last < _EARLIEST


def is_date(day: int, month: int, year: int) -> bool:
    """Whether there is such a day; of a year of two digits, in any century."""
    try:
        date(year if year > 99 else 2000 + year, month, day)  # 2000 was a leap year, and 1900 was not
    except ValueError:
        return False
    return True
