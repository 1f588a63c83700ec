"""How many people something is for, in words."""

from ...locale import Catalogue


def group_size(fewest: int | None, most: int | None, words: Catalogue) -> str:
    """Return how many people something is for; an empty string if nothing says so."""
    if fewest and most:
        if fewest == most:
            return words.count("{number} person", "{number} people", most)
        return words.say("{fewest} to {most} people", fewest=fewest, most=most)
    if most:
        return words.say("at most {most} people", most=most)
    return words.say("at least {fewest} people", fewest=fewest) if fewest else ""
