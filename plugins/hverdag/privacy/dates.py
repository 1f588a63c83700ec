"""Checks the birth date of a personal number (CPR), and the century implied by its seventh digit."""

from datetime import date

ADDED = (0, 40, 60)
"""Added to the day of birth: 0 in ordinary numbers, 40 or 60 in replacement numbers."""
CENTURIES = ("18", "19", "20")
_EARLIEST, _LAST_OF_4_AND_9, _LAST_OF_5_TO_8 = 37, 36, 57


def added(digits: str, century: str) -> int | None:
    """Return what was added to the day in ten digits, or None if they do not begin with a date. `century` is two digits
    if the year was written with four, and otherwise empty."""
    # Imported here, as in numbers.py: most texts hold no ten digits, and it loads what speaks with servers.
    from stdnum.dk import cpr  # noqa: PLC0415

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
    """Return True if the seventh digit contradicts a year of four digits, so that the number can be nobody's. A digit
    that implies a year before 1900 is no contradiction: people who write down a number seldom know the rule."""
    last = int(year[2:])
    if year.startswith("20"):
        most = _LAST_OF_4_AND_9 if seventh in "49" else _LAST_OF_5_TO_8
        return seventh in "0123" or last > most
    return year.startswith("19") and seventh in "49" and last < _EARLIEST


def is_of_our_days(year: str, seventh: str) -> bool:
    """Return True if a year of two digits is one of these years, and not the birth of anybody: with this seventh digit,
    whoever had the number would be born before 1930."""
    return len(year) == len("26") and year < "30" and seventh in "0123"


def is_date(day: int, month: int, year: int) -> bool:
    """Return True if the date exists; a year of two digits may be in any century."""
    try:
        date(year if year > 99 else 2000 + year, month, day)  # 2000 was a leap year, and 1900 was not
    except ValueError:
        return False
    return True
