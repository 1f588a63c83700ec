"""Handbook to short addresses: one for every code that stands on paper, also where what it stood for is gone."""

from collections.abc import Iterable, Iterator, Sequence
from string import digits

from ..model.handbook import Handbook
from ..model.meeting import Guide
from ..model.printable import Printable
from ..model.shortcut import Coded, Shortcut
from ..model.texts.consent import Channel
from ..model.texts.story import State, Story


def assemble_shortcuts(
    handbook: Handbook, stories: Sequence[Story], guides: Sequence[Guide], printed: Sequence[Printable]
) -> tuple[Shortcut, ...]:
    """Return a short address for each value, story, method, guide and printable, and for each code that is retired."""
    by_code: dict[str, list[Printable]] = {}
    for printable in printed:
        by_code.setdefault(printable.code, []).append(printable)
    found: dict[str, Shortcut] = {}
    subjects: Iterable[Coded] = (*handbook.values, *stories, *handbook.methods, *guides, *printed)
    for subject in subjects:
        shortcut = Shortcut(subject.code, subject, tuple(by_code.get(subject.code, ())))
        found.setdefault(subject.code.casefold(), shortcut)
    for code in _gone(handbook):
        found.setdefault(code.casefold(), Shortcut(code))
    return tuple(found.values())


def _gone(handbook: Handbook) -> Iterator[str]:
    """The codes of what has been taken out, and of every guide that was made with it. A method's code is known by its
    letters."""
    taken_out = [story.code for story in handbook.stories if story.state is State.RETIRED and story.code]
    methods = [method.code for method in handbook.methods]
    letters = {code.rstrip(digits) for code in methods}
    gone_methods = [code for code in handbook.settings.retired if code.rstrip(digits) in letters]
    gone = [code for code in (*handbook.settings.retired, *taken_out) if code not in gone_methods]
    subjects = [*(value.code for value in handbook.values), *(story.code for story in handbook.published)]
    yield from (*gone, *gone_methods)
    yield from (f"{code}-{method}" for code in gone for method in (*methods, *gone_methods))
    yield from (f"{subject}-{method}" for subject in subjects for method in gone_methods)
    off_paper = [story.code for story in handbook.published if not story.allows(Channel.PRINT)]
    yield from (f"{code}-{method}" for code in off_paper for method in methods)
