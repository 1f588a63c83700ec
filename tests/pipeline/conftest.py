"""What many tests of the pipeline only look at is built once."""

import shutil

import pytest

from tests.conftest import GOLDEN, Publication


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The golden publication as it is, built once for a module; whoever changes it or builds it anew takes `good`."""
    root = tmp_path_factory.mktemp("built") / "good"
    shutil.copytree(GOLDEN / "good", root)
    publication = Publication(root)
    report = publication.build()
    assert report.built, report.problems
    return publication
