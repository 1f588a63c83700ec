"""The golden publication with workplaces and agreements, for the tests of what becomes of them."""

from pathlib import Path

from tests.conftest import Publication, copied
from tests.uptake import AELDRE, BOERN, give_workplaces

PUBLIC = """agreements:
  - {date: 2026-09-03, workplace: rylen, story: F01, method: M01, review: 2026-10-01}
  - {date: 2026-09-03, workplace: rylen, story: F01, method: M01, number: 2, review: 2027-03-04}
  - {date: 2026-09-10, workplace: viben, story: V01, method: M02, review: 2026-10-20, outcome: kept}
  - {date: 2026-10-05, workplace: bakken}
"""
WORDS = """agreements:
  - date: 2026-09-03
    workplace: rylen
    story: F01
    method: M01
    agreement: Vi lukker munden op om kaffekanden.
  - date: 2026-09-03
    workplace: rylen
    story: F01
    method: M01
    number: 2
    agreement: Vi går en runde i gården hver fredag.
  - date: 2026-09-10
    workplace: viben
    story: V01
    method: M02
    agreement: Vi banker på døren til skuret.
    happened: Det blev stille om morgenen.
"""
SECRETS = (
    "Vi lukker munden op om kaffekanden",
    "Vi går en runde i gården hver fredag",
    "Vi banker på døren til skuret",
    "Det blev stille om morgenen",
)
"""The words of the workplaces."""
DAYS = ("2026-10-01", "1. oktober 2026", "2027-03-04", "4. marts 2027", "2026-10-20", "20. oktober 2026")
"""The days on which single workplaces look at theirs again."""


def with_agreements(folder: Path, public: str = PUBLIC, words: str = WORDS) -> Publication:
    """Return the golden publication with the agreements of a few workplaces, and without receipts."""
    publication = give_workplaces(copied("good", folder))
    (publication.root / "values/receipts/2026.yml").unlink()
    publication.write("values/agreements/2026.yml", public)
    if words:
        publication.write("private/wordings/2026-09.yml", words)
    return publication


def of_many(number: int, outcome: str = "") -> str:
    """Return agreements of several workplaces, each with an outcome."""
    ids = [name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa") for name in (*BOERN, *AELDRE)]
    more = f", outcome: {outcome}" if outcome else ""
    rows = (f"  - {{date: 2026-10-{at + 1:02}, workplace: {id}{more}}}\n" for at, id in enumerate(ids[:number]))
    return "agreements:\n" + "".join(rows)
