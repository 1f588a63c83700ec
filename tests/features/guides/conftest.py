"""The golden publication with a chain of talks, built once."""

import pytest

from tests.conftest import Publication, copied
from tests.features.guides.chain_methods import give_chain, give_page


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The publication with the chain: for tests that only look at it."""
    made = give_page(give_chain(copied("good", tmp_path_factory.mktemp("chain"))))
    report = made.build()
    assert report.built, report.problems
    return made
