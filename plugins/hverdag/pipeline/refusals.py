"""The second half of the consent gate: views and files that tell of a story that may not be shown are refused."""

from collections.abc import Iterator

from ..model.addresses import PRINT
from ..model.artifact import Artifact, CopiedFile, DerivedPdf, Paper, StoryCodes, WordFile
from ..model.problem import Problem, Source
from ..model.texts.consent import Channel
from .consent_gate import emptied_codes
from .consent_rule import EMPTIED
from .outputs import Outputs
from .plan import SitePlan


def refusals(plan: SitePlan, outputs: Outputs) -> Iterator[Problem]:
    """Yield a problem for each feature whose views name a story that was emptied, and for each file on paper that tells
    of a story without consent to paper."""
    emptied = emptied_codes(plan.shown.handbook)
    slots = (filled for those in plan.slots.values() for filled in those)
    named = [(one.feature.id, one.view.story_codes) for one in plan.views]
    named += [(filled.slot.place, filled.view.story_codes) for filled in slots]
    for name, codes in named:
        if emptied.intersection(codes):
            yield EMPTIED.at(Source(plan.settings.path), given=name)
    for private in outputs.private:
        if emptied.intersection(private.story_codes):
            yield EMPTIED.at(Source(plan.settings.path), given=private.path)
    stories = plan.shown.handbook.stories
    off_paper = frozenset(story.code for story in stories if story.code and not story.allows(Channel.PRINT))
    for path, codes in _on_paper(outputs):
        if (emptied | off_paper).intersection(codes):
            yield EMPTIED.at(Source(plan.settings.path), given=path)


def _on_paper(outputs: Outputs) -> Iterator[tuple[str, StoryCodes]]:
    files: tuple[Paper | DerivedPdf | WordFile | CopiedFile | Artifact, ...] = (
        *outputs.papers,
        *outputs.derived,
        *outputs.documents,
        *outputs.copies,
        *(artifact for artifact in outputs.artifacts if artifact.path.startswith(f"{PRINT}/")),
    )
    yield from ((file.path, file.story_codes) for file in files)
