"""Renaming: links are mended, the old address leads on, and nothing is half done."""

import errno
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hverdag.model.former import PATH
from hverdag.model.texts.nods import Standing
from hverdag.pipeline.read import read_and_check
from hverdag.workflows import source_files
from tests.conftest import TODAY, Publication, copied, examples
from tests.course import CONTRIBUTORS, Course
from tests.features.guides.chain_methods import METHODS

HELP = "docs/hjaelp.md"
HANDBOOK = "values/handbook.yml"
STRATEGY = "strategy:\n  - {id: tvaers, text: Vi spørger hinanden., source: 'Strategien, side 7'}\n"
GOAL = "goals:\n  - id: bredt\n    text: Alle er med.\n"


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    return Course(good, tmp_path)


def rename(course: Course, old: str, new: str, *more: str, fails: bool = False) -> str:
    done = course.run("rename", old, new, *(more or ("--yes",)))
    assert (done.exit_code == 0) is not fails, done.output
    return done.output


def moved(course: Course, name: str) -> None:
    """Give the file of a story another name by hand."""
    (course.root / "stories/vinduet.md").rename(course.root / "stories" / name)


def errors(course: Course) -> list[str]:
    problems = read_and_check(course.root, TODAY).problems
    return [f"{problem.source.path}: {problem.rule}" for problem in problems if problem.is_error]


def everything(course: Course) -> dict[str, bytes]:
    paths = (path for folder in ("docs", "stories", "values") for path in (course.root / folder).rglob("*"))
    return {path.relative_to(course.root).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def test_links_in_every_kind_of_text_are_mended_and_nothing_else(course: Course) -> None:
    course.change(
        "Mod er at", 'Se [den](../stories/vinduet.md#x "vinduet.md") og `[x](vinduet.md)`. Mod er at', "values/mod.md"
    )
    course.change(
        "En metode til", "Se [a][v].\n\n[v]: <../../stories/vinduet.md>\n\nEn metode til", "docs/metoder/kort.md"
    )
    course.change("Jeg lukkede det.", "Jeg [lukkede](./vinduet.md) vinduet.md.\n\n## X\n\nNu.", "stories/vinduet.md")
    before = everything(course)
    output = rename(course, "vinduet", "ruden")
    after = everything(course)
    assert "Den gamle adresse /fortaellinger/vinduet/ fører videre." in output
    assert before.pop("stories/vinduet.md").replace(b"(./vinduet.md)", b"(./ruden.md)") == after.pop("stories/ruden.md")
    assert after.pop(PATH).decode().endswith("F02: [fortaellinger/vinduet/]\n")
    changed = {path: (text, after[path]) for path, text in before.items() if after[path] != text}
    assert {path: new.decode() for path, (_, new) in changed.items()} == {
        "values/mod.md": before["values/mod.md"].decode().replace("stories/vinduet.md#x", "stories/ruden.md#x"),
        "docs/metoder/kort.md": before["docs/metoder/kort.md"].decode().replace("vinduet.md>", "ruden.md>"),
        "stories/doeren.md": before["stories/doeren.md"].decode().replace("(vinduet.md)", "(ruden.md)"),
        HELP: before[HELP].decode().replace("vinduet.md", "ruden.md"),
    }
    assert errors(course) == []


def test_a_hand_written_page_may_link_in_any_way(course: Course) -> None:
    page = """---
title: Hjælp
render_macros: true
---

Se [a](fortaellinger/vinduet.md#x), [b](guider/kort/vinduet.md), [c](print/kort/vinduet-kort.pdf?x=1),
[d](../fortaellinger/vinduet/), [e](/fortaellinger/vinduet/), <a href='../guider/vejen/vinduet/index.html'>f</a>.

| [g](fortaellinger/vinduet.md) | `fortaellinger/vinduet.md` |
|---|---|

    fortaellinger/vinduet.md

vinduet, fortaellinger/vinduet.md og [h](fortaellinger/vinduet-2.md).
{{ story("vinduet") }} {{ story(id='vinduet') }} {% raw %}{{ story("vinduet") }}{% endraw %} {{ fact("vinduet") }}

[i]: https://hverdag.lilleby.example/fortaellinger/vinduet/
"""
    course.write(HELP, page)
    course.write(HANDBOOK, course.read(HANDBOOK) + "site_url: https://hverdag.lilleby.example/\n")
    rename(course, "F02", "ruden.md")
    mended = re.sub(r"(\((?:[./]*|print/)[\w/]*/)vinduet", r"\1ruden", page)
    mended = mended.replace("vejen/vinduet/index", "vejen/ruden/index").replace(
        "example/fortaellinger/vinduet", "example/fortaellinger/ruden"
    )
    mended = mended.replace('{{ story("vinduet") }} {{', '{{ story("ruden") }} {{').replace(
        "id='vinduet'", "id='ruden'"
    )
    mended = mended.replace("ruden-2.md", "vinduet-2.md")
    assert course.read(HELP) == mended


def test_a_value_is_mended_where_stories_and_pages_name_it(course: Course) -> None:
    rename(course, "values/mod.md", "at-turde")
    assert "values: [tillid, at-turde]" in course.read("stories/doeren.md")
    assert 'stories(value="at-turde")' in course.read("docs/index.md")
    assert "V02: [vaerdier/mod/]" in course.read(PATH)
    assert errors(course) == []


def test_a_method_is_mended_where_others_lead_to_it_and_its_guide_leads_on(course: Course) -> None:
    for name, text in METHODS.items():
        course.write(f"docs/metoder/{name}.md", text)
    rename(course, "docs/metoder/borgerne.md", "kunderne")
    rename(course, "docs/metoder/strategien.md", "planen")
    assert "leads_to: [kunderne]" in course.read("docs/metoder/planen.md")
    assert "follows: [kunderne]" in course.read("docs/metoder/opfoelgning.md")
    assert errors(course) == []
    report = course.publication.build()
    assert report.built, report.problems
    site = course.publication.site
    assert "../../planen/haandbogen/" in (site / "guider/strategien/haandbogen/index.html").read_text("utf-8")
    former, now = (site / f"print/{name}/haandbogen-{name}.pdf" for name in ("strategien", "planen"))
    assert former.read_bytes() == now.read_bytes()


def test_settings_name_stories_pages_and_files(course: Course) -> None:
    more = """pamphlet:
  stories: ["vinduet", doeren]
waivers:
  - rule: privacy-cpr-like
    file: stories/vinduet.md
    seen: bcdfghjklmnprstv
    reason: Et varenummer.
    approved_by: databeskyttelsesrådgiver
    date: 2026-11-20
"""
    course.write(HANDBOOK, course.read(HANDBOOK) + more)
    rename(course, "vinduet", "ruden")
    rename(course, "hjaelp.md", "spoergsmaal")
    settings = course.read(HANDBOOK)
    assert 'stories: ["ruden", doeren]' in settings
    assert "file: stories/ruden.md" in settings
    assert "accessibility: spoergsmaal.md" in settings
    assert "  /spoergsmaal.md\n" in course.read("mkdocs.yml")
    assert "docs/spoergsmaal.md: [hjaelp/]" in course.read(PATH)


def test_a_goal_is_mended_in_stories(course: Course) -> None:
    course.write(HANDBOOK, course.read(HANDBOOK) + GOAL)
    response = "response:\n  answer: chosen\n  reason: Ja.\n  goal: bredt\n  date: 2026-05-04\n  role: Direktionen\n"
    course.change("told: 2026-02-01\n", f"told: 2026-02-01\n{response}", "stories/vinduet.md")
    rename(course, "bredt", "Mål 1: alle")
    assert '  goal: "Mål 1: alle"\n' in course.read("stories/vinduet.md")
    assert '  - id: "Mål 1: alle"\n' in course.read(HANDBOOK)
    assert '"Mål 1: alle": [maal/bredt/]' in course.read(PATH)
    assert errors(course) == []


def test_mkdocs_is_mended_in_plain_lines_and_told_elsewhere(course: Course) -> None:
    nav = "nav:\n  - Guide: guider/kort/vinduet.md\n  - Kort: metoder/kort.md\n"
    settings = re.sub(r"nav:\n(  - .*\n)+", nav, course.read("mkdocs.yml"))
    course.write("mkdocs.yml", f"{settings}extra:\n  metoder/kort.md: x\n")
    output = rename(course, "kort", "samtale")
    mended = nav.replace("guider/kort", "guider/samtale").replace("metoder/kort", "metoder/samtale")
    assert mended in course.read("mkdocs.yml")
    assert course.read("mkdocs.yml").endswith("extra:\n  metoder/kort.md: x\n")
    line = course.read("mkdocs.yml").count("\n")
    assert f"Ret selv dette: mkdocs.yml, linje {line}\n" in output


def test_bytes_stay_as_they_are(course: Course) -> None:
    text = course.read("stories/doeren.md").replace("\n", "\r\n")
    (course.root / "stories/doeren.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    course.write(PATH, "# Øverst\r\n\r\nF01:  # husk\r\n  - fortaellinger/porten/ \r\n  # mere\r\n\r\n# Nederst\r\n")
    (course.root / PATH).write_bytes(course.read(PATH).replace("\r\r", "\r").encode())
    rename(course, "vinduet", "ruden")
    expected = b"\xef\xbb\xbf" + text.replace("(vinduet.md)", "(ruden.md)").encode()
    assert (course.root / "stories/doeren.md").read_bytes() == expected


def test_what_is_asked_can_be_refused(course: Course) -> None:
    before = everything(course)
    done = course.run("rename", "vinduet", "ruden", typed="nej\n")
    assert done.exit_code == 1
    assert "stories/doeren.md (1 sted)" in done.output
    assert "Intet er ændret." in done.output
    assert everything(course) == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("vinduer", "ruden", "Mente du »vinduet«?"),
        ("vinduet", "doeren", "Der er allerede noget, der hedder »stories/doeren.md«."),
        ("vinduet", "vinduet.md", "Det hedder allerede »stories/vinduet.md«."),
        ("vinduet", "Det åbne vindue", "Kald filen det-aabne-vindue.md"),
        ("vinduet", "con", "Kald filen con-1.md"),
        ("vinduet", "../values/vinduet", "Skriv det nye navn uden mappe, for eksempel vinduet."),
        ("docs/index.md", "forside", "siden for sin mappe"),
        ("hjaelp", "index", "siden for sin mappe"),
        ("hjaelp", "vaerdier", "/vaerdier/"),
        ("mod", "aa", "»mod« passer på flere ting: values/mod.md, stories/mod.md."),
        ("bredt", "synlig", "Der er allerede noget, der hedder »synlig«."),
        ("bredt", "tvaers", "Der er allerede noget, der hedder »tvaers«."),
        ("bredt", "Tværs", "får den samme adresse som"),
        ("tvaers", "bredt", "Der er allerede noget, der hedder »bredt«."),
        ("bredt", "Synlig!", "får den samme adresse som"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(course: Course, old: str, new: str, told: str) -> None:
    course.write(HANDBOOK, course.read(HANDBOOK) + GOAL + "  - id: synlig\n    text: De kan ses.\n" + STRATEGY)
    if old == "mod":
        course.write("stories/mod.md", course.read("stories/vinduet.md").replace("F02", "F09"))
    before = everything(course)
    output = rename(course, old, new, "--yes", fails=True)
    assert told in output
    assert everything(course) == before


def test_a_point_of_the_strategy_is_mended_as_a_goal_is(course: Course) -> None:
    course.write(HANDBOOK, course.read(HANDBOOK) + GOAL + STRATEGY)
    response = "response:\n  answer: chosen\n  reason: Ja.\n  goal: tvaers\n  date: 2026-05-04\n  role: Direktionen\n"
    course.change("told: 2026-02-01\n", f"told: 2026-02-01\n{response}", "stories/vinduet.md")
    rename(course, "tvaers", "sammen")
    assert "  goal: sammen\n" in course.read("stories/vinduet.md")
    assert "{id: sammen, text" in course.read(HANDBOOK).replace('"', "")
    assert "sammen: [strategi/tvaers/]" in course.read(PATH)
    assert errors(course) == []


def test_another_former_address_is_not_taken_over(course: Course) -> None:
    rename(course, "vinduet", "ruden")
    output = rename(course, "doeren", "vinduet", "--yes", fails=True)
    assert "Adressen »fortaellinger/vinduet/« er i brug nu. Den hører til stories/vinduet.md." in output
    assert (course.root / "stories/doeren.md").exists()


def test_capital_letters_and_danish_letters_go(course: Course) -> None:
    moved(course, "Vinduet på klem.md")
    course.change("(vinduet.md)", "(<Vinduet på klem.md>) og [igen](Vinduet%20p%C3%A5%20klem.md)", "stories/doeren.md")
    course.change("fortaellinger/vinduet.md", "hjaelp.md", HELP)
    rename(course, "F02", "vinduet")
    assert "(<vinduet.md>) og [igen](vinduet.md)" in course.read("stories/doeren.md")
    assert not (course.root / PATH).exists(), "it was never an address"
    assert errors(course) == []


def test_small_letters_instead_of_capitals(course: Course) -> None:
    moved(course, "Vinduet.md")
    course.change("(vinduet.md)", "(Vinduet.md)", "stories/doeren.md")
    course.change("fortaellinger/vinduet.md", "hjaelp.md", HELP)
    rename(course, "F02", "vinduet")
    assert "[Vinduet](vinduet.md)" in course.read("stories/doeren.md")
    assert "vinduet.md" in [path.name for path in (course.root / "stories").iterdir()]


def test_a_draft_has_given_its_address_to_nobody(course: Course) -> None:
    rename(course, "kladden", "udkastet")
    assert not (course.root / PATH).exists()


def test_a_number_in_a_name_is_not_written_down(course: Course) -> None:
    moved(course, "0707614285.md")
    course.change("(vinduet.md)", "(0707614285.md)", "stories/doeren.md")
    output = rename(course, "F02", "vinduet")
    assert "0707614285" not in output
    assert not (course.root / PATH).exists()


def test_a_link_that_cannot_be_mended_stops_it_all(course: Course) -> None:
    course.change("(vinduet.md)", "(&#118;induet.md)", "stories/doeren.md")
    before = everything(course)
    if errors(course):
        pytest.skip("the reader refuses it")
    output = rename(course, "vinduet", "ruden", "--yes", fails=True)
    assert "Filen er nævnt her på en måde, som programmet ikke kan rette." in output
    assert everything(course) == before


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
def test_nothing_is_half_done(course: Course, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    before = everything(course)
    written = 0
    put, move = source_files._put, source_files._move

    def full(path: Path, content: bytes, mode: int | None = None) -> None:
        nonlocal written
        written += 1
        if written == fails_at < 4:
            raise OSError(errno.ENOSPC, "", str(path))
        put(path, content, mode)

    def refused(old: Path, new: Path) -> None:
        if fails_at == 4:
            raise PermissionError(errno.EACCES, "", str(new))
        move(old, new)

    monkeypatch.setattr(source_files, "_put", full)
    monkeypatch.setattr(source_files, "_move", refused)
    course.change("Mod er at", "Se [den](../stories/vinduet.md). Mod er at", "values/mod.md")
    before = everything(course)
    output = rename(course, "vinduet", "ruden", "--yes", fails=True)
    assert "Intet har fået et nyt navn." in output
    assert everything(course) == before


def test_a_merge_must_be_finished_first(course: Course) -> None:
    course.git("checkout", "-q", "-b", "en")
    course.change("Jeg lukkede det.", "Jeg lukkede vinduet.", "stories/vinduet.md")
    course.commit("en")
    course.git("checkout", "-q", "main")
    course.change("Jeg lukkede det.", "Jeg lod det stå.", "stories/vinduet.md")
    course.commit("to")
    course.git("merge", "en", check=False)
    assert "Git er midt i at sætte to versioner sammen." in rename(course, "doeren", "porten", "--yes", fails=True)


def test_without_git_it_works_too(good: Publication, tmp_path: Path) -> None:
    course = Course.__new__(Course)
    course.publication, course.root, course.seen = good, good.root, tmp_path
    rename(course, "vinduet", "ruden")
    assert "F02: [fortaellinger/vinduet/]" in course.read(PATH)


def test_a_nod_either_stands_or_is_told_of(course: Course) -> None:
    text = CONTRIBUTORS + "origin:"
    course.change("origin:", text, "stories/doeren.md")
    assert course.run("nod", "doeren", "--as", "pedel", "--yes").exit_code == 0
    output = rename(course, "vinduet", "ruden")
    handbook = read_and_check(course.root, TODAY).handbook
    nods = handbook.nods(handbook.story_by_id["doeren"]).nods
    standing = {nod.contributor.role: nod.standing for nod in nods}["pedel"]
    assert (standing is Standing.GIVEN) is not ("Skal nikke igen" in output)


NAMES = ("vinduet", "ruden", "karmen", "det-aabne-vindue")


@settings(max_examples=examples(5))
@given(names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=4))
def test_every_name_in_a_chain_leads_to_the_last(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    good = copied("good", tmp_path_factory.mktemp("kaede"))
    course = Course.__new__(Course)
    course.publication, course.root, course.seen = good, good.root, good.root
    now = "vinduet"
    had: list[str] = []
    for name in names:
        if name != now:
            rename(course, now, name)
            had = [one for one in (*had, now) if one != name]
            now = name
    handbook = read_and_check(course.root, TODAY).handbook
    assert handbook.former_addresses.get("F02", ()) == tuple(f"fortaellinger/{name}/" for name in had)
    assert handbook.story_by_id[now].code == "F02"
    assert f"[Vinduet]({now}.md)" in course.read("stories/doeren.md")
    assert f"fortaellinger/{now}.md" in course.read(HELP)
    assert errors(course) == []
