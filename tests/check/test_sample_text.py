"""What came with the sample handbook stops the publication of another organisation."""

import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from hverdag.check.sample import NAME, sample_words
from hverdag.check.sentences import blocks, sentences
from hverdag.host.mkdocs import render_site
from hverdag.host.plain_build import PlainBuild
from hverdag.model.message import Message
from hverdag.model.problem import Problem
from hverdag.model.texts.body import Body
from hverdag.pipeline import build
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.read import read_and_check
from tests import sample_words as generator
from tests.conftest import PACKAGE, ROOT, TODAY, Publication, copied
from tests.consent import run

SETTINGS = "values/handbook.yml"
OTHER = "Boligforeningen Havblik"


def cloned(folder: Path, organisation: str = OTHER) -> Publication:
    """The sample as somebody begins with it: only the organisation is another."""
    for name in ("values", "stories", "docs"):
        shutil.copytree(ROOT / name, folder / "egen" / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "egen")
    publication = Publication(folder / "egen")
    publication.change(SETTINGS, "organisation: Fjordby Kommune", f"organisation: {organisation}")
    return publication


@pytest.fixture
def clone(tmp_path: Path) -> Publication:
    return cloned(tmp_path)


class ReadOnce(Publication):
    """One that nobody changes."""

    @cache  # noqa: B019 - one in the module
    def problems(self, today: date = TODAY) -> tuple[Problem, ...]:
        return super().problems(today)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> ReadOnce:
    """A clone that is only looked at, and read once."""
    return ReadOnce(cloned(tmp_path_factory.mktemp("untouched")).root)


def left(publication: Publication) -> list[Problem]:
    return [problem for problem in publication.problems() if problem.rule == "sample-text"]


def places(publication: Publication, path: str) -> list[tuple[int, str]]:
    """The lines of a file with words of the sample, and the words."""
    found = [problem for problem in left(publication) if problem.source.path == path]
    return [(problem.source.line, str(problem.parameters["given"])) for problem in found]


def of_line(publication: Publication, path: str, text: str) -> int:
    lines = (publication.root / path).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_the_list_is_made_of_the_sample_as_it_is() -> None:
    """If this fails, run `python -m tests.sample_words` and look at the difference."""
    assert (PACKAGE / "check" / NAME).read_text("utf-8") == generator.made()


def test_the_sample_itself_is_let_be() -> None:
    assert [problem for problem in read_and_check(ROOT, TODAY).problems if problem.rule == "sample-text"] == []


@pytest.mark.parametrize("written", ["Fjordby kommune", "FJORDBY KOMMUNE", " Fjordby  Kommune", "Fjordby-Kommune"])
def test_the_same_name_typed_otherwise_is_the_sample(tmp_path: Path, written: str) -> None:
    assert left(cloned(tmp_path, written)) == []


@pytest.mark.parametrize("written", [OTHER, "Bakkeby Kommune", "Fjordby Boligforening", "Fjordby Komune"])
def test_any_other_name_is_another_organisation(tmp_path: Path, written: str) -> None:
    found = left(cloned(tmp_path, written))
    assert {problem.source.path.partition("/")[0] for problem in found} == {"docs", "stories", "values"}
    assert sum(problem.is_error for problem in found) > 50


@pytest.mark.parametrize(
    "field",
    [
        "title: Hverdag i",
        "notice: Fjordby",
        "name: Kommunikation, Fjordby",
        "phone: 70 00 00 00",
        "mail: hverdag@",
        "text: Alle forvaltninger",
        "text: Byrådet",
        "text: Vi undersøger",
        "text: 41.000",
        'text: "9"',
        "introduction:",
        "name: Juridisk kontor",
        "phone: 70 00 00 01",
        "mail: databeskyttelse@",
        "consent_register:",
        "forge:",
        "server: IT",
        "retention:",
        "edition: 1.",
        "due: 2026-06-26",
        "due: 2028-06-30",
        "number: 30",
        "text: Alle otte forvaltninger",
        "text: Planerne for 2027",
        "text: Borgeren møder",
        "stories: [noeglen, madpakken, skaermen]",
        "security:",
    ],
)
def test_every_setting_that_speaks_for_the_sample_is_told_where_it_stands(untouched: Publication, field: str) -> None:
    line = of_line(untouched, SETTINGS, field)
    (problem,) = [one for one in left(untouched) if one.source.path == SETTINGS and one.source.line == line]
    assert problem.is_error
    text = (untouched.root / SETTINGS).read_text("utf-8").split("\n")[line - 1]
    assert problem.source.column in (text.find(": ") + 3, text.find("- ") + 3)
    assert problem.source.field


@pytest.mark.parametrize("field", ["kinds:", "criteria:", "synonyms:", "folders:"])
def test_what_is_of_the_method_may_be_kept(untouched: Publication, field: str) -> None:
    begins = of_line(untouched, SETTINGS, field)
    lines = (untouched.root / SETTINGS).read_text("utf-8").split("\n")[begins:]
    inside = next(number for number, line in enumerate(lines, begins + 1) if not line.startswith((" ", "#")))
    assert [line for line, _ in places(untouched, SETTINGS) if begins < line < inside] == []


def test_pages_are_told_paragraph_by_paragraph(untouched: Publication) -> None:
    about = places(untouched, "docs/om.md")
    assert (of_line(untouched, "docs/om.md", "## Kommunen i tal"), "Kommunen i tal") in about
    assert of_line(untouched, "docs/om.md", "Alle arbejdspladser skal") in dict(about)
    assert of_line(untouched, "docs/om.md", "Fjordby Kommune er") in dict(about)
    assert "Vores resultatmål" not in dict(about).values()
    assert {"docs/index.md", "docs/tilgaengelighed.md"} <= {one.source.path for one in left(untouched)}


def test_the_programs_own_pages_and_methods_may_be_kept(untouched: Publication) -> None:
    kept = ("docs/metoder/", "docs/redaktion", "docs/samtale.md", "docs/print-selv.md", "docs/bidrag.md")
    assert [one for one in left(untouched) if one.source.path.startswith(kept)] == []


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("docs/tilgaengelighed.md", "Er du ikke tilfreds"),
        ("docs/tilgaengelighed.md", "Alle skal kunne læse"),
        ("docs/tilgaengelighed.md", "Hver gang programmet"),
        ("docs/om.md", "Ingen fortælling bliver udgivet"),
        ("docs/om.md", "1. **I fortæller"),
        ("docs/om.md", "Hvad der kom ind"),
        ("docs/bidrag.md", "Tallene gælder"),
        *((f"docs/{name}.md", "description:") for name in ("om", "bidrag", "tilgaengelighed")),
        (SETTINGS, "basis:"),
        (SETTINGS, "transfers:"),
    ],
)
def test_what_the_law_demands_or_the_program_does_may_be_kept(untouched: Publication, path: str, kept: str) -> None:
    assert of_line(untouched, path, kept) not in dict(places(untouched, path))


def test_such_a_sentence_does_not_tell_where_a_handbook_came_from(good: Publication) -> None:
    complaint = "Er du ikke tilfreds med svaret, kan du klage til Digitaliseringsstyrelsen."
    good.write("docs/om.md", f"# Om os\n\n{complaint}\n\nRing på 70 00 00 00.\n")
    assert left(good) == []


def test_all_sentences_of_a_block_are_told_at_once(clone: Publication) -> None:
    def told() -> list[tuple[str, int, object]]:
        return [
            (one.source.path, one.source.line, dict(one.parameters["advice"].parameters).get("count"))
            for one in left(clone)
            if isinstance(one.parameters["advice"], Message)
        ]

    line = of_line(clone, "docs/index.md", "Hvad betyder tillid")
    assert ("docs/index.md", line, 2) in told()
    line = of_line(clone, "docs/om.md", "Fjordby Kommune er opdigtet")
    assert ("docs/om.md", line, 3) in told()
    assert (SETTINGS, of_line(clone, SETTINGS, "introduction:"), 2) in told()
    clone.change("docs/index.md", "Hvad betyder tillid en tirsdag morgen? Her samler vi", "Her er vi.")
    clone.change("docs/index.md", "små fortællinger fra arbejdet i Fjordby og de værdier, de handler\nom. Læs én.", "")
    clone.change("docs/index.md", "Tal om den, næste gang I er samlet. Fortæl din egen.", "")
    assert line not in [number for path, number, _ in told() if path == "docs/index.md"]


def test_a_selection_of_the_sample_says_nothing_of_other_stories(clone: Publication) -> None:
    (clone.root / "stories/noeglen.md").rename(clone.root / "stories/trappen.md")
    text = (clone.root / SETTINGS).read_text("utf-8")
    others = (
        "knagen, chauffoeren, skloe, beskeden, skaermen, skoaeskerne, brugerfejl, frakken, det-andet-ben, madpakken"
    )
    text = text.replace(f"[noeglen, {others}]", "[trappen]").replace(
        "edition: 1. udgave, november 2026", "edition: Solbakkens første"
    )
    clone.write(SETTINGS, text.replace("group: Værdigruppen", "group: Bestyrelsen"))
    line = of_line(clone, SETTINGS, "- edition: Solbakkens første")
    assert (line, "Bestyrelsen, 14/14, 2026-11-20") in places(clone, SETTINGS)
    clone.change(SETTINGS, "date: 2026-11-20", "date: 2026-11-21")
    assert line not in dict(places(clone, SETTINGS))


def test_the_answers_to_a_story_of_the_sample_are_no_answers_to_ones_own(clone: Publication) -> None:
    """Whoever writes a story in the place of one is told of each yes that was never said to it."""
    own = copied("good", clone.root / "lilleby")
    body = (own.root / "stories/vinduet.md").read_text("utf-8").split("---\n", 2)[2]
    shutil.rmtree(own.root)
    fields = (ROOT / "stories/noeglen.md").read_text("utf-8").split("---\n", 2)[1]
    clone.write("stories/noeglen.md", f"---\n{fields}---\n{body}")
    told = places(clone, "stories/noeglen.md")
    lines = (clone.root / "stories/noeglen.md").read_text("utf-8").split("\n")
    answers = {number for number, line in enumerate(lines, 1) if line.strip().startswith("text: ")}
    assert len(answers) == 6
    assert answers <= set(dict(told))
    assert of_line(clone, "stories/noeglen.md", "reference: SAM-2026-003") in dict(told)
    clone.change("stories/noeglen.md", "until: 2028-03-31", "until: 2029-03-31")
    assert of_line(clone, "stories/noeglen.md", "reference: SAM-2026-003") not in dict(
        places(clone, "stories/noeglen.md")
    )


def test_the_same_by_chance_can_be_said(clone: Publication) -> None:
    """Every remedy can be followed: also where the number really is the same."""
    clone.change(SETTINGS, 'text: "9"', 'text: "9 (2026)"')
    clone.change(SETTINGS, "id: arbejdspladser\n    text: Mindst", "id: bygninger\n    text: Mindst")
    edition = f"edition: 1. udgave, november 2026, {OTHER}\nlanguage"
    clone.change(SETTINGS, "edition: 1. udgave, november 2026\nlanguage", edition)
    told = dict(places(clone, SETTINGS))
    for text in ("9 (2026)", "number: 30", f"{edition.partition(chr(10))[0]}"):
        assert of_line(clone, SETTINGS, text) not in told


def test_a_whole_story_or_value_is_told_once(clone: Publication) -> None:
    assert len(places(clone, "stories/noeglen.md")) == len(places(clone, "values/tillid.md")) == 1
    clone.change(
        "stories/noeglen.md",
        "Susanne var ikke vred. Det havde været nemmere.",
        "Vi drak kaffe i vaskerummet, til det blev lyst.",
    )
    told = places(clone, "stories/noeglen.md")
    assert len(told) > 10
    assert of_line(clone, "stories/noeglen.md", "Den femte havde jeg fri") in dict(told)


@pytest.mark.parametrize("state", ["draft", "in-review", "retired"])
def test_a_story_that_is_not_published_is_only_a_note(clone: Publication, state: str) -> None:
    clone.change("stories/noeglen.md", "state: published", f"state: {state}")
    (problem,) = [one for one in left(clone) if one.source.path == "stories/noeglen.md"]
    assert problem.level == "hint"


@pytest.mark.parametrize(
    "typed",
    [
        "De går de syv kriterier igennem og skriver ned, hvad de er i tvivl om.",
        "De går de syv kriterier\nigennem og skriver ned,\nhvad de er i tvivl om.",
        "DE går de syv kriterier **igennem** og skriver ned, hvad de er i tvivl om!",
        "> - De går de syv kriterier igennem og skriver ned, hvad de er i tvivl om.",
        "Velkommen til os. De går de syv kriterier igennem og skriver ned, hvad de er i tvivl om. Vi ses.",
        "## Kommunen i tal",
        "Vi er 40 i Fjordby Kommune.",
        "Fjordbys egne ord.",
        "Skriv til [os](mailto:hverdag@fjordby.example).",
    ],
)
def test_a_sentence_of_the_sample_is_known_however_it_is_set(good: Publication, typed: str) -> None:
    good.write("docs/om.md", f"# Om os\n\nEn linje for sig.\n\n{typed}\n")
    (problem,) = left(good)
    assert (problem.source.path, problem.is_error) == ("docs/om.md", True)
    assert 5 <= problem.source.line <= 7


@pytest.mark.parametrize(
    "typed",
    [
        "Ingen fortælling kommer ud, før alle har nikket.",
        "Fjordbyen ligger ved vandet. Vi bor i Fjordbyggeriet.",
        "## Vores værdier",
        "Ring på 70 00 00 00.",
        "Sådan gik det.",
    ],
)
def test_what_others_may_well_write_is_theirs(good: Publication, typed: str) -> None:
    good.write("docs/om.md", f"# Om os\n\n{typed}\n")
    assert left(good) == []


def test_a_page_without_fields_is_read_too(good: Publication) -> None:
    good.write("docs/om.md", (ROOT / "docs/om.md").read_text("utf-8").split("---\n", 2)[2])
    assert len(left(good)) == 5


def test_a_handbook_of_its_own_may_have_the_same_small_numbers(good: Publication) -> None:
    settings = (good.root / SETTINGS).read_text("utf-8")
    fact = '  - id: {id}\n    name: {name}\n    text: "{text}"\n'
    small = fact.format(id="skoler", name="Folkeskoler", text="9")
    good.write(SETTINGS, settings + small)
    assert left(good) == []
    good.write(SETTINGS, settings + small + fact.format(id="ansatte", name="Ansatte", text="3.200"))
    assert [problem.parameters["given"] for problem in left(good)] == ["Ansatte: 3.200"]
    good.change(SETTINGS, "name: Ansatte", "name: Medarbejdere")
    assert [problem.parameters["given"] for problem in left(good)] == ["Medarbejdere: 3.200"]


@pytest.mark.parametrize("piece", ["{{", "{%", "<!--", "](", ". ", "!)", "- \n", "70 ", ".\n", "{ ."])
def test_no_text_takes_more_than_its_length(piece: str) -> None:
    """A pattern that looked ahead without a limit would take hours here."""
    body = Body(source=piece * 40_000)
    words = sample_words()
    assert [one for block in blocks(body) for one in (*words.in_block(block), *words.phones_in(block.text))] == []


def rewritten(clone: Publication) -> None:
    """Replace what speaks for the sample, and keep what every handbook may keep."""
    own = copied("good", clone.root / "lilleby")
    for name in ("stories", "values"):
        shutil.rmtree(clone.root / name)
        shutil.copytree(own.root / name, clone.root / name)
    for name in ("index", "om", "bidrag", "tilgaengelighed"):
        clone.write(f"docs/{name}.md", f"# Siden {name}\n\nHer står vores eget.\n")
    shutil.rmtree(own.root)
    kinds = (ROOT / SETTINGS).read_text("utf-8")
    kept = kinds[kinds.index("kinds:") : kinds.index("goals:")]
    settings = (clone.root / SETTINGS).read_text("utf-8")
    settings = settings[: settings.index("kinds:")] + kept + settings[settings.index("facts:") :]
    settings = settings.replace("70 00 00 00", "70 00 00 07").replace("hjaelp.md", "tilgaengelighed.md")
    clone.write(SETTINGS, settings)


def test_who_has_written_everything_anew_is_let_be(clone: Publication) -> None:
    rewritten(clone)
    assert [problem for problem in clone.problems() if problem.is_error] == []
    assert left(clone) == []
    # One that came with the sample may not keep its telephone number, whatever the name beside it is.
    for number in ("70000000", "70 00 00 00", "+45 70 00 00 00", "0045 7000 0000", "vagttelefon 70.00.00.02"):
        clone.change(SETTINGS, "phone: 70 00 00 07", f"phone: {number}")
        assert [(problem.source.path, problem.source.field) for problem in left(clone)] == [(SETTINGS, "contact")]
        clone.change(SETTINGS, f"phone: {number}", "phone: 70 00 00 07")


def test_the_address_that_the_sample_suggests_is_not_ones_own(clone: Publication) -> None:
    rewritten(clone)
    clone.change(SETTINGS, "https://git.lilleby.example/", "https://git.fjordby.example/hverdag/")
    assert [problem.source.field for problem in left(clone)] == ["edit_url"]


def test_another_organisations_name_in_any_text_is_told(clone: Publication) -> None:
    rewritten(clone)
    clone.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg lukkede det. Sådan er det i Fjordby.")
    clone.change("values/mod.md", "name: Mod", "name: Fjordbys mod")
    clone.change("docs/metoder/vagtskifte.md", "---\n\n", "---\n\nFjordby Kommune gør det sådan.\n\n")
    assert {problem.source.path for problem in left(clone)} == {
        "docs/metoder/vagtskifte.md",
        "stories/vinduet.md",
        "values/mod.md",
    }


def test_nothing_is_published_and_a_preview_is(good: Publication) -> None:
    settings = (good.root / SETTINGS).read_text("utf-8")
    good.write(SETTINGS, settings.replace("name: Kommunikation", "name: Kommunikation, Fjordby Rådhus"))
    for command in ("check", "build", "offline"):
        done = run(good, command)
        assert done.exit_code == 1, done.output
        assert "fejl sample-text: »Kommunikation, Fjordby Rådhus« fulgte med eksempelhåndbogen." in done.output
    assert not (good.root / "site").exists()
    done = run(good, "build", "--preview")
    assert done.exit_code == 0, done.output
    assert "bemærk sample-text" in done.output
    assert "Fjordby Rådhus" in (good.root / "site-preview/index.html").read_text("utf-8")


def test_a_plain_mkdocs_build_stops_too(good: Publication) -> None:
    good.change(SETTINGS, "name: Kommunikation", "name: Kommunikation, Fjordby Rådhus")
    config = load_config(str(good.root / "mkdocs.yml"))
    with pytest.raises(PluginError, match="sample-text"):
        PlainBuild(good.root, to_everyone=False).begin(config)


@pytest.mark.slow
def test_a_clone_has_one_report_of_it_and_no_other_errors(clone: Publication) -> None:
    report = check_site(clone.root, TODAY, render_site)
    assert {problem.rule for problem in report.problems if problem.is_error} == {"sample-text"}
    preview = build.build(clone.root, TODAY, clone.site, render_site, preview=True)
    assert preview.built, preview.problems


def test_blocks_and_sentences_have_their_places() -> None:
    body = Body(
        line=5, source="# En *overskrift*\nVi går. Så\nkommer I.\n- Et punkt, f.eks. her.\n\n1. {{ fact('x') }} Ja!\n"
    )
    found = [(found.text, block.place(found.start)) for block in blocks(body) for found in sentences(block.text)]
    assert found == [
        ("En *overskrift", (5, 3)),
        ("Vi går.", (6, 1)),
        ("Så kommer I.", (6, 9)),
        ("Et punkt, f.eks. her.", (8, 3)),
        ("Ja!", (10, 20)),
    ]


def test_the_list_holds_no_text() -> None:
    words = sample_words()
    assert all(len(one) == 12 and int(one, 16) >= 0 for one in (*words.own, *words.kept, *words.facts))
    assert words.own.isdisjoint(words.kept)
