"""The golden publication with a course, for the features that tell of it."""

import pytest

from tests.conftest import Publication, copied
from tests.golden_course import give_course


@pytest.fixture
def course(good: Publication) -> Publication:
    return give_course(good)


@pytest.fixture(scope="session")
def built_course(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The same, built once: for tests that only look at it."""
    made = give_course(copied("good", tmp_path_factory.mktemp("course")))
    report = made.build()
    assert report.built, report.problems
    return made
