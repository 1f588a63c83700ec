"""The lines that a nod writes, byte by byte, and those that it leaves alone."""

from datetime import date

import pytest

from hverdag.model.texts.answers import Decision
from hverdag.model.texts.nods import AnswerField, Correction, Nod, Was
from hverdag.model.texts.story import Story
from hverdag.parse.publication import read_story
from hverdag.workflows.nod_lines import (
    WrittenOtherwiseError,
    block_end,
    line_end,
    with_answer,
    with_corrections,
    with_nod,
)

DAY = date(2026, 11, 21)
TEXT = "0123456789abcdef" * 2
NOD = Nod(date=DAY, text=TEXT, version=2)
CORRECTIONS = (
    Correction(of="a" * 32, version=2, was=(Was(word=0, text="hun"), Was(word=12, text=', "lå"'))),
    Correction(of="b" * 32, version=2, was=(Was(word=3, text=" \\ "),)),
)

HEAD = """\
---
title: Cyklen
contributors:
  - role: nattevagt
  - role: leder

  # Den sidste.
  - role: kok
state: draft
---

contributors:
- role: ingen
corrections:
"""
NODDED = f"""\
    nod:
      date: 2026-11-21
      text: {TEXT}
      version: 2
"""
WRITTEN = f"""\
corrections:
  - of: {"a" * 32}
    version: 2
    was:
      - {{word: 0, text: "hun"}}
      - {{word: 12, text: ", \\"lå\\""}}
  - of: {"b" * 32}
    version: 2
    was:
      - {{word: 3, text: " \\\\ "}}
"""


def story(text: str | bytes) -> Story:
    read = read_story(text if isinstance(text, bytes) else text.encode(), "stories/cyklen.md")
    assert read is not None
    return read


def nodded(text: str, number: int = 0, nod: Nod = NOD) -> str:
    return with_nod(text.encode(), story(text), number, nod).decode()


def corrected(text: str, corrections: tuple[Correction, ...] = CORRECTIONS) -> str:
    return with_corrections(text.encode(), story(text), corrections).decode()


def put(text: str, after: str, more: str) -> str:
    """A text with some more after these words, which it story_codes once."""
    assert text.count(after) == 1
    return text.replace(after, after + more)


# A nod.


@pytest.mark.parametrize(("number", "role"), [(0, "nattevagt"), (1, "leder"), (2, "kok")])
def test_a_nod_stands_below_its_contributor(number: int, role: str) -> None:
    assert nodded(HEAD, number) == put(HEAD, f"  - role: {role}\n", NODDED)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_nod_takes_the_place_of_the_one_before(number: int) -> None:
    earlier = nodded(HEAD, number, Nod(date=date(2025, 1, 2), text="f" * 32, record="gammel"))
    assert earlier != nodded(HEAD, number)
    assert nodded(earlier, number) == nodded(HEAD, number)


def test_what_comes_after_an_earlier_nod_is_left_alone() -> None:
    before = "---\ncontributors:\n- role: kok\n  nod:\n      date: 2025-01-02\n\n      text: f\n   # husk\n"
    after = "\n# Den sidste.\n- role: leder\n  nod: {}\n---\n"
    written = NODDED.replace("    nod", "  nod").replace("      ", "    ")
    assert nodded(before + after) == f"---\ncontributors:\n- role: kok\n{written}   # husk\n{after}"


def test_a_nod_before_the_role_of_the_next_is_its_own_block() -> None:
    text = "---\ncontributors:\n- role: kok\n  nod:\n    text: f\n- role: leder\n---\n"
    written = NODDED.replace("    nod", "  nod").replace("      ", "    ")
    assert nodded(text, 1) == text.replace("- role: leder\n", f"- role: leder\n{written}")
    assert nodded(text, 0) == text.replace("  nod:\n    text: f\n", written)


def test_an_earlier_nod_ends_where_its_own_lines_do_however_little_they_are_in() -> None:
    before = "---\ncontributors:\n  - role: kok\n    nod:\n     date: 2025-01-02\n     text: f\n"
    assert nodded(f"{before}    x: 1\n---\n") == f"---\ncontributors:\n  - role: kok\n{NODDED}    x: 1\n---\n"


def test_a_nod_is_as_far_in_as_the_role() -> None:
    text = "---\ncontributors:\n    -   role: kok\n---\n"
    written = "".join(f"{' ' * 4}{line}\n" for line in NODDED.splitlines())
    assert nodded(text) == f"---\ncontributors:\n    -   role: kok\n{written}---\n"


def test_lines_end_as_those_of_the_contributor_do() -> None:
    text = put(HEAD, "  - role: nattevagt\n", NODDED).replace("\n", "\r\n").encode()
    bare = HEAD.replace("\n", "\r\n").encode()
    assert with_nod(bare, story(bare), 0, NOD) == text


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ("2026-00417", "2026-00417"),
        ("sag/7.b_c", "sag/7.b_c"),
        ("7", "7"),
        ("z", "z"),
        ("Ærø-9", "Ærø-9"),
        ("ærø", "ærø"),
        ("ÅåØø", "ÅåØø"),
        ("sag: 7", '"sag: 7"'),
        ("sag 7", '"sag 7"'),
        ('a "b" # å', '"a \\"b\\" # å"'),
        ("-7", '"-7"'),
        ("/7", '"/7"'),
        ("7\n", '"7\\n"'),
    ],
)
def test_where_a_nod_is_kept_is_written_plainly_where_it_can_be(kept: str, written: str) -> None:
    nod = NOD.model_copy(update={"record": kept})
    assert nodded(HEAD, 0, nod) == put(HEAD, "  - role: nattevagt\n", f"{NODDED}      record: {written}\n")


@pytest.mark.parametrize(
    "contributors",
    [
        "contributors: [{role: nattevagt}]",
        "contributors:\n  - {role: nattevagt}",
        "contributors:\n  -\n    role: nattevagt",
        "contributors:\n  - nod: {date: 2026-01-01, text: a}\n    role: nattevagt",
        "contributors:\n  -\trole: nattevagt",
        "? contributors\n: - role: nattevagt",
    ],
)
def test_contributors_written_in_another_way_are_left_alone(contributors: str) -> None:
    text = f"---\n{contributors}\n---\n"
    with pytest.raises(WrittenOtherwiseError):
        nodded(text)


def test_a_nod_on_the_line_of_the_dash_is_left_alone_and_one_below_is_not() -> None:
    text = "---\ncontributors:\n  - nod: {text: a}\n    role: kok\n  - role: leder\n    nod: {text: a}\n---\n"
    with pytest.raises(WrittenOtherwiseError):
        nodded(text, 0)
    assert nodded(text, 1) == text.replace("leder\n    nod: {text: a}\n", f"leder\n{NODDED}")


@pytest.mark.parametrize("place", [(0, 5), (4, 5), (3, 5), (9, 5), (2, 5), (1, 40)])
def test_a_place_that_is_no_contributor_is_left_alone(place: tuple[int, int]) -> None:
    """As in a file that has changed since it was read."""
    read = Story(places={("contributors", 0): place})
    with pytest.raises(WrittenOtherwiseError):
        with_nod(b"  - role: kok\ncontributors:\n  - ", read, 0, NOD)
    with pytest.raises(WrittenOtherwiseError):
        with_nod(b"  - role: kok\n", Story(), 0, NOD)


def test_the_first_and_the_last_line_of_a_file_may_be_a_contributor() -> None:
    read = Story(places={("contributors", 0): (1, 5), ("contributors", 1): (2, 5)})
    text = b"  - role: kok\n  - role: leder\n"
    assert with_nod(text, read, 1, NOD) == text + NODDED.encode()
    assert with_nod(text, read, 0, NOD) == b"  - role: kok\n" + NODDED.encode() + b"  - role: leder\n"


# Corrections.


def test_corrections_stand_after_the_contributors() -> None:
    assert corrected(HEAD) == put(HEAD, "  - role: kok\n", WRITTEN)
    assert story(corrected(HEAD)).corrections == CORRECTIONS


def test_corrections_stand_after_a_list_as_far_to_the_left_as_its_name() -> None:
    text = "---\ncontributors:\n- role: kok\n  nod:\n    text: f\n- role: leder\n# Slut.\nstate: draft\n---\n"
    assert corrected(text) == put(text, "- role: leder\n", WRITTEN)
    empty = "---\ncontributors:\nstate: draft\n---\n"
    assert corrected(empty) == put(empty, "contributors:\n", WRITTEN)


def test_corrections_take_the_place_of_those_before() -> None:
    one = corrected(HEAD, CORRECTIONS[1:])
    assert one != corrected(HEAD)
    assert corrected(one) == corrected(HEAD)
    assert corrected(
        one.replace("  - of", "- of").replace("    was", "  was").replace("    version", "  version")
    ) == corrected(HEAD)
    first = "corrections:\n- of: f\n  was: [{word: 0, text: x}]\ntitle: Cyklen\n"
    assert corrected(HEAD.replace("title: Cyklen\n", first)) == corrected(HEAD)


@pytest.mark.parametrize("written", ["corrections: []\n", "corrections:\n", "corrections:\n  # Ingen.\n  - x\n"])
def test_corrections_that_hold_nothing_are_taken_away_too(written: str) -> None:
    text = HEAD.replace("title: Cyklen\n", f"{written}title: Cyklen\n")
    assert corrected(text) == corrected(HEAD)
    assert corrected(text, ()) == HEAD


def test_where_there_are_none_nothing_changes() -> None:
    assert corrected(HEAD, ()) == HEAD
    assert corrected(corrected(HEAD), ()) == HEAD
    assert corrected("---\ntitle: x\n---\n", ()) == "---\ntitle: x\n---\n"


def test_lines_of_corrections_end_as_those_of_the_contributors_do() -> None:
    text = HEAD.replace("\n", "\r\n").encode()
    assert with_corrections(text, story(text), CORRECTIONS) == corrected(HEAD).replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Cyklen\n---\ncontributors:\n- role: kok\n",
        '---\n"contributors":\n- role: kok\n---\ncontributors:\n- role: kok\n',
        "---\n'contributors':\n- role: kok\n--- \ncontributors:\n",
        '---\n"corrections": []\ncontributors:\n- role: kok\n---\ncorrections:\n',
        "contributors:\n",
    ],
)
def test_fields_written_in_another_way_are_left_alone(text: str) -> None:
    with pytest.raises(WrittenOtherwiseError):
        corrected(text)


def test_the_end_of_the_fields_may_have_spaces_and_need_not_be_there() -> None:
    text = "---\ncontributors:\n- role: kok\n---  \nTekst.\n"
    assert corrected(text) == put(text, "- role: kok\n", WRITTEN)
    assert with_corrections(b"---\ncontributors:\n- role: kok\n", Story(), CORRECTIONS).decode() == (
        f"---\ncontributors:\n- role: kok\n{WRITTEN}"
    )


# Answers.

ANSWERED = """\
---
title: Cyklen
decision:
  date: 2026-04-20  # efter mødet
  group: Værdigruppen
  doubts:
    - criterion: sand
      why: >-
        text: og
        version: står her.
response:
  answer: chosen
  reason: Ja.
  date: 2026-05-04
  role: Direktionen

mentioned:
    date: 2026-05-05
    people: []
    asked: leder
---
decision:
  date: x
"""
TIED = f"text: {TEXT}\n  version: 2\n"


def tied(text: str, field: AnswerField, **changed: object) -> str:
    read = story(text)
    answer = read.answer(field)
    assert answer is not None
    wanted = answer.model_copy(update={"text": TEXT, "version": 2, **changed})
    content = with_answer(text.encode(), read, field, wanted)
    assert story(content).answer(field) == wanted
    return content.decode()


@pytest.mark.parametrize(
    ("field", "after"),
    [
        (AnswerField.DECISION, "  date: 2026-04-20  # efter mødet\n"),
        (AnswerField.RESPONSE, "  date: 2026-05-04\n"),
    ],
)
def test_which_text_an_answer_is_to_stands_below_its_day(field: AnswerField, after: str) -> None:
    once = put(ANSWERED, after, f"  {TIED}")
    assert tied(ANSWERED, field) == once
    assert tied(once, field) == once
    assert tied(once.replace(TEXT, "f" * 32), field) == once


def test_it_is_as_far_in_as_the_day() -> None:
    written = f"    text: {TEXT}\n    version: 2\n"
    assert tied(ANSWERED, AnswerField.MENTIONED) == put(ANSWERED, "    date: 2026-05-05\n", written)


def test_an_answer_that_is_given_anew_gets_its_day() -> None:
    again = put(ANSWERED.replace("2026-04-20", "2026-11-21"), "  date: 2026-11-21  # efter mødet\n", f"  {TIED}")
    assert tied(ANSWERED, AnswerField.DECISION, date=DAY) == again


def test_lines_of_an_answer_end_as_its_others_do() -> None:
    windows = ANSWERED.replace("\n", "\r\n")
    assert tied(windows, AnswerField.RESPONSE) == tied(ANSWERED, AnswerField.RESPONSE).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "written",
    [
        "decision: {date: 2026-04-20, group: alle}",
        "decision:\n  {date: 2026-04-20, group: alle}",
        'decision:\n  "date": 2026-04-20\n  group: alle',
        "decision:\n  group: alle",
    ],
)
def test_an_answer_written_in_another_way_is_left_alone(written: str) -> None:
    text = f"---\n{written}\n---\n".encode()
    answer = Decision(date=DAY, group="alle", text=TEXT, version=2)
    with pytest.raises(WrittenOtherwiseError):
        with_answer(text, story(text), AnswerField.DECISION, answer)


# Where a block ends, and a line.


@pytest.mark.parametrize(
    ("text", "begin", "indent", "end"),
    [
        ("", 0, 1, 0),
        ("a", 0, 0, 1),
        ("a", 0, 1, 0),
        (" a", 0, 1, 1),
        (" a", 0, 2, 0),
        ("  a\n b\nc\n d", 0, 1, 2),
        ("  a\n b\nc\n d", 0, 2, 1),
        ("x\n  a\n b\nc", 1, 2, 2),
        ("x\n  a\n b\nc", 2, 2, 2),
        (" a\n\n b\n\nc", 0, 1, 3),
        (" a\n# d\n b\n # e\n\nc", 0, 1, 3),
        (" a\n   \n# d\n", 0, 1, 1),
        ("# d\n\n a", 0, 1, 3),
        ("#\n\n", 0, 1, 0),
        ("\ta\n", 0, 1, 0),
    ],
)
def test_a_block_ends_after_its_last_line_that_is_far_enough_in(text: str, begin: int, indent: int, end: int) -> None:
    assert block_end(text.encode().splitlines(keepends=True), begin, indent) == end


@pytest.mark.parametrize(
    ("line", "end"),
    [
        (b"a\n", b"\n"),
        (b"a\r\n", b"\r\n"),
        (b"a\r", b"\r"),
        (b"a", b"\n"),
        (b"", b"\n"),
        (b"\n", b"\n"),
        (b"a \n", b"\n"),
    ],
)
def test_a_new_line_ends_as_the_one_beside_it(line: bytes, end: bytes) -> None:
    assert line_end(line) == end
