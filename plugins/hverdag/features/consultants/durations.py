"""How long something takes, in words."""

from ...locale import Catalogue


def duration(minutes: int, words: Catalogue) -> str:
    """Return a number of minutes as hours and minutes: 2 hours, 1 hour 30 minutes, 45 minutes."""
    hours, rest = divmod(max(0, minutes), 60)
    parts = []
    if hours:
        parts.append(words.count("{number} hour", "{number} hours", hours))
    if rest or not hours:
        parts.append(words.count("{number} minute", "{number} minutes", rest))
    return " ".join(parts)


def group_size(fewest: int | None, most: int | None, words: Catalogue) -> str:
    """Return how many people something is for; an empty string if nothing says so."""
    if fewest and most:
        if fewest == most:
            return words.count("{number} person", "{number} people", most)
        return words.say("{fewest} to {most} people", fewest=fewest, most=most)
    if most:
        return words.say("at most {most} people", most=most)
    return words.say("at least {fewest} people", fewest=fewest) if fewest else ""
