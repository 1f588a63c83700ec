"""A consent that has ended in one story has ended in every other that names it, also in a copy under another code."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from ..model.declared import Place
from ..model.handbook import Handbook
from ..model.problem import Problem
from ..model.texts.consent import folded_reference
from ..model.texts.story import SEEN, Story
from ..vcs.commits import is_shallow
from ..vcs.history import withdrawn_before
from .consent_rule import SHALLOW


def with_dead_consents(root: Path, handbook: Handbook, today: date) -> Handbook:
    """Return the handbook in which each story knows the consents that it names and that have ended elsewhere. Git is
    asked for those that were withdrawn before, if any story names a consent."""
    if not any(story.consent or story.mentioned for story in handbook.stories):
        return handbook
    dead = {**withdrawn_before(root, handbook.story_by_path), **dict(_ended(handbook, today))}
    dead.pop("", None)
    if not dead:
        return handbook
    return handbook.with_documents(Story, (_told(story, dead, today) for story in handbook.stories))


def history_problems(root: Path, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem, at the first story with a consent, if git cannot tell here which consents were withdrawn."""
    story = next((story for story in handbook.stories if story.consent and story.state in SEEN), None)
    if story and is_shallow(root):
        yield SHALLOW.at(story.at("consent"))


def _ended(handbook: Handbook, today: date) -> Iterator[tuple[str, str]]:
    for story in handbook.stories:
        if story.consent and story.has_ended(today):
            yield folded_reference(story.consent.reference), story.path


def _told(story: Story, dead: Mapping[str, str], today: date) -> Story:
    """Return a story with its dead consents; one whose own has ended, as it is."""
    if story.has_ended(today):
        return story
    found: dict[Place, str] = {}
    for place, reference in story.consent_references:
        ended_in = dead.get(folded_reference(reference))
        if ended_in:
            found[place] = ended_in
    return story.model_copy(update={"ended_elsewhere": found}) if found else story
