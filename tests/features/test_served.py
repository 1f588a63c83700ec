"""What those that the organisation serves are called is a setting, and no text of ours knows better."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hverdag.model.shown import Shown
from hverdag.pipeline.outputs import render_views
from hverdag.pipeline.plan import plan_site
from tests import pdf
from tests.conftest import TODAY, Publication, copied, read
from tests.features.customers.measured import give_measurement
from tests.features.evaluation.answered import give_courses

WORDS = {"da": "{one: beboer, many: beboere, the_one: beboeren, the_many: beboerne}"}
WORDS["en"] = "{one: resident, many: residents, the_one: the resident, the_many: the residents}"
USUAL = {"da": re.compile(r"borger", re.IGNORECASE), "en": re.compile(r"citizen", re.IGNORECASE)}
OWN = {"da": "beboer", "en": "resident"}
COUNTS = "frozen: 2026-11-02\nrows: [{count: served, part: viben, cells: [12], of: 24}]\n"
SECTIONS = "telling:\n  form: https://svar.lilleby.example/fortael\n"


def publication_of(folder: Path, language: str, served: str) -> Publication:
    """A publication with everything that speaks of those it serves, and no such word in its own texts."""
    made = give_courses(give_measurement(copied("good", folder)))
    made.write("values/counts/tillid-foraar.yml", COUNTS)
    text = (made.root / "values/handbook.yml").read_text("utf-8")
    made.write("values/handbook.yml", f"{text}{SECTIONS}{served}")
    if language == "en":
        made.in_english()
    return made


@pytest.fixture(scope="module", params=("da", "en"))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Publication]:
    language = str(request.param)
    made = publication_of(tmp_path_factory.mktemp(language), language, f"served: {WORDS[language]}\n")
    report = made.build()
    assert report.built, report.problems
    return language, made


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file that readers or editors get, with all that is written in it."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".pdf":
            yield name, " ".join(pdf.pages(pdf.read(path)))
        elif path.suffix == ".docx":
            with zipfile.ZipFile(path) as word:
                parts = (word.read(part).decode() for part in word.namelist() if part.endswith(".xml"))
                yield name, " ".join(re.sub(r"<[^>]+>", "", part) for part in parts)
        elif path.suffix in (".html", ".js", ".json", ".csv", ".txt", ".ics", ".xml", ".svg"):
            yield name, path.read_text("utf-8")


def test_no_page_paper_or_word_file_has_the_usual_word(built: tuple[str, Publication]) -> None:
    language, made = built
    files = [*texts(made.site), *texts(made.root / "private")]
    assert {Path(name).suffix for name, _ in files} >= {".html", ".pdf", ".docx", ".csv", ".js"}
    found = {
        name: text[at.start() - 60 : at.end() + 60] for name, text in files if (at := USUAL[language].search(text))
    }
    assert found == {}
    assert len([name for name, text in files if OWN[language] in text]) >= 6
    assert any("viben.html" in name for name, _ in files)


def test_without_the_setting_the_usual_word_is_used(tmp_path: Path) -> None:
    made = publication_of(tmp_path, "da", "")
    outputs = render_views(plan_site(Shown(read(made.root), TODAY)), {}, "da")
    told = [*(page.content for page in outputs.pages), *(paper.data for paper in outputs.papers)]
    assert len([text for text in told if USUAL["da"].search(text)]) >= 3


def test_a_form_that_is_missing_is_told_with_the_line(good: Publication) -> None:
    good.change("values/handbook.yml", "accessibility:", "served:\n  one: medlem\n  many: medlemmer\naccessibility:")
    found = {(one.rule, one.parameters["given"], one.source.line) for one in good.problems() if one.is_error}
    assert found == {("required-field", "the_one", 10), ("required-field", "the_many", 10)}
