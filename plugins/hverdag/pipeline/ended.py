"""Which addresses a change would end: those that readers had, and that lead nowhere now."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..check.left_over import is_anothers, is_the_sample
from ..features.claim import Claim
from ..features.registry import registry
from ..model.addresses import page_address
from ..model.declared import fields
from ..model.former import address_key, former_line
from ..model.handbook import Handbook
from ..model.problem import Problem, Source
from ..model.texts.document import Document
from ..model.texts.story import SEEN, Story
from ..privacy import holds_number
from . import ended_rules as rules
from .base import handbook_at_base
from .read import ReadPublication


def ended_since_base(publication: ReadPublication, today: date) -> tuple[Problem, ...]:
    """Return a problem for each address that the work here ends, compared with the branch that everyone shares. Without
    git there is none."""
    before = handbook_at_base(publication.root, publication.handbook)
    return tuple(ended(before, publication.handbook, today)) if before else ()


def ended(before: Handbook, now: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each address of an earlier handbook that is found no longer; one for all of a folder. None
    if this organisation cannot have published it."""
    if _was_never_published(before, now):
        return
    answered = _answered(now)
    lost = [claim for claim in _seen(before, today) if claim.address.casefold() not in answered]
    lost = [claim for claim in lost if not holds_number(claim.address)]
    for name in fields(type(before.settings.folders)):
        folder = str(getattr(before.settings.address_folders, name))
        inside = [claim for claim in lost if claim.address.startswith(f"{folder}/")]
        if inside and folder != getattr(now.settings.address_folders, name):
            yield _many(folder, inside, now.settings.at("folders", name), now)
            lost = [claim for claim in lost if claim not in inside]
    own = [claim for claim in lost if not claim.made_of]
    yield from (_own(claim, before, now) for claim in own)
    told = {claim.path for claim in own}
    left = [claim for claim in lost if claim.made_of and not told.intersection(claim.made_of)]
    for path in dict.fromkeys(claim.made_of[-1] for claim in left):
        of_one = [claim for claim in left if claim.made_of[-1] == path]
        yield _many(of_one[0].address.rpartition("/")[0].rpartition("/")[0], of_one, Source(path), now)


def _was_never_published(before: Handbook, now: Handbook) -> bool:
    """Return True if an earlier handbook was the sample, or still had texts of it for readers, which are refused."""
    if is_the_sample(now):
        return False
    unseen = {story.path for story in before.stories if not story.is_published}
    return is_the_sample(before) or any(
        is_anothers(document, now) for document in before.documents if document.path not in unseen
    )


def _claims(handbook: Handbook) -> Iterator[Claim]:
    yield from registry().claims(handbook)
    yield from (Claim(path, page_address(path)) for path in handbook.page_paths)


def _seen(handbook: Handbook, today: date) -> Iterator[Claim]:
    """Yield the addresses that readers of a handbook have. A story that consent had ended for may be deleted."""
    unseen = {story.path for story in handbook.stories if story.state not in SEEN or story.has_ended(today)}
    yield from (claim for claim in _claims(handbook) if claim.path not in unseen)


def _answered(handbook: Handbook) -> frozenset[str]:
    """Return the addresses, in lower case, where something is found: a page, a notice, or a pointer."""
    unseen = {story.path for story in handbook.stories if story.state not in SEEN and not story.is_faulty("state")}
    pages = (claim.address for claim in _claims(handbook) if claim.path not in unseen)
    lists = (f"{address}/" for address in registry().own_addresses(handbook))
    moves = (move.former for move in registry().moves(handbook))
    return frozenset(address.casefold() for address in (*pages, *lists, *moves, *handbook.retired_addresses))


def _own(claim: Claim, before: Handbook, now: Handbook) -> Problem:
    """Return the problem of a page that is no longer at its address."""
    was = next((document for document in before.documents if document.path == claim.path), None)
    same = next((one for one in now.documents if was and (one.code or one.path) == (was.code or was.path)), None)
    if isinstance(was, Story) and (same is None or (isinstance(same, Story) and same.state not in SEEN)):
        source = same.at("state") if same else Source(claim.path)
        return rules.STORY.at(source, given=claim.address)
    if same is not None:
        return rules.MOVED.at(same.at("code"), given=claim.address, line=_line(address_key(same), claim.address, now))
    if was is not None and was.code:
        line = _line(was.code, claim.address, now)
        return rules.RETIRED.at(Source(claim.path), given=claim.address, code=was.code, line=line)
    return rules.GONE.at(
        Source(claim.path), given=claim.address, line=_line(_instead(claim, before, now), claim.address, now)
    )


def _instead(claim: Claim, before: Handbook, now: Handbook) -> str:
    """Return what values/addresses.yml may call the page in the place of a hand-written page or a goal: the only new
    one of its kind, or else the front page."""
    if claim.path == before.settings.path:
        known = {goal.id for goal in before.settings.directions}
        new = [goal.id for goal in now.settings.directions if goal.id and goal.id not in known]
    else:
        folder = claim.path.rpartition("/")[0]
        new = [path for path in set(now.page_paths) - set(before.page_paths) if path.rpartition("/")[0] == folder]
    return new[0] if len(new) == 1 else "docs/index.md"


def _many(folder: str, claims: Iterable[Claim], source: Source, now: Handbook) -> Problem:
    """Return the problem of many addresses in one folder."""
    first = min(claims, key=lambda claim: claim.address)
    path = first.made_of[-1] if first.made_of else first.path
    of: Document | None = next((one for one in now.documents if one.path == path), None)
    key = address_key(of) if of else path
    return rules.MANY.at(source, folder=folder, given=first.address, line=_line(key, first.address, now))


def _line(key: str, address: str, handbook: Handbook) -> str:
    """Return the line of values/addresses.yml with one more former address."""
    return former_line(key, (*handbook.former_addresses.get(key, ()), address))
