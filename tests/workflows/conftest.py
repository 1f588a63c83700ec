"""The forge files that the tests of this folder read: the repository's own, and those of a new publication."""

import pytest

from tests.forge import LANGUAGES, REPOSITORY, ForgeFiles, begun_forge


@pytest.fixture(scope="session", params=["repository", *LANGUAGES])
def forge_files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ForgeFiles:
    if request.param == "repository":
        return REPOSITORY
    return begun_forge(tmp_path_factory.mktemp("begun") / request.param, request.param)
