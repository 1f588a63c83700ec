"""axe and QualWeb find nothing in any state, and every type of page is in one."""

import pytest

from tests.chromium import too_wide

from .axe import LOOKS, axe, look
from .conftest import Publications, Reach
from .finding import left
from .page_types import page_file, page_types
from .publications import COURSE, SAMPLE
from .qualweb import qualweb
from .states import STATES, State

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("state", STATES, ids=[state.name for state in STATES])
def test_qualweb_finds_nothing_and_axe_in_any_look(reach: Reach, state: State) -> None:
    with reach(state) as visit:
        source = visit.page.context.request.get(visit.page.url).text() if visit.page.url.startswith("http") else ""
        found = list(left(qualweb(visit.page, source), visit.page))
        sizes = set()
        for width, colours, text in LOOKS:
            look(visit.page, width, colours, text)
            told = left(list(axe(visit.page, by_colours=(width, text) in sizes)), visit.page)
            sizes.add((width, text))
            if too_wide(visit.page) > 0:
                told.append(f"{too_wide(visit.page)} px too wide")
            found += [f"{width} px, {colours} colours, text of {text} px: {one}" for one in told]
    assert not found, "\n".join(found)


def test_every_type_of_page_is_in_a_state(publications: Publications) -> None:
    """A new feature, a new hand-written page of the sample, or something new in a slot must be looked at too."""
    pages: dict[str, list[str]] = {}
    seen: set[str] = set()
    for name in (SAMPLE, COURSE):
        publication = publications(name)
        assert publication.site
        assert publication.folder
        looked_at = {page_file(state.address) for state in STATES if state.publication == name}
        for path, types in page_types(publication.site, publication.folder).items():
            if path in looked_at:
                seen |= types
            for one in types:
                pages.setdefault(one, []).append(f"{name}: {path}")
    assert len(pages) > 15
    missed = {one: paths[0] for one, paths in pages.items() if one not in seen}
    assert not missed, "a line in tests/access/states.py for each of these types, with a page of it"
