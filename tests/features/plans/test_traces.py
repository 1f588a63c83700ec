"""Nothing of a workplace's own is in the site, in a zip file or in the search."""

import gzip
import io
from pathlib import Path
from zipfile import ZipFile

import pytest
import typst

from hverdag.host.mkdocs import render_site
from hverdag.pipeline import build
from tests.conftest import TODAY, Publication, copied
from tests.features.plans.made import NAMES, SECRETS, SENTENCES, make
from tests.features.plans.test_received import PLANS
from tests.files_that_tell import pdf, word
from tests.private_traces import traces
from tests.uptake import give_workplaces

SOUGHT = "Vi mødtes i skuret bag hegnet"


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w") as packed:
        for name, content in files.items():
            packed.writestr(name.replace("_", "."), content)
    return made.getvalue()


PLANTED = {
    "a.html": "<p>Vi <em>mødtes</em>\n i sku<wbr>ret&nbsp;bag hegnet.</p>".encode(),
    "b.html": b'<img alt="Vi m&oslash;dtes i skuret bag hegnet">',
    "c.js": b'data({"t": "Vi m\\u00f8dtes i skuret\\nbag hegnet."})',
    "d.json": '{"t": "VI MØDTES I SKURET BAG HEGNET"}'.encode(),
    "e.pdf": pdf(SOUGHT),
    "f.pdf": pdf("Intet", title=SOUGHT),
    "g.docx": word("Vi mød", "tes i skuret ", "bag hegnet"),
    "h.docx": word("Intet", author=SOUGHT),
    "i.zip": zipped(a_zip=zipped(b_pdf=pdf(SOUGHT))),
    "j.xml.gz": gzip.compress(f"<a>{SOUGHT}</a>".encode()),
    "k/Vi mødtes i skuret bag hegnet.css": b"",
    "l.svg": f"<svg><title>{SOUGHT}</title></svg>".encode(),
    "m.html": b'<a href="?q=Vi%20m%C3%B8dtes%20i%20skuret%20bag%20hegnet">x</a>',
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_is_found(tmp_path: Path, name: str) -> None:
    publication = Publication(tmp_path)
    for path, content in (("index.html", b"<p>Intet</p>"), (name, PLANTED[name])):
        (publication.site / path).parent.mkdir(parents=True, exist_ok=True)
        (publication.site / path).write_bytes(content)
    found = traces(publication, [SOUGHT, "Noget helt andet"])
    assert found
    assert {one.found for one in found} == {SOUGHT}
    assert all(one.place.startswith(f"site/{name}") for one in found)


def test_what_a_typesetter_has_hyphenated_is_found(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    publication.site.mkdir()
    page = '#set page(width: 40mm)\n#set text(lang: "da", hyphenate: true)\n#set par(justify: true)\n'
    (publication.site / "a.pdf").write_bytes(typst.compile(f"{page}Arbejdspladsernes virksomhedsplanlægning".encode()))
    assert traces(publication, ["virksomhedsplanlægning"])


def test_a_short_name_is_found_as_a_word_and_not_by_chance(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    publication.site.mkdir()
    (publication.site / "a.html").write_text("<p>Et sted: <b>Åsen</b>.</p><p>Ry lengere</p>", "utf-8")
    assert [one.found for one in traces(publication, ["Åsen", "Rylen"])] == ["Åsen"]


@pytest.mark.slow
def test_nothing_of_a_workplace_is_in_the_site_the_zip_file_or_the_search(tmp_path: Path) -> None:
    publication = give_workplaces(copied("good", tmp_path))
    publication.write("private/receipts/2026-11.yml", SECRETS)
    publication.write("values/plans.yml", PLANS)
    make(publication)
    report = publication.build()
    assert report.built, report.problems
    bundle = tmp_path / "haandbog.zip"
    assert build.offline(publication.root, TODAY, bundle, render_site).built
    ways = ["virksomhedsplaner/mangler", "24. december 2026", "2026-12-24"]
    names = [name for name in NAMES.values() if name != "It"]  # that is a word in scripts, too
    assert traces(publication, [*SENTENCES.values(), *names, *ways], bundle) == []
    assert traces(publication, ["Vinduet stod åbent"], bundle), "the site is looked through"
