"""Story to passport: what readers may know of its course. Who nodded is nobody's business, not even by role."""

from ..features.passport.model import Nodded, Passport
from ..model.handbook import Handbook
from ..model.texts.answers import Answer, Response
from ..model.texts.story import Origin, Story


def assemble_passport(handbook: Handbook, story: Story) -> Passport:
    """Return a story's passport. A response that declines is told on the page of the outcome, without the story."""
    settings = handbook.settings
    # A draft in a preview may be half-written; what it lacks is said by the checks.
    response = story.response if story.response and _says_yes(story.response) else None
    decision = story.decision if story.decision and story.decision.date and story.decision.group else None
    doubts = decision.doubts if decision else ()
    selection = settings.selection
    chosen = selection and selection.date and story.id in selection.stories
    return Passport(
        invented=story.origin is Origin.ILLUSTRATIVE,
        told=story.told,
        review_by=story.review_by,
        nodded=_nodded(handbook, story),
        decision=decision,
        doubts=tuple((_criterion(handbook, one.criterion), one.why) for one in doubts),
        response=response,
        goal=settings.goal(response.goal) if response else None,
        selection=selection if chosen else None,
        consent=story.consent,
        mentioned=story.mentioned,
    )


def _says_yes(response: Response) -> bool:
    return response.answer is Answer.CHOSEN and bool(response.date and response.role and response.reason)


def _nodded(handbook: Handbook, story: Story) -> Nodded | None:
    """Count the nods that stand; one to an earlier text is no yes to this one."""
    if not story.contributors:
        return None
    standings = handbook.nods(story)
    nods = [nod.contributor.nod for nod in standings.nods if nod.standing.counts and nod.contributor.nod]
    days = [nod.date for nod in nods if nod.date]
    return Nodded(standings.given, len(story.contributors), max(days, default=None))


def _criterion(handbook: Handbook, id: str) -> str:
    """A criterion as readers know it."""
    known = (criterion.name for criterion in handbook.settings.criteria if criterion.id == id)
    return next(known, id)
