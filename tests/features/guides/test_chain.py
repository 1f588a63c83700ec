"""The chain of talks, from the first to the last: on the pages, and on sheets of paper alone."""

import html
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import docx
import pytest

from tests import pdf
from tests.conftest import Publication
from tests.features.guides.chain_methods import give_chain, give_page

CHAIN = ("strategien", "borgerne", "opfoelgning", "resultat")
SILENT = "Du behøver ikke at sige noget, hvis du ikke har lyst."


def words_of(path: Path) -> str:
    """What a paper says, in one line: a PDF or a Word file."""
    if path.suffix == ".pdf":
        return " ".join(" ".join(pdf.pages(pdf.read(path))).split())
    document = docx.Document(str(path))
    texts = [line.text for line in document.element.body.iter() if line.tag.endswith("}t") and line.text]
    feet = [line.text for section in document.sections for line in section.footer.paragraphs]
    return " ".join("".join((*texts, *feet)).split())


def sheets(built: Publication, ending: str) -> Mapping[str, str]:
    """What each printed guide says, by its own code, which is at its foot."""
    found = {}
    for path in sorted((built.site / "print").glob(f"*/*.{ending}")):
        words = words_of(path)
        own = re.search(r"Kode ((?:[FV]\d+|H)-M\d+)", words)
        assert own, path
        found[own[1]] = words
    return found


def next_on(sheet: str) -> tuple[str, str, str]:
    """The title, the length and the code of the next talk on a sheet; all empty on the last one."""
    found = re.search(r"Næste samtale: ([^(]+) \((\d+ minutter), kode ([\w-]+)\)", sheet)
    return (found[1], found[2], found[3]) if found else ("", "", "")


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_chain_is_walked_from_sheets_alone(built: Publication, ending: str) -> None:
    """Whoever holds a sheet finds the next by what it says. One that names a method leaves the value to the leader."""
    printed = sheets(built, ending)
    code, walked = "H-M11", []
    while code:
        sheet = printed[code]
        walked.append((code, *next_on(sheet)))
        wanted = walked[-1][3]
        code = next((own for own in printed if own == wanted or (wanted and own.endswith(f"V02-{wanted}"))), "")
    assert walked == [
        ("H-M11", "Værdierne over for borgerne", "60 minutter", "M12"),
        ("V02-M12", "Opfølgning på adfærd", "45 minutter", "H-M13"),
        ("H-M13", "Resultatmøde", "30 minutter", "H-M14"),
        ("H-M14", "", "", ""),
    ]


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_each_sheet_says_what_it_comes_after(built: Publication, ending: str) -> None:
    printed = sheets(built, ending)
    assert "Kommer efter: Strategien fortalt (30 minutter, kode H-M11)" in printed["V02-M12"]
    assert "Kommer efter: Værdierne over for borgerne (60 minutter, kode M12)" in printed["H-M13"]
    assert "Kommer efter" not in printed["H-M11"]


def test_on_the_pages_it_is_walked_by_links(built: Publication) -> None:
    address, walked = "guider/strategien/haandbogen/", []
    while address:
        page = built.page(f"{address}index.html")
        walked.append(address)
        _, _, section = page.partition('id="next-talk"')
        link = re.search(r'<a href="([^"]+)"', section.partition("</section>")[0])
        address = urljoin(f"/{address}", link[1])[1:] if link else ""
        if address == "metoder/borgerne/":  # the method's page has the guides of each value
            assert "guider/borgerne/mod/" in built.page(f"{address}index.html")
            address = "guider/borgerne/mod/"
    assert [one.split("/")[1] for one in walked] == list(CHAIN)


def test_a_guide_leads_to_the_one_about_the_same_value_where_there_is_one(good: Publication) -> None:
    give_chain(good)
    good.change("docs/metoder/vaerdien.md", "leads_to: [dagen]", "leads_to: [borgerne]")
    report = good.build()
    assert report.built, report.problems
    _, _, section = good.page("guider/vaerdien/mod/index.html").partition('id="next-talk"')
    assert 'href="../../borgerne/mod/"' in section
    assert "kode V02-M12" in section


# What else is on paper.


def pages(built: Publication, name: str) -> list[str]:
    return pdf.pages(pdf.read(built.site / f"print/{name}/haandbogen-{name}.pdf"))


def test_every_paper_is_for_everyone(built: Publication) -> None:
    for name in ("strategien", "opfoelgning", "resultat", "dagen", "nyt"):
        assert pdf.is_accessible(pdf.read(built.site / f"print/{name}/haandbogen-{name}.pdf"), "da-DK"), name


def test_no_page_is_empty(built: Publication) -> None:
    assert len(pages(built, "nyt")) == 2  # the leader's, and one of cards
    assert "Deltagerark" not in built.page("guider/nyt/haandbogen/index.html")
    sheet = pages(built, "resultat")[1]
    assert "Deltagerark" in sheet
    assert "Hvad undrer os?" in sheet
    words = words_of(built.site / "print/nyt/haandbogen-nyt.docx")
    assert "Deltagerark" not in words


def test_a_whole_day_is_planned_over_pages_and_every_step_is_whole_on_one(built: Publication) -> None:
    day = pages(built, "dagen")
    for number in range(4, 21):
        (page,) = (page for page in day if f"Øvelse {number}\n" in page or f"Øvelse {number} " in page)
        begins = 9 * 60 + 20 * (number - 1)
        assert f"{begins // 60}.{begins % 60:02d}" in page
    assert "Tid" in day[1].split("\n")[1]  # the head of the table is on each page


def test_the_stories_of_a_day_are_on_its_sheet_and_each_question_says_which(built: Publication) -> None:
    words = " ".join(" ".join(pages(built, "dagen")).split())
    assert words.count("Fortællingen her: Vinduet") == 2
    assert "Vinduet stod åbent. Jeg lukkede det." in words
    assert "Går du tilbage?" in words


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_questions_are_cards_with_numbers(built: Publication, ending: str) -> None:
    words = words_of(built.site / f"print/dagen/haandbogen-dagen.{ending}")
    _, _, cards = words.partition("Spørgsmålskort")
    assert re.findall(r"nummer (\d)\?", cards) == [*"12345678"]
    assert "Spørgsmålskort" not in words_of(built.site / f"print/resultat/haandbogen-resultat.{ending}")


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_there_is_room_for_what_was_agreed_last_time(built: Publication, ending: str) -> None:
    assert "Det aftalte I sidst" in words_of(built.site / f"print/resultat/haandbogen-resultat.{ending}")
    assert "Det aftalte I sidst" not in words_of(built.site / f"print/strategien/haandbogen-strategien.{ending}")


def test_the_page_holds_a_place_for_what_was_agreed_last_time(built: Publication) -> None:
    assert built.page("guider/resultat/haandbogen/index.html").count('data-part="agreed-before"') == 1
    assert 'data-part="agreed-before"' not in built.page("guider/strategien/haandbogen/index.html")


def test_cards_stand_on_the_page_of_a_guide_without_a_sheet_as_they_do_on_its_paper(built: Publication) -> None:
    page = built.page("guider/nyt/haandbogen/index.html")
    assert 'id="sheet"' not in page
    _, _, cards = page.partition("Spørgsmålskort")
    assert "<li>Hvad er nyt hos jer?</li>" in cards
    assert "Hvad er nyt hos jer?" in " ".join(pages(built, "nyt")[1].split())


# The invitation, and where the method comes from.


def test_the_invitation_stands_on_the_page(built: Publication) -> None:
    page = html.unescape(built.page("guider/strategien/haandbogen/index.html"))
    _, _, text = page.partition('id="invitation-text"')
    lines = re.findall(r"<p[^>]*>(.*?)</p>", text.partition("</div>")[0])
    assert lines == [
        "Strategien fortalt",
        "Vi hører om planen, og vi taler om, hvad den betyder for os.",
        "Dato: ______",
        "Vi begynder kl. 14.00 og er færdige kl. 14.30 (30 minutter).",
        "Sted: ______",
        SILENT,
    ]


def test_a_method_without_words_of_its_own_invites_with_its_purpose(built: Publication) -> None:
    page = html.unescape(built.page("guider/opfoelgning/haandbogen/index.html"))
    assert "<p>Når mødet er slut: I er blevet klogere.</p>" in page
    assert "Vi begynder kl. ______ og er færdige efter 45 minutter." in page
    assert SILENT in page


def test_in_word_the_invitation_is_a_part_of_its_own_where_it_has_words(built: Publication) -> None:
    words = words_of(built.site / "print/strategien/haandbogen-strategien.docx")
    _, _, part = words.partition("Inviter til mødet")
    assert "Vi hører om planen" in part
    assert SILENT in part
    assert "Inviter til mødet" not in words_of(built.site / "print/opfoelgning/haandbogen-opfoelgning.docx")


def test_the_pdf_says_where_the_invitation_is(built: Publication) -> None:
    where = "Invitationen kan kopieres fra guidens side i håndbogen."
    assert where in " ".join(pages(built, "strategien")[0].split())
    assert where not in " ".join(pages(built, "opfoelgning")[0].split())


def test_what_a_method_rests_on_is_on_its_page_its_guide_and_its_papers(built: Publication) -> None:
    rests = "Trinene og minutterne er vores egne."
    for address in ("metoder/strategien/", "guider/strategien/haandbogen/"):
        assert rests in built.page(f"{address}index.html")
    for ending in ("pdf", "docx"):
        assert rests in words_of(built.site / f"print/strategien/haandbogen-strategien.{ending}")


# The methods.


def test_the_list_has_them_under_a_heading_of_their_own_with_what_they_lead_to(built: Publication) -> None:
    before, _, whole = built.page("samtale/index.html").partition("Om alle værdierne")
    titles = re.compile(r"<h3><a[^>]*>(.*?)</a>")
    assert titles.findall(before) == [
        "Kort samtale",
        "Vejen",
        "Værdierne over for borgerne",
        "En værdi på 20 minutter",
    ]
    assert titles.findall(whole) == [
        "God kommunikation",
        "Nyt siden sidst",
        "Opfølgning på adfærd",
        "Resultatmøde",
        "Strategien fortalt",
        "Vent og se",
    ]
    leads = re.findall(r'hv-method__next">Leder videre til: <a href="[^"]*metoder/(\w+)/">', before + whole)
    assert leads == ["opfoelgning", "dagen", "resultat", "borgerne"]


def test_a_hand_written_page_has_a_door_to_one(built: Publication) -> None:
    _, _, door = built.page("samtale/index.html").partition('class="hv-talk"')
    assert "print/strategien/haandbogen-strategien.pdf" in door
    assert "guider/strategien/haandbogen/" in door


def test_a_method_s_page_has_its_guide_and_no_composer(built: Publication) -> None:
    page = built.page("metoder/opfoelgning/index.html")
    assert "guider/opfoelgning/haandbogen/" in page
    assert "guider/sammensaet/" not in page
    assert "Kommer efter" in page
    assert 'href="../resultat/"' in page


def test_a_method_for_the_handbook_that_is_not_ready_is_put_together(built: Publication) -> None:
    page = built.page("metoder/vent/index.html")
    assert "Til denne metode sammensætter du selv guiden." in page
    assert 'href="../../guider/sammensaet/?method=vent"' in page


def test_a_talk_that_is_spelt_wrong_is_suggested(good: Publication) -> None:
    give_page(give_chain(good)).change("docs/samtale.md", "talk('strategien')", "talk('strategin')")
    (problem,) = (one for one in good.build().problems if one.is_error)
    assert (problem.rule, problem.parameters["suggestion"]) == ("page-name", "strategien")


def test_it_is_found_by_its_code_and_its_cards(built: Publication) -> None:
    data = built.page("search/data.js")
    assert "H-M15" in data
    assert "undrer dig mest" in data
