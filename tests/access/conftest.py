"""States, reached in a real Chromium."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

import pytest

from hverdag.pipeline.result import Built
from tests.chromium import Visit, Window, visiting

from .publications import SAMPLE, Served, opened
from .states import State

Publications = Callable[[str], Served]
Reach = Callable[[State], AbstractContextManager[Visit]]


@pytest.fixture(scope="session")
def publications(built_sample: Built, address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publications]:
    """Give a publication by its name; each is built and served when it is first asked for."""
    held = {SAMPLE: Served(address, built_sample.path.resolve(), built_sample.site)}
    with ExitStack() as stack:

        def publication(name: str) -> Served:
            if name not in held:
                held[name] = stack.enter_context(opened(name, tmp_path_factory.mktemp(name)))
            return held[name]

        yield publication


@pytest.fixture
def reach(window: Window, publications: Publications) -> Reach:
    """Open a page and bring it into a state. Afterwards see that nothing left the server and nothing failed."""

    @contextmanager
    def reached(state: State) -> Iterator[Visit]:
        with visiting(window, publications(state.publication).address) as visit:
            visit.page.set_viewport_size({"width": 1280, "height": 900})
            if state.before:
                state.before(visit.page)
            visit.open(state.address)
            if state.reach:
                state.reach(visit.page)
            yield visit

    return reached
