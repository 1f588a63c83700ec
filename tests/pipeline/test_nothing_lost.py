"""What is typed is what is read: words, numbers, marks of lists and cells of tables, on the page, on paper and in Word.

Compared for every story of the sample, and for every pasted text in tests/parse/corpus that is no error. The source is
read by GitHub's own reader, or is the page that stands beside the pasted text.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from hverdag.model.artifact import Artifact
from hverdag.pipeline.render import RenderedSite
from tests import pdf
from tests.conftest import ROOT, TODAY, Publication, copied, rendered
from tests.github import form_at_github
from tests.parse.test_corpus import CORPUS, NAMES, expected
from tests.seen import BULLET, DONE, OPEN, Seen, in_html, in_word, marks_in, stands_in

pytestmark = pytest.mark.slow

# Those that a preview shows: not what was declined or taken out.
STORIES = sorted(
    path.stem
    for path in (ROOT / "stories").glob("*.md")
    if re.search("^state: (draft|in-review|published)$", path.read_text("utf-8"), re.M)
)
# A link of theirs leads to a file that this publication lacks, or cannot have.
NOT_HERE = {"30-notion-sider"}
PASTED = [name for name in NAMES if expected(name)[".html"] and name not in NOT_HERE]
METHOD = "kort"
# The title of an alert, on the page, on paper and in Word, stands in no source.
SPARE = 4


@dataclass(frozen=True)
class Site:
    """A publication laid out and rendered, and the method whose guides are looked at."""

    site: RenderedSite
    method: str

    def page(self, story: str) -> Seen:
        """What is seen of a story's page."""
        (page,) = (one for one in self.site.pages if one.address == f"fortaellinger/{story}/")
        return in_html(page.content)

    def file(self, story: str, ending: str) -> Path:
        """A story's guide."""
        content = self._files[f"print/{self.method}/{story}-{self.method}.{ending}"].content
        assert isinstance(content, Path)
        return content

    def paper(self, story: str) -> str:
        """What stands in the PDF of a story's guide, without the head and foot of its pages."""
        pages = [page.split("\n") for page in pdf.pages(pdf.read(self.file(story, "pdf")))]
        return "\n".join(line for at, page in enumerate(pages) for line in (page[1:-1] if at else page[:-1]))

    @cached_property
    def _files(self) -> dict[str, Artifact]:
        return {artifact.path: artifact for artifact in self.site.artifacts}


@pytest.fixture(scope="module")
def own() -> Site:
    """The sample, with drafts, as a preview shows them."""
    site = rendered(ROOT, preview=True)
    assert site.errors == ()
    return Site(site, "kort-samtale")


@pytest.fixture(scope="module")
def pasted(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Every pasted text that is no error, as a story."""
    made = copied("good", tmp_path_factory.mktemp("pasted"))
    (made.root / "docs/metoder/vejen.md").unlink()
    for at, name in enumerate(["noeglen", *PASTED], 10):
        text = "## Efter\n\nEn tekst." if name == "noeglen" else (CORPUS / f"{name}.md").read_text("utf-8")
        write_story(made, name, f"F{at}", text)
    site = rendered(made.root, TODAY)
    assert site.errors == ()
    return Site(site, METHOD)


def write_story(made: Publication, name: str, code: str, text: str) -> None:
    """Add a story with a text of its own, and the fields of one that is sound."""
    fields = (made.root / "stories/vinduet.md").read_text("utf-8").rpartition("\n---\n")[0]
    fields = re.sub("^code: .*", f"code: {code}", fields, flags=re.M)
    made.write(f"stories/{story_name(name)}.md", f"{fields}\n---\n\n{text}")


def story_name(name: str) -> str:
    """The file's name as a story."""
    number, _, _ = name.partition("-")
    return f"tekst-{number}" if number.isdigit() else name


def source_of(path: Path) -> str:
    """The page that GitHub's reader makes of a story's text."""
    return form_at_github(path.read_text("utf-8").partition("\n---\n")[2])


def compare(site: Site, story: str, html: str) -> None:
    """Compare the source, the page, the PDF and the Word file of a story."""
    source = in_html(html)
    assert source.tokens
    alerts = html.count('class="admonition')
    page, word, paper = site.page(story), in_word(site.file(story, "docx").read_bytes()), site.paper(story)
    assert stands_in(source.tokens, page.tokens, SPARE * alerts), "page"
    assert stands_in(source.tokens, word.tokens, SPARE * alerts), "Word"
    for row in source.rows:
        assert row in page.rows
        assert row in word.rows
    compare_paper(source, paper, alerts)


def compare_paper(source: Seen, paper: str, alerts: int) -> None:
    """Compare with a PDF: letters and digits in order, and as many bullets and boxes between the first and the last."""
    places = [at for at, letter in enumerate(paper) if letter.isalnum()]
    letters = "".join(paper[at] for at in places)
    # The title of an alert may stand between two words; elsewhere nothing may.
    found = re.search((".{0,20}" if alerts else "").join(map(re.escape, words_of(source))), letters)
    assert found, f"PDF: {letters}"
    before = paper[: places[found.start()]].rpartition("\n")[2]
    marks = marks_in(before + paper[places[found.start()] : places[found.end() - 1] + 1])
    typed = marks_in(" ".join(token for token in source.tokens if token not in (BULLET, OPEN, DONE)))
    counted = source.tokens.count
    boxes = counted(OPEN) + counted(DONE)
    assert marks[OPEN] + marks[DONE] - typed[OPEN] - typed[DONE] == boxes
    bullets = marks[BULLET] + marks["–"] - typed[BULLET] - typed["–"]
    assert counted(BULLET) <= bullets <= counted(BULLET) + boxes


def words_of(source: Seen) -> list[str]:
    """The letters of each word."""
    return [letters for token in source.tokens if (letters := pdf.squeezed(token))]


@pytest.mark.parametrize("story", STORIES)
def test_nothing_of_a_sample_story_is_lost(own: Site, story: str) -> None:
    compare(own, story, source_of(ROOT / f"stories/{story}.md"))


@pytest.mark.parametrize("name", PASTED)
def test_nothing_of_a_pasted_text_is_lost(pasted: Site, name: str) -> None:
    compare(pasted, story_name(name), expected(name)[".html"])
