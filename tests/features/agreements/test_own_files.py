"""The files of each workplace: what the leader's page reads, a page to print, and nothing of any other workplace."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from hverdag.cli import cli
from hverdag.host.mkdocs import render_site
from hverdag.model.language import Language
from hverdag.parse.csv_table import read_table
from hverdag.pipeline import build
from hverdag.workflows.agreements.columns import columns
from tests.conftest import TODAY, Publication
from tests.features.agreements.agreed import DAYS, PUBLIC, SECRETS, WORDS, with_agreements
from tests.private_traces import traces
from tests.verapdf import findings

HOME = "private/agreements"


def make(publication: Publication, *words: str) -> Result:
    asked = ["agreements", "-C", str(publication.root), "--today", str(TODAY), *words]
    return CliRunner().invoke(cli, asked, catch_exceptions=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = with_agreements(tmp_path_factory.mktemp("own"))
    done = make(publication)
    assert done.exit_code == 0, done.output
    return publication


def pdf_of(publication: Publication, id: str) -> PdfReader:
    return PdfReader(io.BytesIO((publication.root / HOME / f"{id}.pdf").read_bytes()))


def said(publication: Publication, id: str) -> str:
    return " ".join("".join(page.extract_text() for page in pdf_of(publication, id).pages).split())


def test_those_who_have_agreed_on_something_have_two_files_each(made: Publication) -> None:
    names = sorted(one.name for one in (made.root / HOME).iterdir() if not one.name.startswith("."))
    assert names == ["bakken.csv", "bakken.pdf", "rylen.csv", "rylen.pdf", "viben.csv", "viben.pdf"]


def test_the_page_holds_what_is_still_to_be_looked_at_with_what_is_overdue_first(made: Publication) -> None:
    told = said(made, "rylen")
    assert told.index("kaffekanden") < told.index("hver fredag")
    assert "Skulle være set på igen den 1. oktober 2026." in told
    assert "Døren" in told and "(F01)" in told
    assert "I har set på alt det, I har aftalt." in said(made, "viben")
    assert "Vi har ikke ordene." in said(made, "bakken")


def test_each_holds_its_own_alone(made: Publication) -> None:
    for id, others in (("rylen", ("Viben", "skuret")), ("viben", ("Rylen", "kaffekanden")), ("bakken", ("Rylen",))):
        csv = (made.root / HOME / f"{id}.csv").read_text("utf-8-sig")
        assert not [word for word in others if word in csv + said(made, id)]


def test_the_file_is_read_as_the_command_reads_it(made: Publication) -> None:
    table = read_table((made.root / HOME / "rylen.csv").read_bytes(), columns(Language.DANISH))
    assert [row["agreement"] for row in table.rows] == [f"{SECRETS[0]}.", f"{SECRETS[1]}."]
    done = CliRunner().invoke(
        cli, ["agreements", str(made.root / HOME / "rylen.csv"), "-C", str(made.root), "--today", str(TODAY), "--yes"]
    )
    assert (done.exit_code, "Der er ikke noget nyt i filen." in done.output) == (0, True)


def test_it_is_one_page_of_pdf_ua_however_much_was_agreed(tmp_path: Path) -> None:
    rows = "".join(f"  - {{date: 2026-09-{at:02}, workplace: rylen, review: 2026-10-01}}\n" for at in range(1, 13))
    words = "".join(
        f"  - {{date: 2026-09-{at:02}, workplace: rylen, agreement: {'Vi lytter længe nok ' * 9}}}\n"
        for at in range(1, 13)
    )
    publication = with_agreements(tmp_path, f"agreements:\n{rows}", f"agreements:\n{words}")
    assert make(publication).exit_code == 0
    assert len(pdf_of(publication, "rylen").pages) == 1
    assert "flere står i filen." in said(publication, "rylen")
    assert findings([publication.root / HOME / "rylen.pdf"]) == {publication.root / HOME / "rylen.pdf": []}


def test_a_story_that_may_not_be_printed_is_not_named(tmp_path: Path) -> None:
    publication = with_agreements(tmp_path, PUBLIC.replace("F01", "F02"), WORDS.replace("F01", "F02"))
    publication.change("stories/vinduet.md", "state: published", "state: in-review")
    done = make(publication)
    assert done.exit_code == 0, done.output
    assert "Vinduet" not in said(publication, "rylen")
    assert "F02" in said(publication, "rylen")


@pytest.mark.parametrize("output", ["site", "docs", "values/agreements", "private/wordings", "private/receipts", "."])
def test_they_never_lie_where_they_get_into_git_or_the_site(made: Publication, output: str) -> None:
    before = sorted(made.root.rglob("*"))
    done = make(made, "--output", str(made.root / output))
    assert (done.exit_code, "kan ikke ligge i" in done.output) == (1, True)
    assert sorted(made.root.rglob("*")) == before


def test_what_somebody_has_written_is_never_deleted(tmp_path: Path) -> None:
    publication = with_agreements(tmp_path)
    make(publication)
    (publication.root / HOME / "rylen.csv").write_text("min egen", "utf-8")
    done = make(publication)
    assert (done.exit_code, "rylen.csv" in done.output) == (1, True)
    assert (publication.root / HOME / "rylen.csv").read_text("utf-8") == "min egen"


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (WORDS.replace("workplace: viben", "workplace: vibben"), "»vibben«"),
        (WORDS.replace("Det blev stille", "010190-1234 blev stille"), "cpr-nummer"),
        (WORDS.replace("date: 2026-09-10", "dag: 2026-09-10"), "dag"),
    ],
)
def test_faults_in_private_are_told_and_nothing_is_made(tmp_path: Path, words: str, rule: str) -> None:
    publication = with_agreements(tmp_path, PUBLIC, words)
    done = make(publication)
    assert (done.exit_code, rule in done.output) == (1, True)
    assert "010190" not in done.output
    assert not (publication.root / HOME).exists()


@pytest.mark.slow
def test_nothing_of_a_workplace_is_in_the_site_the_zip_file_or_the_search(tmp_path: Path) -> None:
    publication = with_agreements(tmp_path)
    make(publication)
    report = publication.build()
    assert report.built, report.problems
    bundle = tmp_path / "haandbog.zip"
    assert build.offline(publication.root, TODAY, bundle, render_site).built
    names = ("Rylen", "Viben", "Bakken")
    assert traces(publication, [*SECRETS, *DAYS, *names], bundle) == []
    assert traces(publication, ["Vinduet stod åbent"], bundle), "the site is looked through"
    overview = (publication.root / "private/built/aftaler/oversigt.csv").read_text("utf-8-sig")
    assert "Rylen;A001;2026-09-03;F01;M01;2026-10-01;;Den skulle være set på igen den 1. oktober 2026." in overview
    assert not [words for words in SECRETS if words in overview]
