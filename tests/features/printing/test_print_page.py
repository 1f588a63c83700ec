"""The page to print from, what the settings choose, and covers that hold what they must."""

import html
import re
import shutil
from pathlib import Path

import pytest

from hverdag.features import FEATURES
from hverdag.locale import catalogue
from tests import pdf
from tests.chromium import Visit
from tests.conftest import ROOT, Publication, planned
from tests.handbooks import handbook_of

HANDBOOK = "values/handbook.yml"


@pytest.fixture
def whole(tmp_path: Path) -> Publication:
    """A copy of the sample, free to be changed."""
    for name in ("values", "stories", "docs"):
        shutil.copytree(ROOT / name, tmp_path / "whole" / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "whole")
    return Publication(tmp_path / "whole")


def links(page: str) -> list[str]:
    return re.findall(r'href="\.\./(print/[^"]+)"', page)


def test_the_page_leads_to_each_file_and_says_how_much_paper_it_takes(sample: Path) -> None:
    page = (sample / "print-selv/index.html").read_text("utf-8")
    made = {f"print/{path.name}" for path in (sample / "print").glob("*.pdf")}
    assert set(links(page)) == made
    assert len(links(page)) == len(made)
    pictures = set(re.findall(r'src="\.\./(print/[^"]+\.png)"', page))
    assert pictures == {f"print/{path.name}" for path in (sample / "print").glob("*.png")}
    text = re.sub(r"<[^>]+>", "", page)
    assert "A4 til at folde og hæfte (PDF, 3 ark)" in text
    assert "A5 (PDF, 12 sider)" in text
    assert "A4 til print på begge sider (PDF, 1 ark)" in text


def test_each_group_is_explained_in_three_lines(sample: Path) -> None:
    page = (sample / "print-selv/index.html").read_text("utf-8")
    groups = re.findall(r'<section class="hv-print".*?</section>', page, re.S)
    titles = [html.unescape(re.findall(r"<h2[^>]*>(.*?)</h2>", group)[0]) for group in groups]
    print_groups = sorted((one.print_group for one in FEATURES if one.print_group), key=lambda group: group.order)
    assert titles == [catalogue("da").tell(group.title) for group in print_groups]
    assert all(len(re.findall(r"<li>", group.partition("</ol>")[0])) == 3 for group in groups)


@pytest.mark.parametrize("chosen", ["[pamphlet, posters]", "[]"])
def test_what_the_settings_leave_out_is_missed_by_no_page(whole: Publication, chosen: str) -> None:
    """The editors' guide shows the first of them."""
    text = (whole.root / HANDBOOK).read_text("utf-8")
    whole.write(HANDBOOK, f"{text}printed: {chosen}\n")
    report = whole.build()
    assert report.built, report.problems
    assert not (whole.site / "kort").exists()
    assert not (whole.site / "f/haandbog").exists()
    assert (whole.site / "f/pjece").exists() == ("pamphlet" in chosen)
    assert "Plakater" in whole.page("print-selv/index.html") or chosen == "[]"


def test_a_word_that_is_not_printed_matter_is_told(good: Publication) -> None:
    text = (good.root / HANDBOOK).read_text("utf-8")
    good.write(HANDBOOK, f"{text}printed: [pjece]\n")
    (problem,) = [problem for problem in good.problems() if problem.is_error]
    assert (problem.rule, problem.parameters["given"]) == ("field-choice", "pjece")


@pytest.mark.parametrize("words", ["Hverdag i Storkommunen ", "W" * 12 + " ", "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"])
def test_the_longest_names_have_room_on_the_covers(words: str) -> None:
    longest = (words * 9)[:100].strip()
    handbook = handbook_of(ROOT, title=longest, organisation=longest, edition=longest)
    found = pdf.printed(ROOT, planned(handbook), "pjece", "haandbog")
    for name, second in (("haandbog.pdf", "Kommunikation"), ("pjece.pdf", "Indhold")):
        pages = pdf.pages(pdf.read(found[name]))
        assert pdf.squeezed(longest) in pdf.squeezed(pages[0]), name
        assert second in pages[1], name


def test_a_mark_that_was_refused_is_not_told_twice(good: Publication) -> None:
    good.change("values/mod.md", "mark: triangle", "mark: stjerne")
    rules = [problem.rule for problem in good.problems() if problem.source.path == "values/mod.md"]
    assert "field-choice" in rules
    assert "unique-mark" not in rules


@pytest.mark.browser
def test_from_the_front_page_to_the_sheets_in_three_steps(visit: Visit) -> None:
    page = visit.open("")
    page.get_by_role("link", name="Print selv").click()
    link = page.get_by_role("link", name="Pjecen, A4 til at folde og hæfte (PDF, 3 ark)")
    assert link.get_attribute("href") == "../print/pjece-ark.pdf"
    page.locator("summary", has_text="I farver og til et trykkeri").first.click()
    assert page.get_by_role("link", name="Vores værdier, A3 i farver").is_visible()
