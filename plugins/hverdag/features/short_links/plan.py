"""Codes to short addresses, which lead to the views with that code in the features before this one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from string import digits

from ...model.addresses import HANDBOOK_CODE
from ...model.build_target import BuildTarget
from ...model.handbook import Handbook
from ...model.message import Message, Words
from ...model.once import Rounds
from ...model.shown import Shown
from ...model.texts.consent import Channel
from ...model.texts.story import State
from ...model.view import NO_STORIES, Coded, Lead, View
from ..index import Index


@dataclass(frozen=True, kw_only=True)
class ShortView(View):
    """The page of a code on paper: the kind and the title of its subject, and its links. The title is None if the
    subject has been taken out of the handbook."""

    code: str
    name: Message | None = None
    title: Words | None = None
    leads: tuple[Lead, ...] = ()


_ROUNDS = Rounds[ShortView]()


def plan(shown: Shown, index: Index) -> Iterator[View]:
    """Yield a view for each code, retired ones included. Only the site on a server has short addresses: the offline
    edition has no address to type."""
    if shown.target is not BuildTarget.SERVER:
        return
    by_code: dict[str, list[Coded]] = {}
    for coded in index.coded:
        by_code.setdefault(coded.code.casefold(), []).append(coded)
    _ROUNDS.begin()
    for code, same_code in by_code.items():
        yield _ROUNDS.get(code, tuple(same_code), partial(_view, same_code))
    gone = {code.casefold(): code for code in reversed(list(_gone(shown.handbook)))}
    for code in dict.fromkeys(code.casefold() for code in _gone(shown.handbook)):
        if code not in by_code:
            yield ShortView(story_codes=NO_STORIES, code=gone[code])


def _view(same_code: Sequence[Coded]) -> ShortView:
    """Return the page of the first subject with a code, with links to printables with the same code, such as the poster
    of a value."""
    first = same_code[0]
    printed = [
        printed_thing
        for printed_thing in same_code[1:]
        if printed_thing.is_printed and printed_thing.code == first.code
    ]
    leads = (*first.leads, *(lead for printed_thing in printed for lead in printed_thing.leads))
    return ShortView(story_codes=first.story_codes, code=first.code, name=first.kind, title=first.title, leads=leads)


def _gone(handbook: Handbook) -> Iterator[str]:
    """Yield the codes of everything that has been taken out, and of every guide made with it. A method's code is
    recognised by its letters."""
    taken_out = [story.code for story in handbook.stories if story.state is State.RETIRED and story.code]
    methods = [method.code for method in handbook.methods]
    letters = {code.rstrip(digits) for code in methods}
    gone_methods = [code for code in handbook.settings.retired if code.rstrip(digits) in letters]
    gone = [code for code in (*handbook.settings.retired, *taken_out) if code not in gone_methods]
    texts = (*handbook.values, *handbook.published)
    subjects = [*(text.code for text in texts), HANDBOOK_CODE]
    yield from (*gone, *gone_methods)
    yield from (f"{code}-{method}" for code in gone for method in (*methods, *gone_methods))
    yield from (f"{subject}-{method}" for subject in subjects for method in gone_methods)
    off_paper = [story.code for story in handbook.published if not story.allows(Channel.PRINT)]
    yield from (f"{code}-{method}" for code in off_paper for method in methods)
