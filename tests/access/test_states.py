"""axe and QualWeb find nothing in any state, and every type of page is in one."""

import pytest

from tests.chromium import too_wide

from .axe import LOOKS, axe, look
from .conftest import Publications, Reach
from .finding import left
from .page_types import INDEX, page_types
from .publications import COURSE, SAMPLE
from .qualweb import qualweb
from .states import STATES, State

pytestmark = pytest.mark.browser
every_state = pytest.mark.parametrize("state", STATES, ids=[state.name for state in STATES])


@every_state
def test_axe_finds_nothing_in_any_look(reach: Reach, state: State) -> None:
    found: list[str] = []
    with reach(state) as visit:
        for width, colours, text in LOOKS:
            look(visit.page, width, colours, text)
            told = left(list(axe(visit.page)), visit.page)
            if too_wide(visit.page) > 0:
                told.append(f"{too_wide(visit.page)} px too wide")
            found += [f"{width} px, {colours} colours, text of {text} px: {one}" for one in told]
    assert not found, "\n".join(found)


@every_state
def test_qualweb_finds_nothing(reach: Reach, state: State) -> None:
    with reach(state) as visit:
        source = visit.page.context.request.get(visit.page.url).text() if visit.page.url.startswith("http") else ""
        found = left(qualweb(visit.page, source), visit.page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", [SAMPLE, COURSE])
def test_every_type_of_page_is_in_a_state(publications: Publications, name: str) -> None:
    publication = publications(name)
    assert publication.site
    assert publication.folder
    types = page_types(publication.site, publication.folder)
    looked_at = {state.address.partition("?")[0] for state in STATES if state.publication == name}
    seen = {one for path in looked_at for one in types[path if path.endswith(".html") else f"{path}{INDEX}"]}
    if name != SAMPLE:
        sample = publications(SAMPLE)
        assert sample.site
        assert sample.folder
        seen |= {one for found in page_types(sample.site, sample.folder).values() for one in found}
    missed = {one: path for path, found in types.items() for one in found - seen}
    assert not missed, "a line in tests/access/states.py for each of these types, with one of its pages"
