"""The second half of the consent gate: views and files that tell of a story that may not be shown are refused."""

from collections.abc import Iterable, Iterator

from ..model.addresses import PRINT
from ..model.artifact import Artifact, CopiedFile, DerivedPdf, Paper, WordFile
from ..model.problem import Problem, Source
from ..model.texts.consent import Channel
from .consent_gate import emptied_codes
from .consent_rule import EMPTIED
from .outputs import Outputs
from .plan import SitePlan

PlannedFile = Paper | DerivedPdf | WordFile | CopiedFile | Artifact
"""A file of a site that may yet have to be made."""


def refusals(plan: SitePlan, outputs: Outputs) -> Iterator[Problem]:
    """Yield a problem for each feature whose views name a story that was emptied, and for each file that tells of a
    story that it may not tell of."""
    yield from refused_views(plan)
    emptied = emptied_codes(plan.shown.handbook)
    for private in outputs.private:
        if emptied.intersection(private.story_codes):
            yield EMPTIED.at(Source(plan.settings.path), given=private.path)
    every = (outputs.papers, outputs.derived, outputs.documents, outputs.copies, outputs.artifacts)
    yield from refused_files(plan, (file for files in every for file in files))


def refused_views(plan: SitePlan) -> Iterator[Problem]:
    """Yield a problem for each feature whose views name a story that was emptied."""
    emptied = emptied_codes(plan.shown.handbook)
    slots = (filled for those in plan.slots.values() for filled in those)
    named = [(one.feature.id, one.view.story_codes) for one in plan.views]
    named += [(filled.slot.place, filled.view.story_codes) for filled in slots]
    for name, codes in named:
        if emptied.intersection(codes):
            yield EMPTIED.at(Source(plan.settings.path), given=name)


def refused_files(plan: SitePlan, files: Iterable[PlannedFile]) -> Iterator[Problem]:
    """Yield a problem for each file on paper that tells of a story without consent to paper."""
    stories = plan.shown.handbook.stories
    off_paper = frozenset(story.code for story in stories if story.code and not story.allows(Channel.PRINT))
    refused = emptied_codes(plan.shown.handbook) | off_paper
    for file in files:
        is_on_paper = not isinstance(file, Artifact) or file.path.startswith(f"{PRINT}/")
        if is_on_paper and refused.intersection(file.story_codes):
            yield EMPTIED.at(Source(plan.settings.path), given=file.path)
