"""Whole small publications: what goes in, what comes out, and every message, word for word.

`scripts/test --regenerate` writes the golden files anew; then the diff is read.
"""

import re
import shutil

import pytest

from hverdag.model.digest_name import without_digest
from hverdag.pipeline.read import read_and_check, read_texts
from hverdag.pipeline.show import show
from tests.conftest import GOLDEN, TODAY, Golden, Publication
from tests.golden_course import give_course


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_fault_is_found_in_one_run(faults: Publication, golden: Golden, language: str) -> None:
    prepared = read_and_check(faults.root, TODAY, language)
    golden(f"faults.{language}.txt", show(prepared, prepared.problems, "text"))
    assert len({problem.rule for problem in prepared.errors}) >= 25


@pytest.mark.parametrize("form", ["html", "json", "github"])
def test_every_form_says_the_same(faults: Publication, golden: Golden, form: str) -> None:
    prepared = read_and_check(faults.root, TODAY)
    golden(f"faults.{form}", show(prepared, prepared.problems, form))


def test_a_faulty_publication_is_not_built(faults: Publication) -> None:
    faults.write("site/index.html", "gammel")
    report = faults.build()
    assert not report.built
    assert faults.page("index.html") == "gammel"
    assert [path.name for path in faults.site.iterdir()] == ["index.html"]


def test_the_good_publication_becomes_this_site(good: Publication, golden: Golden) -> None:
    report = good.build()
    assert report.built, report.problems
    assert {problem.level for problem in report.problems} <= {"hint"}
    files = sorted(str(path.relative_to(good.site)) for path in good.site.rglob("*") if path.is_file())
    own = [name for name in files if not re.match(r"assets/(javascripts|stylesheets|images)/", name)]
    golden("good.files.txt", "\n".join(sorted(map(without_digest, own))) + "\n")


def article(publication: Publication, page: str) -> str:
    found = re.search(
        r'<article class="md-content__inner md-typeset">(.*)</article>\s*</div>\s*</div>\s*</main>',
        publication.page(page),
        re.S,
    )
    assert found is not None
    return re.sub(r"\.[b-v]{10}(?=\.(?:css|js)\")", "", found[1].strip()) + "\n"


@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "fortaellinger/doeren/index.html",
        "fortaellinger/index.html",
        "vaerdier/tillid/index.html",
        "metoder/kort/index.html",
        "guider/kort/doeren/index.html",
    ],
)
def test_pages_hold_this(built: Publication, golden: Golden, page: str) -> None:
    golden(f"good.{page.removesuffix('.html').replace('/', '-')}.html", article(built, page))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The golden publication with a course, built once."""
    root = tmp_path_factory.mktemp("course") / "good"
    shutil.copytree(GOLDEN / "good", root)
    publication = give_course(Publication(root))
    publication.build()
    return publication


@pytest.mark.parametrize("page", ["fortaellinger/doeren/index.html", "maal/maal-1-2/index.html", "bidrag/index.html"])
def test_pages_of_a_course_hold_this(course: Publication, golden: Golden, page: str) -> None:
    golden(f"course.{page.removesuffix('.html').replace('/', '-')}.html", article(course, page))


def test_the_golden_publication_reads_without_problems(good: Publication) -> None:
    handbook, problems = read_texts(good.root)
    assert problems == []
    assert [value.id for value in handbook.values] == ["tillid", "mod"]
    assert [story.id for story in handbook.stories] == ["doeren", "kladden", "vinduet"]
