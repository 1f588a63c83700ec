"""Stories to their passports: the part of the editorial process that readers may know. Who nodded is left out, even by
role."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.handbook import Handbook
from ...model.shown import Shown
from ...model.texts.answers import Answer, Response
from ...model.texts.nods import NodKind
from ...model.texts.story import Origin, Story
from ...model.view import View
from ..kit import Views
from .model import Nodded, Passport


@dataclass(frozen=True, kw_only=True)
class PassportView(View):
    """The passport of one story."""

    passport: Passport


def plan(shown: Shown, _: Views) -> Mapping[str, View]:
    """Return a view of the passport of each story, by the story's path."""
    return {
        shown_story.story.path: PassportView(
            story_codes=(shown_story.story.code,),
            subject=shown_story.story.path,
            passport=passport_of(shown.handbook, shown_story.story),
        )
        for shown_story in shown.stories
    }


def passport_of(handbook: Handbook, story: Story) -> Passport:
    """Return a story's passport. A response that declines is left out: the page of the outcome shows it without the
    story."""
    settings = handbook.settings
    # A draft in a preview may be incomplete; the checks report what it lacks.
    response = story.response if story.response and _says_yes(story.response) else None
    decision = story.decision if story.decision and story.decision.date and story.decision.group else None
    doubts = decision.doubts if decision else ()
    selection = settings.selection
    chosen = selection and selection.date and story.id in selection.stories
    return Passport(
        invented=story.origin is Origin.ILLUSTRATIVE,
        told=story.told,
        because=story.because if story.origin is Origin.COLLECTED else "",
        review_by=story.review_by,
        nodded=_nodded(handbook, story),
        decision=decision,
        doubts=tuple((_criterion(handbook, doubt.criterion), doubt.why) for doubt in doubts),
        response=response,
        goal=settings.direction(response.goal) if response else None,
        selection=selection if chosen else None,
        consent=story.consent,
        mentioned=story.mentioned,
        loose=handbook.loose_answers(story),
    )


def _says_yes(response: Response) -> bool:
    return response.answer is Answer.CHOSEN and bool(response.date and response.role and response.reason)


def _nodded(handbook: Handbook, story: Story) -> Nodded | None:
    """Return the number of valid nods; one to an earlier text does not count."""
    if not story.contributors:
        return None
    standings = handbook.nods(story)
    nods = [nod.contributor.nod for nod in standings.nods if nod.standing.counts and nod.contributor.nod]
    days = [nod.date for nod in nods if nod.date]
    approved = sum(nod.kind is NodKind.FORGE for nod in nods)
    # Sorted, so that the order tells nothing of who nodded.
    records = tuple(sorted({nod.record for nod in nods if nod.record}))
    return Nodded(
        given=standings.given,
        of=len(story.contributors),
        latest=max(days, default=None),
        approved=approved,
        noted=len(nods) - approved,
        records=records,
    )


def _criterion(handbook: Handbook, id: str) -> str:
    """Return the name of a criterion, or its id if it is unknown."""
    known = (criterion.name for criterion in handbook.settings.criteria if criterion.id == id)
    return next(known, id)
