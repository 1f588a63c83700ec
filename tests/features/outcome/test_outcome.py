"""What came of the stories: numbers that add up, and nothing, in any file, of a story that was left out."""

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.features.outcome.plan import FEWEST, outcome_of
from hverdag.host.mkdocs import render_site
from hverdag.model.handbook import Handbook
from hverdag.model.settings import Settings
from hverdag.model.texts.answers import Answer, Response
from hverdag.model.texts.nods import Contributor
from hverdag.model.texts.story import Origin, State, Story
from hverdag.model.themes import Theme
from hverdag.pipeline import build
from tests.conftest import TODAY, Publication, copied
from tests.golden_course import give_course
from tests.told import told

DAY = date(2026, 4, 20)
HIDDEN = (
    "kvidderhat",  # the file's name
    "mosekonge",  # title
    "blikspand",  # summary
    "tørvestak",  # text
    "sneplov",  # question
    "lerkrukke",  # dilemma
    "harpiks",  # options
    "glasværket",  # workplace
    "oldermænd",  # audience
    "fuglekiggeri",  # a theme of its own
    "ostekusken",  # a contributor
    "j-77123",  # where the nod is kept
    "bødkerlavet",  # the group
    "vindfløjen",  # its doubt
    "f77",  # code
    "drivtømmer",  # picture
    "guldsnor",  # what the picture shows
    "0123456789abcdef0123456789abcdef",  # what was nodded to
)
DAYS = ("1999-0", r"1\d\. maj 1999", r"1\d\. juni 1999", r"1\d\. juli 1999")
LEFT = """---
title: En mosekonge
summary: Den handler om et blikspand.
values: [mod]
kind: opgave
workplace: Glasværket
audience: [oldermænd]
themes: [fuglekiggeri, nøgler]
questions: [Hvem kører sneplov?, Hvem ser det?, Hvem siger det?]
dilemma:
  question: Hvor stiller du en lerkrukke?
  options: [I harpiks., Nej.]
because: Den lå i en gyngestol.
origin: collected
state: STATE
image: drivtømmer.png
image_alt: En guldsnor
told: 1999-05-17
review_by: 2027-02-01
code: F77
consent:
  reference: ESDH-77321
  channels: [intranet, print, outside]
  until: 2028-03-01
mentioned:
  people:
    - relation: karetmageren
      changed: huggeblokken
      recognisable: false
  asked: rebslageren
  date: 1999-05-18
contributors:
  - role: ostekusken
    nod:
      date: 1999-06-18
      text: 0123456789abcdef0123456789abcdef
      record: J-77123
decision:
  date: 1999-07-19
  group: Bødkerlavet
  doubts:
    - criterion: sand
      why: Vindfløjen var i stykker.
---

Jeg så en tørvestak.
"""
ANSWER = """response:
  answer: declined
  reason: Vi har en anden, der viser det samme.
  goal: synlig
  date: 2026-04-21
  role: Direktionen
"""


def leave_out(course: Publication, state: str) -> None:
    """Write a story that readers must not meet. Its picture lies beside it, and is nobody's business either."""
    text = LEFT.replace("STATE", state).replace("drivtømmer", "drivtoemmer")
    if state == "declined":
        text = text.replace("---\n\nJeg", f"{ANSWER}---\n\nJeg")
    course.write("stories/kvidderhat.md", text)
    (course.root / "stories/drivtoemmer.png").write_bytes((course.root / "stories/kladde.png").read_bytes())


def leaks(folder: Path) -> list[str]:
    words = [*HIDDEN, "drivtoemmer", "toervestak", "boedkerlavet", "glasvaerket", *DAYS]
    found = []
    for path in folder.rglob("*"):
        if not path.is_file() or "javascripts" in path.parts or path.suffix in (".woff2", ".png"):
            continue
        name = str(path.relative_to(folder))
        text = re.sub(r"\s+", " ", "\n".join((name, *told(path))).replace("\u00ad", "")).casefold()
        found += [f"{name}: {word}" for word in words if re.search(rf"(?<![^\W_]){word}", text)]
    return found


@pytest.fixture(scope="module")
def left_out(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Publication]:
    """A course with a story that readers must not meet, built once in each state: for tests that only look at it."""

    @cache
    def made(state: str) -> Publication:
        course = give_course(copied("good", tmp_path_factory.mktemp(state)))
        leave_out(course, state)
        report = course.build()
        assert report.built, report.problems
        return course

    return made


def offline(course: Publication) -> Path:
    made = course.root.parent / "ude.zip"
    report = build.offline(course.root, TODAY, made, render_site)
    assert report.built, report.problems
    with zipfile.ZipFile(made) as packed:
        packed.extractall(course.root.parent / "pakket ud")
    return course.root.parent / "pakket ud"


@pytest.mark.parametrize("state", ["declined", "in-review", "retired"])
@pytest.mark.slow
def test_no_file_of_any_edition_tells_of_a_story_that_readers_cannot_see(
    left_out: Callable[[str], Publication], state: str
) -> None:
    course = left_out(state)
    assert [leak for leak in leaks(course.site) if not (state == "retired" and is_a_notice(leak))] == []
    assert [leak for leak in leaks(offline(course)) if not (state == "retired" and is_a_notice(leak))] == []


def is_a_notice(leak: str) -> bool:
    """Of a retired story, its code on paper and its addresses lead to words that it is gone; nothing else is left."""
    path, _, word = leak.partition(": ")
    return word == "f77" or (word == "kvidderhat" and "/kvidderhat" in path)


def test_not_even_a_preview_tells_of_a_story_that_was_left_out(course: Publication) -> None:
    leave_out(course, "declined")
    assert course.build(preview=True).built
    assert leaks(course.site) == []


def test_the_search_for_leaks_finds_what_is_there(course: Publication) -> None:
    leave_out(course, "in-review")
    assert course.build(preview=True).built
    everything = leaks(course.site)
    assert {Path(leak.partition(": ")[0]).suffix for leak in everything} >= {".html", ".js", ".pdf", ".docx"}
    found = {leak.partition(": ")[2] for leak in everything}
    # Roles, where a nod is kept and what was nodded to stand on no page, whoever looks.
    assert set(HIDDEN) - found == {"ostekusken", "j-77123", "0123456789abcdef0123456789abcdef", "drivtømmer"}


def test_what_was_left_out_is_told_by_managements_words_alone(left_out: Callable[[str], Publication]) -> None:
    course = left_out("declined")
    page = course.page("bidrag/index.html")
    assert "Vi har en anden, der viser det samme." in page
    assert "Direktionen, 21. april 2026" in page
    assert "Vi har en anden" not in course.page("maal/synlig/index.html")
    assert [path for path in course.site.rglob("*.html") if "Vi har en anden" in path.read_text("utf-8")] == [
        course.site / "bidrag/index.html"
    ]
    # One of three holds the theme and cannot be seen: it is not counted, so that it cannot be found by subtraction.
    assert 'Nøgler <span class="hv-quiet">2 fortællinger' in page


def test_what_came_in_says_so_itself(course: Publication) -> None:
    for name in ("doeren", "vinduet"):
        text = (course.root / f"stories/{name}.md").read_text("utf-8")
        text = re.sub(r"^contributors:\n.*?(?=^---)", "", text, flags=re.M | re.S)
        course.write(f"stories/{name}.md", text.replace("origin: collected", "origin: illustrative"))
    course.build()
    assert "Der er ikke kommet fortællinger ind endnu." in course.page("bidrag/index.html")


def test_markdown_never_reads_what_management_writes(course: Publication) -> None:
    evil = json.dumps("[F](javascript:alert(2)) *z*{: onclick=alert(3) } <b>x</b> {{ 7*7 }}")
    leave_out(course, "declined")
    course.change("stories/kvidderhat.md", "reason: Vi har en anden, der viser det samme.", f"reason: {evil}")
    course.change("values/handbook.yml", "text: Alle er <med>.", f"text: {evil}")
    course.change("values/handbook.yml", "    group: Værdigruppen", f"    group: {evil}")
    course.change("mkdocs.yml", "site_name: Mini", "site_name: Mini\nmarkdown_extensions: [attr_list]")
    assert course.build().built
    for path in ("bidrag/index.html", "maal/maal-1-2/index.html", "fortaellinger/doeren/index.html"):
        page = course.page(path)
        assert "{{ 7*7 }}" in page
        assert not any(sign in page for sign in ('href="javascript:', "<em>z</em>", ' onclick="', "<b>x</b>"))


def test_the_sample_lists_what_came_of_it(sample: Path) -> None:
    assert 'href="../bidrag/"' in (sample / "om/index.html").read_text("utf-8")
    assert 'href="../maal/bredt/"' in (sample / "bidrag/index.html").read_text("utf-8")


# What a publication may hold.


def response(answer: Answer) -> Response:
    return Response(answer=answer, reason="Derfor.", date=DAY, role="Direktionen")


@st.composite
def stories(draw: st.DrawFn) -> tuple[Story, ...]:
    made = []
    for number in range(draw(st.integers(0, 9))):
        answer = draw(st.sampled_from([None, *Answer]))
        made.append(
            Story(
                path=f"stories/s{number}.md",
                code=f"F{number}",
                state=draw(st.sampled_from(State)),
                origin=draw(st.sampled_from(Origin)),
                themes=tuple(draw(st.lists(st.sampled_from(["ro", "Ro", "mod", "tid"]), max_size=3))),
                contributors=(Contributor(role="vagten"),) if draw(st.booleans()) else (),
                response=response(answer) if answer else None,
            )
        )
    return tuple(made)


@given(stories())
def test_the_numbers_add_up(made: tuple[Story, ...]) -> None:
    outcome = outcome_of(Handbook(Settings(), made))
    parts = len(outcome.chosen) + outcome.retired + outcome.left + outcome.under_way
    assert outcome.came_in == parts <= len(made)
    assert len(outcome.reasons) <= outcome.left
    assert all(story.is_published for story in outcome.chosen)
    assert outcome.invented <= outcome.came_in


@given(stories())
def test_no_theme_points_to_one_story_that_cannot_be_seen(made: tuple[Story, ...]) -> None:
    """Whoever subtracts the stories of the handbook from a number is left with none, or with several."""
    outcome = outcome_of(Handbook(Settings(), made))
    public = [story for story in made if story.is_published]
    known = [story for story in public if story.origin is Origin.COLLECTED or story.contributors or story.response]
    seen = Counter(theme for story in known for theme in {theme.casefold() for theme in story.themes})
    for theme in outcome.themes:
        assert theme.number > 0
        beyond = theme.number - seen[theme.name.casefold()]
        assert beyond == 0 or beyond >= FEWEST
    assert len({theme.name.casefold() for theme in outcome.themes}) == len(outcome.themes)


def test_a_theme_is_counted_under_the_name_that_it_has_everywhere_else() -> None:
    """One story writes the theme's name, and another a word for it."""
    settings = Settings(themes=(Theme(id="fejl", name="Når det går galt", about="Fejl.", words=("uheld",)),))
    made = tuple(
        Story(
            path=f"stories/s{theme}.md",
            code=f"F{theme}",
            state=State.PUBLISHED,
            themes=(theme,),
            contributors=(Contributor(role="vagten"),),
        )
        for theme in ("uheld", "når det går galt", "fuglekiggeri")
    )
    outcome = outcome_of(Handbook(settings, made))
    assert {theme.name: theme.number for theme in outcome.themes} == {"Når det går galt": 2, "fuglekiggeri": 1}


@given(st.permutations(range(5)))
def test_the_order_of_the_reasons_tells_nothing_of_the_stories(order: list[int]) -> None:
    """However the stories are named and numbered, the reasons come as their days and letters have them."""
    made = tuple(
        Story(
            path=f"stories/s{place}.md",
            code=f"F{place}",
            state=State.DECLINED,
            response=Response(
                answer=Answer.DECLINED, reason=f"Grund {number}", date=DAY + timedelta(number % 2), role="X"
            ),
        )
        for place, number in enumerate(order)
    )
    outcome = outcome_of(Handbook(Settings(), made))
    assert [reason.text[-1] for reason in outcome.reasons] == ["0", "2", "4", "1", "3"]


SELECTION = """\
selections:
  - edition: 1. udgave
    date: 2026-11-18
    group: Værdigruppen
    nodded: 14
    of: 14
    stories: [{stories}]
"""


def of_selection(good: Publication, stories: str) -> list[tuple[str, int, str]]:
    settings = (good.root / "values/handbook.yml").read_text("utf-8").partition("selections:")[0]
    good.write("values/handbook.yml", settings + SELECTION.format(stories=stories))
    begins = settings.count("\n")
    told = [problem for problem in good.problems() if problem.source.field == "selections"]
    return [(one.rule, one.source.line - begins, str(one.parameters["advice"])) for one in told]


def test_a_selection_of_stories_that_are_all_gone_must_go_as_a_whole(good: Publication) -> None:
    """Nobody is led to write other stories under a yes that was not to them."""
    ((rule, line, advice),) = of_selection(good, "noeglen, knagen, chauffoeren")
    assert (rule, line) == ("selection-story", 2)
    assert "Delete the selection" in advice
    ((rule, line, advice),) = of_selection(good, "vinduet, knagen")
    assert (rule, line) == ("selection-story", 7)
    assert "Take it out" in advice


@pytest.mark.parametrize("field", ["stories", "group", "date", "edition"])
def test_no_answer_of_the_group_is_made_up(good: Publication, field: str) -> None:
    of_selection(good, "vinduet")
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    before, inside = text[: text.index("selections:")], text[text.index("selections:") :]
    good.write("values/handbook.yml", before + re.sub(rf"^([- ]+{field}:) .*$", r"\1", inside, flags=re.MULTILINE))
    (problem,) = [one for one in good.problems() if one.rule == "required-field"]
    assert "sample" not in problem.parameters
    assert "delete the selection" in str(problem.parameters["advice"])
