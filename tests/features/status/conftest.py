"""The golden publication with workplaces, factors and next steps, built once with parts that others will add."""

from collections.abc import Iterator

import pytest

from hverdag.features.status import plan
from hverdag.model.shown import Shown
from hverdag.model.uptake.status import StatusPart
from tests.conftest import Publication, copied
from tests.features.status.parts import FINDERS
from tests.uptake import give_workplaces

_REAL = plan.status_of

SECTIONS = """
factors:
  - text: Nattevagterne kan ikke være med.
    owner: Lederen af hjemmeplejen
    status: To huse prøver <korte> møder.
    next: 2027-01-15
    log:
      - {date: 2026-11-02, text: Vi prøver klokken 22.}
  - text: Budgettet fylder.
    owner: Direktionen
    next: 2027-02-01
    log:
      - {date: 2026-10-02, text: Talt om på ledermødet.}
next_steps:
  - {what: Vi samler fortællinger., who: Værdigruppen, when: 2027-03-31}
  - {what: Vi holdt et kursus., who: HR-chefen, when: 2026-10-01, status: Tolv var med.}
"""


def with_others(shown: Shown) -> tuple[StatusPart, ...]:
    parts = (*_REAL(shown), *(part for find in FINDERS for part in find(shown)))
    own = {part.id: part for part in parts}
    return tuple(sorted(own.values(), key=lambda part: part.order))


def give_status(publication: Publication) -> Publication:
    give_workplaces(publication)
    settings = (publication.root / "values/handbook.yml").read_text("utf-8")
    publication.write("values/handbook.yml", settings + SECTIONS)
    return publication


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publication]:
    made = give_status(copied("good", tmp_path_factory.mktemp("status")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "status_of", with_others)
        report = made.build()
        assert report.built, report.problems
        yield made
