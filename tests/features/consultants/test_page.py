"""The page of the value consultants: what it says, whom it names, and the mails that it begins."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from hverdag.features.consultants.group_size import group_size
from hverdag.features.consultants.request import ask_for_one
from hverdag.locale import catalogue
from hverdag.model.build_target import BuildTarget
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.render import render
from tests.chromium import Window, faults_of, served, too_wide, visiting
from tests.conftest import TODAY, Publication, copied, rendered
from tests.courses import COURSES, give_courses

PAGE = "vaerdikonsulenter/index.html"
CALENDAR = "vaerdikonsulenter/forloeb.ics"
UNNAMED = ("Rylen", "Viben", "Bakken", "Engen", "Svalen", "Musvitten")
"""The workplaces of courses, held or coming, that have not said yes to be named."""


@pytest.fixture(scope="module")
def offering(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = give_courses(copied("good", tmp_path_factory.mktemp("offering")))
    publication.write("docs/hjaelp.md", "---\nrender_macros: true\n---\n\n# Hjælp\n\n{{ value_consultants() }}\n")
    report = publication.build()
    assert report.built, report.problems
    return publication


def words_of(page: str) -> str:
    """Return the words of a page's own part."""
    main = page.partition('<article class="md-content__inner')[2].partition("<footer")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def part_html(page: str, id: str) -> str:
    """Return the HTML of the section with a heading."""
    return page.partition(f'<section class="hv-after" aria-labelledby="{id}"')[2].partition("</section>")[0]


def part(page: str, id: str) -> str:
    """Return the words of the section with a heading."""
    return words_of(f'<article class="md-content__inner"{part_html(page, id)}')


def links(page: str, scheme: str) -> list[str]:
    return [unescape(link) for link in re.findall(rf'href="({scheme}[^"]*)"', page)]


def test_it_says_what_is_offered_to_whom_and_what_comes_of_it(offering: Publication) -> None:
    offers = part(offering.page(PAGE), "offers")
    assert "Vejen & mere En gåtur med fire stop; I taler, og I skriver. Det har I bagefter: En plakat." in offers
    assert "90 minutter · 4 til 12 personer · Kode K01 · Se metoden: Vejen" in offers
    assert offers.index("Vejen & mere") < offers.index("En hel dag")
    assert "Det gamle" not in offers


def test_value_consultants_are_told_by_role_and_department(offering: Publication) -> None:
    who = part(offering.page(PAGE), "who")
    assert "pædagog, Børn og Unge" in who
    assert "sygeplejerske, Ældre og Sundhed" in who
    assert "vk-1" not in offering.page(PAGE)


def test_a_workplace_is_named_only_where_it_has_said_yes(offering: Publication) -> None:
    coming = part(offering.page(PAGE), "coming")
    assert "1. december 2026 kl. 9.00–15.00 En hel dag · Børn og Unge" in coming
    assert "16. december 2026 Vejen & mere · Lærken" in coming
    assert "8. december 2026 kl. 13.00–14.30 Vejen & mere" in coming


def test_a_department_of_few_workplaces_is_told_with_others(offering: Publication) -> None:
    """Stab has two workplaces, so it is told together with another."""
    row = part(offering.page(PAGE), "coming").partition("8. december")[2].partition("15. december")[0]
    assert "Stab" in row
    assert not row.rstrip().endswith("· Stab")


def test_an_open_course_says_where_it_is_and_not_who_comes(offering: Publication) -> None:
    row = part(offering.page(PAGE), "coming").partition("15. december")[2].partition("16. december")[0]
    assert "Åbent for alle arbejdspladser. Sted: Sal 2; 1. sal. Bed om pladser" in row
    assert "Børn" not in row


def test_what_was_held_is_told_by_day_and_never_by_place(offering: Publication) -> None:
    held = part(offering.page(PAGE), "held")
    assert "3 forløb er holdt." in held
    assert "2. marts 2026: Det gamle" in held
    assert "12. oktober" not in held
    assert "Børn" not in held and "Ældre" not in held


@pytest.mark.parametrize("name", UNNAMED)
def test_no_workplace_without_a_yes_is_in_anything_that_is_published(offering: Publication, name: str) -> None:
    found = [
        path.relative_to(offering.site).as_posix()
        for path in offering.site.rglob("*")
        if path.suffix in (".html", ".ics", ".js", ".json", ".xml")
        and re.search(rf"\b{name}\b", path.read_text("utf-8"))
    ]
    assert found == []


def test_numbers_of_people_are_not_published(offering: Publication) -> None:
    for path in (PAGE, CALENDAR):
        assert not re.search(r"\b9 (personer|deltagere|people)", offering.page(path))


def test_the_mail_begins_with_questions_in_danish_letters(offering: Publication) -> None:
    mail = urlsplit(links(part_html(offering.page(PAGE), "ask"), "mailto:")[0])
    fields = parse_qs(mail.query, strict_parsing=True)
    assert mail.path == "skriv@lilleby.example"
    assert fields["subject"] == ["Vi vil gerne have en værdikonsulent"]
    assert fields["body"][0].split("\r\n")[::2][:2] == [
        "Vi vil gerne have hjælp af en værdikonsulent.",
        "Vores arbejdsplads:",
    ]
    assert mail.query.isascii() and " " not in mail.query and "+" not in mail.query


def test_the_text_to_copy_is_that_of_the_mail(offering: Publication) -> None:
    shown = re.findall(r"<p>(.*?)</p>", offering.page(PAGE).partition('id="request-text"')[2].partition("</div>")[0])
    body = parse_qs(urlsplit(links(part_html(offering.page(PAGE), "ask"), "mailto:")[0]).query)["body"][0]
    assert [unescape(line) for line in shown] == [line for line in body.split("\r\n") if line]


def test_seats_are_asked_for_by_day_and_offer(offering: Publication) -> None:
    (link,) = links(part_html(offering.page(PAGE), "coming"), "mailto:")
    assert parse_qs(urlsplit(link).query)["subject"] == ["Pladser på Vejen & mere den 15. december 2026"]


@pytest.mark.parametrize("mail", ["", "ring til os", "to@steder.dk, og@mere.dk"])
def test_without_an_address_there_is_no_link(mail: str) -> None:
    assert ask_for_one(mail, catalogue("da")).link == ""


def test_another_mail_can_be_named_for_them(good: Publication) -> None:
    give_courses(good)
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}\nconsultants:\n  mail: værdi@lilleby.example\n")
    (page,) = [page for page in rendered(good.root).pages if page.address == "vaerdikonsulenter/"]
    assert "mailto:v%C3%A6rdi@lilleby.example?" in page.content


def test_the_method_says_that_a_value_consultant_can_help(offering: Publication) -> None:
    page = offering.page("metoder/vejen/index.html")
    assert 'href="../../vaerdikonsulenter/#k01"' in page
    assert "En værdikonsulent kan hjælpe jer" in words_of(page)
    assert "værdikonsulent" not in words_of(offering.page("metoder/kort/index.html"))


def test_the_code_leads_to_the_offer_and_one_that_is_no_longer_offered_to_the_page(offering: Publication) -> None:
    assert 'href="../../vaerdikonsulenter/#k01"' in offering.page("f/k01/index.html")
    assert 'href="../../vaerdikonsulenter/"' in offering.page("f/k03/index.html")


def test_a_page_can_lead_there(offering: Publication) -> None:
    assert 'href="../vaerdikonsulenter/"' in offering.page("hjaelp/index.html").partition("<article")[2]


def test_the_search_finds_offers_and_codes(offering: Publication) -> None:
    (found,) = [page for page in rendered(offering.root).pages if page.address == "vaerdikonsulenter/"]
    assert found.entry
    assert {"K01", "Vejen & mere"} <= {*found.entry.more, *found.entry.about}


def test_where_nothing_has_been_held_the_status_has_a_place_to_lead_to(good: Publication) -> None:
    give_courses(good, COURSES.replace("held: true", "cancelled: true"))
    report = good.build()
    assert report.built, report.problems
    assert part(good.page(PAGE), "held").endswith("Forløb, der er holdt Der er ikke holdt nogen forløb endnu.")


def test_a_goal_that_counts_courses_where_there_are_none_leads_nowhere(good: Publication) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    goal = "goals:\n  - {id: forloeb, text: Vi holder forløb., number: 5, counts: courses-held}\n"
    good.write("values/handbook.yml", f"{text}\n{goal}")
    report = good.build()
    assert report.built, report.problems
    page = good.page("aarsstatus/index.html")
    assert "Værdikonsulenternes" in page and "consultants/#held" not in page


def test_a_publication_without_courses_has_no_page(good: Publication) -> None:
    site = rendered(good.root)
    assert not [page for page in site.pages if "konsulent" in page.address or "/vaerdikonsulenter" in page.content]
    assert not [paper for paper in site.printed if "konsulent" in paper.path]


def test_its_address_may_be_that_of_a_page_where_there_are_no_courses(good: Publication) -> None:
    good.write("docs/vaerdikonsulenter.md", "# Værdikonsulenter\n")
    assert "unique-address" not in good.rules()
    give_courses(good)
    assert "unique-address" in good.rules()


def test_in_english(good: Publication) -> None:
    give_courses(good)
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"language: en\n{text}")
    site = rendered(good.root)
    (page,) = [page for page in site.pages if page.address == "value-consultants/"]
    assert "What you can get help with" in page.content
    assert "90 minutes" in page.content
    assert [one.path for one in site.artifacts if one.path.endswith(".ics")] == ["value-consultants/courses.ics"]
    assert "print/consultants-day.pdf" in [paper.path for paper in site.printed]


def test_offline_every_link_of_the_page_leads_somewhere(offering: Publication) -> None:
    site = render(read_and_check(offering.root, TODAY), TODAY, target=BuildTarget.USB)
    (page,) = [page for page in site.pages if page.address == "vaerdikonsulenter/index.html"]
    assert 'href="../metoder/vejen.html"' in page.content
    assert 'href="forloeb.ics"' in page.content
    assert 'href="../print/konsulentdag.pdf"' in page.content
    assert CALENDAR in [file.path for file in site.artifacts]
    (method,) = [page for page in site.pages if page.address == "metoder/vejen.html"]
    assert 'href="../vaerdikonsulenter/index.html#k01"' in method.content


@pytest.mark.parametrize(
    ("fewest", "most", "said"),
    [
        (4, 12, "4 til 12 personer"),
        (None, 12, "højst 12 personer"),
        (4, None, "mindst 4 personer"),
        (6, 6, "6 personer"),
        (None, None, ""),
    ],
)
def test_how_many_it_is_for(fewest: int | None, most: int | None, said: str) -> None:
    assert group_size(fewest, most, catalogue("da")) == said


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_sound_in_a_browser(offering: Publication, window: Window, width: int) -> None:
    with served(offering.site) as address, visiting(window, address) as visit:
        page = visit.open("vaerdikonsulenter/")
        page.set_viewport_size({"width": width, "height": 900})
        assert faults_of(page) == []
        assert too_wide(page) == 0
        page.locator("[data-copies]").click()
        assert "kopieret" in page.locator("#request-told").inner_text()
