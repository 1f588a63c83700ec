"""A story's passport: what it says, and what it never says."""

import re
import zipfile

from hverdag.features.passport.plan import passport_of
from hverdag.host.mkdocs import render_site
from hverdag.pipeline import build
from tests.conftest import TODAY, Publication, read
from tests.features.coverage.stories import demand_little, tell
from tests.golden_course import put_back

STORY = "fortaellinger/doeren/index.html"


def passport(publication: Publication, path: str = STORY) -> str:
    """What a story's passport says, without its tags."""
    found = re.search(r'<section class="hv-after hv-pass.*?</section>', publication.page(path), re.S)
    assert found is not None
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def without_course(publication: Publication) -> None:
    text = (publication.root / "stories/doeren.md").read_text("utf-8")
    publication.write("stories/doeren.md", re.sub(r"^contributors:\n.*?(?=^---)", "", text, flags=re.M | re.S, count=1))


def test_those_who_took_part_are_a_number_and_never_a_role(built_course: Publication) -> None:
    assert "2 af 2 medvirkende har nikket ja til teksten, sidst den 2. april 2026." in passport(built_course)
    text = "\n".join(path.read_text("utf-8") for path in built_course.site.rglob("*.html"))
    assert "pedellen<" not in text
    assert "skolelederen" not in text


def test_it_says_how_the_nods_came_and_no_account(course: Publication) -> None:
    text = (course.root / "stories/doeren.md").read_text("utf-8")
    first = re.search(r"      version: 2\n(      record: .*\n)?", text)
    assert first is not None
    forge = f"      version: 2\n      account: 583231\n      commit: {'a' * 40}\n"
    text = text[: first.start()] + forge + text[first.end() :]
    text = re.sub(
        r"      version: 2\n(?!      account)(      record: .*\n)?",
        "      version: 2\n      record: 2026-00417\n",
        text,
    )
    course.write("stories/doeren.md", text)
    assert course.build().built
    told = passport(course)
    assert (
        "sidst den 2. april 2026. 1 nik står som godkendt i forslaget. 1 nik er skrevet ned af redaktionen. "
        "Gemt i 2026-00417." in told
    )
    everything = "\n".join(path.read_text("utf-8", "replace") for path in course.site.rglob("*") if path.is_file())
    assert "583231" not in everything
    assert "a" * 40 not in everything


def test_a_nod_to_another_text_is_no_yes_to_this_one(course: Publication) -> None:
    put_back(course)
    text = (course.root / "stories/doeren.md").read_text("utf-8")
    nodded = re.findall(r"text: ([0-9a-f]{32})", text)
    head, _, tail = text.rpartition(nodded[1])
    course.write("stories/doeren.md", head + "f" * 32 + tail)
    assert course.build(preview=True).built
    # The latest nod that stands is not the latest there is.
    assert "1 af 2 medvirkende har nikket ja til teksten, sidst den 20. marts 2026." in passport(course)
    course.write("stories/doeren.md", text.replace(nodded[0], "f" * 32).replace(nodded[1], "f" * 32))
    course.build(preview=True)
    assert "0 af 2 medvirkende har nikket ja til teksten. Gruppens" in passport(course)


def test_a_story_without_a_course_has_a_passport_all_the_same(course: Publication) -> None:
    without_course(course)
    course.change("values/handbook.yml", "stories: [doeren]", "stories: [vinduet]")
    course.build()
    assert passport(course) == (
        "Fortællingens pas Fortællingen er opdigtet. Den viser vej, indtil arbejdspladserne har fortalt deres egne. "
        "Fortalt 15. januar 2026 Læses igen 15. januar 2027"
    )
    assert passport(course, "fortaellinger/vinduet/index.html") == (
        "Fortællingens pas Kolleger har fortalt den. Fortalt 1. februar 2026 "
        "Samlingen 14 af 14 i Værdigruppen nikkede ja til samlingen den 12. oktober 2026. "
        "Omtalte En borger. Noget er ændret, så ingen kan genkendes uden at have sagt ja. "
        "Samtykke Den, der har fortalt den, har sagt ja til, at den vises på intranettet, på papir og uden for "
        "organisationen, til og med 1. marts 2028. Læses igen 1. februar 2027"
    )
    assert "Opdigtet eksempel" not in course.page("bidrag/index.html")


def test_no_fact_stands_twice(built_course: Publication) -> None:
    page = built_course.page(STORY)
    for fact in ("15. januar 2026", "15. januar 2027", "Fortællingen er opdigtet", "Direktionen valgte"):
        assert page.count(fact) == 1, fact


def test_the_selection_of_another_edition_is_not_told(course: Publication) -> None:
    course.change("values/handbook.yml", "  - edition: 1. udgave", "  - edition: 0. udgave")
    course.build()
    assert "Samlingen" not in passport(course)
    assert "nikkede ja til samlingen" not in course.page("bidrag/index.html")


def test_half_of_a_course_is_no_obstacle_to_a_preview(course: Publication) -> None:
    course.change("stories/kladden.md", "code: F03", "code: F03\ndecision:\n  group: X\nresponse:\n  answer: chosen")
    assert course.build(preview=True).built
    assert "afgjorde" not in passport(course, "fortaellinger/kladden/index.html")


def test_what_management_says_no_to_is_not_told_with_the_story(course: Publication) -> None:
    put_back(course)
    course.change("stories/doeren.md", "answer: chosen", "answer: declined")
    course.build(preview=True)
    assert "Ledelsens tilbagemelding" not in passport(course)


def test_goals_and_passports_lie_on_the_stick_too(course: Publication) -> None:
    made = course.root.parent / "ude.zip"
    report = build.offline(course.root, TODAY, made, render_site)
    assert report.built, report.problems
    with zipfile.ZipFile(made) as packed:
        story = packed.read("fortaellinger/doeren.html").decode()
        goal = packed.read("maal/maal-1-2.html").decode()
    assert 'href="../maal/maal-1-2.html"' in story
    assert 'href="../fortaellinger/doeren.html"' in goal
    assert 'href="synlig.html"' in goal


def test_the_goals_and_what_came_in_are_said_in_english(course: Publication) -> None:
    course.in_english()
    assert course.build().built
    assert "2 of 2 who took part have nodded yes to the text, most recently on 2 April 2026." in passport(course)
    assert "The story is made up, and so are its nods, decision and response." in passport(course)


def test_a_teller_s_own_reason_is_in_the_passport_and_a_made_up_one_is_not(good: Publication) -> None:
    tell(good, "F50", "")
    tell(good, "F51", "", origin="illustrative")
    handbook = read(good.root)
    reasons = {story.code: passport_of(handbook, story).because for story in handbook.stories if story.because}
    assert reasons == {"F50": "Det var sådan, det var.", "F51": ""}
    demand_little(good)
    assert good.build().built
    said = passport(good, "fortaellinger/fortaelling-f50/index.html")
    assert "Fortællerens egen grund Det var sådan, det var." in said
