"""How the nods of a handbook came into its stories, in one sentence."""

from collections import Counter

from ..locale import Catalogue
from ..model.handbook import Handbook
from ..model.texts.nods import NodKind


def nod_kinds(handbook: Handbook, words: Catalogue) -> str:
    """Return how many nods count, of each kind; an empty string if there are none."""
    standings = (nod for story in handbook.stories for nod in handbook.nods(story).nods)
    counts = Counter(nod.contributor.nod.kind for nod in standings if nod.standing.counts and nod.contributor.nod)
    if not counts:
        return ""
    return words.say(
        "Nods: {approved} approved in the proposal, {recorded} written down by the editors with a record, and {noted} "
        "without one.",
        approved=counts[NodKind.FORGE],
        recorded=counts[NodKind.RECORDED],
        noted=counts[NodKind.NOTED],
    )
