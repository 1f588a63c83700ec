"""The page on telling a story: what it shows of the settings, what it promises, and the sheet to write on."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pypdf
import pytest

from hverdag.features.telling.contact import mail_link, ring_link
from hverdag.locale import catalogue
from hverdag.model.addresses import TELLING
from hverdag.model.build_target import BuildTarget
from hverdag.model.shown import Shown
from hverdag.pipeline.plan import plan_site
from tests import pdf
from tests.chromium import Window, faults_of, served, too_wide, visiting
from tests.conftest import TODAY, Publication, copied, planned, read, rendered
from tests.course import Course
from tests.features.telling.empty import empty_on

HANDBOOK = "values/handbook.yml"
PAGE = "---\ntitle: Fortæl\nrender_macros: true\n---\n\n# Fortæl\n\n{{ ways_to_tell() }}\n\n{{ after_telling() }}\n"
SETTINGS = """
telling:
  page: fortael.md
  hours: Hverdage kl. 8-15
  form: https://skema.lilleby.example/fortael?x=1&y=2
  hand_in: Læg arket i <b>kassen</b> i vagtstuen.
  answer_days: 1
  weeks: 6
"""


def with_telling(publication: Publication, settings: str = SETTINGS) -> Publication:
    """Return a publication with a page on telling a story, and its settings."""
    text = (publication.root / HANDBOOK).read_text("utf-8")
    publication.write(HANDBOOK, f"{text}{settings}")
    publication.write("docs/fortael.md", PAGE)
    publication.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /fortael.md\n")
    return publication


@pytest.fixture(scope="module")
def telling(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = with_telling(copied("good", tmp_path_factory.mktemp("telling")))
    report = publication.build()
    assert report.built, report.problems
    return publication


def main_of(page: str) -> str:
    """Return what stands between header and footer."""
    return page.partition('<article class="md-content__inner')[2].partition("<footer")[0]


def headings(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", html)


def test_the_ways_come_in_order_and_the_telephone_first(telling: Publication) -> None:
    page = main_of(telling.page("fortael/index.html"))
    assert headings(page) == [
        "Ring til os",
        "Skriv en mail",
        "Skriv den i hånden",
        "Skriv den i en formular på nettet",
        "Det sker der bagefter",
        "Du kan altid sige nej",
        "Det udgiver vi aldrig",
    ]
    assert '<a href="tel:70000000">70 00 00 00</a>' in page
    assert "Hverdage kl. 8-15. Du behøver ikke" in page
    assert "Læg arket i &lt;b&gt;kassen&lt;/b&gt; i vagtstuen." in page


def test_a_mail_asks_three_short_questions_and_nothing_about_a_person(telling: Publication) -> None:
    (link,) = re.findall(r'class="hv-tell__mail" href="([^"]+)"', telling.page("fortael/index.html"))
    mail = urlsplit(unescape(link))
    fields = parse_qs(mail.query, strict_parsing=True)
    assert (mail.scheme, mail.path) == ("mailto", "skriv@lilleby.example")
    assert fields["subject"] == ["En fortælling"]
    lines = [line for line in fields["body"][0].split("\r\n") if line]
    assert [line.partition("?")[0] for line in lines] == [
        "Hvad skete der",
        "Hvem var med",
        "Hvad siger det om den måde, vi arbejder på",
    ]
    assert not re.search(r"navn|cpr|adresse|telefon", fields["body"][0], re.IGNORECASE)


def test_the_form_is_a_link_that_says_where_it_leads(telling: Publication) -> None:
    page = main_of(telling.page("fortael/index.html"))
    assert 'href="https://skema.lilleby.example/fortael?x=1&amp;y=2"' in page
    assert "Åbn formularen på skema.lilleby.example" in page
    assert "andre kan måske læse" in page


def test_what_is_promised_is_what_the_publication_demands(telling: Publication, good: Publication) -> None:
    titles = re.findall(r"<li><strong>(.*?)</strong>", main_of(telling.page("fortael/index.html")))
    assert titles == [
        "Vi vender tilbage til dig inden for 1 hverdag.",
        "Vi skriver den ned sammen med dig.",
        "Alle, der var med, hører den og nikker ja.",
        "Du bestemmer, hvor den må være, og hvor længe.",
        "En anden ser efter, om nogen kan genkendes.",
        "Værdigruppen tager stilling.",
        "Ledelsen svarer.",
        "Den kommer i håndbogen.",
    ]
    none = "".join(
        f"  {name}: false\n" for name in ("nods", "decision", "response", "selection", "consent", "mentioned")
    )
    with_telling(good, f"telling:\n  page: fortael.md\ndemands:\n{none}")
    assert good.build().built
    page = main_of(good.page("fortael/index.html"))
    assert re.findall(r"<li><strong>(.*?)</strong>", page) == [
        "Vi vender tilbage til dig.",
        "Vi skriver den ned sammen med dig.",
        "Den kommer i håndbogen.",
    ]
    assert "genkendes på, medmindre" not in page


def test_the_page_shows_only_what_there_is(good: Publication) -> None:
    with_telling(good, "telling:\n  page: fortael.md\nprinted: []\n")
    assert good.build().built
    page = main_of(good.page("fortael/index.html"))
    assert headings(page)[:3] == ["Ring til os", "Skriv en mail", "Det sker der bagefter"]
    assert "Er du på vagt" not in page
    assert "print/" not in page


def test_a_publication_that_nobody_can_reach_is_told_in_the_report_and_in_the_preview(good: Publication) -> None:
    with_telling(good, "telling:\n  page: fortael.md\nprinted: []\n")
    good.change(HANDBOOK, "  phone: 70 00 00 00\n  mail: skriv@lilleby.example\n", "")
    problems = [problem for problem in good.problems() if problem.rule == "required-field"]
    assert [problem.parameters["given"] for problem in problems] == ["mail", "phone"]
    shown = rendered(good.root, preview=True).macros.render("ways_to_tell", "fortael/")
    assert headings(shown) == []
    assert "Ingen kan fortælle jer noget endnu." in shown


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("70 00 00 00", "tel:70000000"),
        ("+45 70-00-00-00", "tel:+4570000000"),
        ("70 00 00 00, tast 2", "tel:70000000"),
        ("Telefon 70 00 00 00 (døgnet rundt)", "tel:70000000"),
        ("70 00 00 00 (8-15)", "tel:70000000"),
        ("70 00 00 00 / 70 00 00 01", "tel:70000000"),
        ("70 00 00 00 - 70 00 00 01", "tel:70000000"),
        ("+45 (0) 70 00 00 00", "tel:+4570000000"),
        ("(555) 123-4567", "tel:5551234567"),
        ("spørg omstillingen", ""),
        ("<script>", ""),
        ("", ""),
    ],
)
def test_a_number_is_rung_as_it_is_printed(phone: str, link: str) -> None:
    assert ring_link(phone) == link


@pytest.mark.parametrize("mail", ["a@b.dk?bcc=x@y.dk", "a@b.dk,x@y.dk", "a b@c.dk", 'a"@b.dk', "nobody", "", "a@b@c"])
def test_what_is_no_address_gets_no_link(mail: str) -> None:
    assert mail_link(mail, catalogue("da")) == ""


def test_every_page_leads_to_the_page_and_the_list_of_stories_ends_with_it(telling: Publication) -> None:
    for path in ("index.html", "vaerdier/mod/index.html", "fortaellinger/doeren/index.html"):
        footer = telling.page(path).partition("<footer")[2]
        assert re.search(r'<a href="(?:\.\./)*(?:\./)?fortael/">Fortæl en historie</a>', footer), path
    (end,) = re.findall(
        r'<section[^>]*aria-labelledby="tell-one">.*?</section>', telling.page("fortaellinger/index.html"), re.S
    )
    assert 'href="../fortael/"' in end


def test_without_such_a_page_nothing_leads_to_one(built_good: Publication) -> None:
    assert "telling" not in planned(read(built_good.root)).addresses.by_target
    for path in ("index.html", "fortaellinger/index.html", "vaerdier/mod/index.html"):
        assert "Fortæl en historie" not in built_good.page(path)


def test_on_a_usb_stick_the_link_leads_to_the_file(good: Publication) -> None:
    handbook = read(with_telling(good).root)
    addresses = plan_site(Shown(handbook, TODAY, target=BuildTarget.USB)).addresses
    assert addresses.link(TELLING, "fortaellinger/index.html") == "../fortael.html"


def test_the_page_keeps_its_doors_when_it_gets_another_name(good: Publication, tmp_path: Path) -> None:
    course = Course(with_telling(good), tmp_path)
    done = course.run("rename", "docs/fortael.md", "ring", "--yes")
    assert done.exit_code == 0, done.output
    assert "  page: ring.md\n" in (good.root / HANDBOOK).read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "rule", "given"),
    [
        ("page: fortæl.md", "telling-page", "fortæl.md"),
        ("page: ../values/mod.md", "telling-page", "../values/mod.md"),
        ("form: javascript:alert(1)", "telling-form", "javascript:alert(1)"),
        ("form: lilleby.example/fortael", "telling-form", "lilleby.example/fortael"),
    ],
)
def test_a_door_that_leads_nowhere_is_told(good: Publication, line: str, rule: str, given: str) -> None:
    with_telling(good, f"telling:\n  {line}\n")
    (problem,) = [problem for problem in good.problems() if problem.is_error]
    lines = (good.root / HANDBOOK).read_text("utf-8").splitlines()
    assert (problem.rule, problem.parameters["given"]) == (rule, given)
    assert lines[problem.source.line - 1] == f"  {line}"


def sheet(publication: Publication, language: str = "da") -> pypdf.PdfReader:
    """Return the sheet as it is printed."""
    name = "fortael" if language == "da" else "tell"
    files = pdf.printed(publication.root, planned(read(publication.root)), name, language=language)
    return pdf.read(files[f"{name}.pdf"])


def test_the_sheet_is_one_page_that_a_screen_reader_can_read(telling: Publication) -> None:
    reader = sheet(telling)
    (text,) = pdf.pages(reader)
    assert pdf.is_accessible(reader, "da-DK")
    assert pdf.millimetres(reader.pages[0].trimbox) == (210, 297)
    assert all(pdf.fonts(reader).values())
    said = [
        "Fortæl en historie",
        "Hvad skete der?",
        "Hvem var med?",
        "Skriv, hvad de laver, ikke hvad de hedder.",
        "Hvad siger det om den måde, vi arbejder på?",
        "Hvordan kan vi få fat i dig?",
        "Læg arket i <b>kassen</b> i vagtstuen.",
        "Ring på 70 00 00 00.",
        "Vi vender tilbage til dig inden for 1 hverdag.",
        "Du kan altid sige nej, også bagefter.",
        "Lilleby Kommune",
    ]
    places = [pdf.squeezed(text).find(pdf.squeezed(words)) for words in said]
    assert -1 not in places
    assert places == sorted(places)


def test_the_sheet_has_lines_for_a_whole_story(telling: Publication) -> None:
    """A page by hand is some twelve lines; the sheet is drawn with 8 mm to each."""
    placed = {text.strip(): down for _, down, text in pdf.placed(sheet(telling).pages[0])}
    begins = next(down for text, down in placed.items() if text.startswith("Begynd midt"))
    ends = next(down for text, down in placed.items() if text.startswith("Hvem var"))
    assert ends - begins > 12 * 8


def test_a_text_that_leaves_no_room_to_write_is_told_with_its_line(good: Publication) -> None:
    with_telling(good, f"telling:\n  hand_in: {'Læg det i kassen ved døren. ' * 60}\n")
    (problem,) = pdf.refused(good.root, planned(read(good.root)), "fortael")
    lines = (good.root / HANDBOOK).read_text("utf-8").splitlines()
    assert lines[problem.source.line - 1].startswith("  hand_in:")


def test_the_sheet_lies_among_the_printables_and_has_a_short_address(telling: Publication) -> None:
    assert (telling.site / "print/fortael.pdf").is_file()
    assert (telling.site / "print/fortael.png").is_file()
    assert "print/fortael.pdf" in telling.page("f/fortael/index.html")


def test_in_english_it_is_english(good: Publication) -> None:
    good.in_english()
    with_telling(good)
    report = good.build()
    assert report.built, report.problems
    page = main_of(good.page("fortael/index.html"))
    assert headings(page)[:3] == ["Ring us", "Send an email", "Write it by hand"]
    assert "We get back to you within 1 working day." in page
    assert 'href="../print/tell.pdf"' in page
    assert "Whathappened" in pdf.squeezed(pdf.pages(sheet(good, "en"))[0])


def test_what_is_held_about_people_is_told_on_the_page_on_data_protection(telling: Publication) -> None:
    assert "Opkald, mails og ark fra dem, der fortæller en historie" in telling.page("databeskyttelse/index.html")


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_with_the_keyboard_each_way_is_reached_in_its_order(telling: Publication, window: Window, width: int) -> None:
    with served(telling.site) as address, visiting(window, address) as visit:
        page = visit.open("fortael/")
        page.set_viewport_size({"width": width, "height": 800})
        page.locator(".hv-skip").focus()
        page.keyboard.press("Enter")
        reached = []
        for _ in range(4):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        assert [urlsplit(link).scheme or link for link in reached] == ["tel", "mailto", "../print/fortael.pdf", "https"]
        assert faults_of(page) == []
        assert empty_on(page) == []
        assert too_wide(page) == 0
