"""What a passport says of a story that is made up: its course is made up too."""

from ..locale import Catalogue
from ..model.passport import Passport


def invented_parts(passport: Passport | None, words: Catalogue) -> str:
    """Return what there is of an invented story's course, as `nods, decision and response`; nothing where there is
    none."""
    if passport is None or not passport.invented:
        return ""
    named = (
        (passport.nodded, words.say("nods")),
        (passport.decision, words.say("decision")),
        (passport.response, words.say("response")),
    )
    found = [name for part, name in named if part]
    if len(found) < 2:
        return "".join(found)
    return words.say("{some} and {last}", some=", ".join(found[:-1]), last=found[-1])
