"""What an editor is told when stories were taken out of the site although today's texts could not be built."""

from collections.abc import Iterator

from ..locale import Catalogue
from ..model.editorial.takedown import TakenOut

MOST_FILES = 20
"""Maximum number of missing files that are listed."""


def taken_out_text(taken_out: TakenOut, words: Catalogue, *, preview: bool = False) -> str:
    """Return a few lines: what was taken out, what the rest of the site is, and what is left to do. Of a preview, which
    no reader sees, only that it waits."""
    if preview:
        return words.say(
            "The preview could not be built. The earlier one is still there, but without {codes}, since nobody can "
            "tell now whether they may be shown. Correct the errors above and build again.",
            codes=", ".join(taken_out.codes),
        )
    return "\n".join(_lines(taken_out, words))


def _lines(taken_out: TakenOut, words: Catalogue) -> Iterator[str]:
    say = words.say
    yield say(
        "Today's texts could not be built, but the site no longer has: {codes}.", codes=", ".join(taken_out.codes)
    )
    if taken_out.commit and taken_out.of:
        yield say(
            "The rest of the site is as the texts were on {day} (commit {commit}).",
            day=words.day(taken_out.of),
            commit=taken_out.commit[:10],
        )
    elif taken_out.missing:
        yield say("These pages and files mentioned it too, and are missing until the handbook is built:")
        yield from (f"  {path}" for path in taken_out.missing[:MOST_FILES])
        if len(taken_out.missing) > MOST_FILES:
            yield f"  {words.say('and {number} more', number=len(taken_out.missing) - MOST_FILES)}"
    if taken_out.is_shallow:
        yield say("The clone here is not complete: there may be more. Run git fetch --unshallow.")
    yield say("Correct the errors above and build again. Then the whole site is as the texts are today.")
