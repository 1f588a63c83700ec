"""What a review says first, before the stories: what nobody nods to, and nods that may be none."""

from collections.abc import Iterator

from ..locale import Catalogue
from ..model.editorial.review import Review
from .markdown_escape import LONGEST, plain, shortened
from .outside_labels import outside
from .review_labels import ReviewWords

LARGEST_OPENING = 20_000
"""Characters of what nobody nods to, a third of the report; where there is more, nothing of it is quoted."""

MOST_APPROVERS = 100


def opening(review: Review, words: Catalogue) -> Iterator[str]:
    """Yield the parts of the report that come first, as Markdown."""
    yield from _forge(review, words)
    yield from _approvers(review, words)
    if review.outside:
        whole = outside(review.outside, words, details=True)
        yield whole if len(whole) <= LARGEST_OPENING else outside(review.outside, words, details=False)
    if review.loosened:
        names = ", ".join(words.say(name).lower() for name in review.loosened)
        yield f"**{words.say('Mind this')}:** {words.say('The handbook no longer demands: {names}.', names=names)}"


def _forge(review: Review, words: Catalogue) -> Iterator[str]:
    """Yield what is to be said of nods that are written as ones from the forge."""
    if review.unconfirmed:
        title = words.say("Stop: these nods say that they were given in the proposal, and GitHub does not confirm it.")
        labels = ReviewWords(words)
        lines = (
            f"- {plain(f'{story.story.heading}, {role}')}: {plain(labels.forge(story.forge[role]))}"
            for story, role in review.unconfirmed
        )
        yield f"**{title}**\n\n" + "\n".join(lines)
    if review.is_forge_unasked:
        yield f"*{words.say('Nods from approvals have not been checked against GitHub here.')}*"


def _approvers(review: Review, words: Catalogue) -> Iterator[str]:
    """Yield who has approved as whom: the forge knows accounts, and only people know whose they are."""
    lines = [
        f"- {plain(shortened(name, LONGEST))}: {plain(f'{role} ({story.story.heading})')}"
        for story in review.stories
        for role, name in story.approvers.items()
    ]
    if len(lines) > MOST_APPROVERS:
        lines = [*lines[:MOST_APPROVERS], f"- {words.say('and {number} more', number=len(lines) - MOST_APPROVERS)}"]
    if lines:
        title = words.say("These accounts have approved. See that each belongs to the one it speaks for.")
        yield f"**{title}**\n\n" + "\n".join(lines)
