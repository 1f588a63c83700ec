"""What was typed, and came out as something else, when texts were read with another Markdown than the forge's.

A test a row of the cases that issue 15 begins from, and each stands for its kind. What a text must give is the page as
GitHub shows it, or a Problem at its line and column.
"""

import pytest

from hverdag.model.problem import Problem
from hverdag.parse.markdown import Converter
from tests.conftest import Publication
from tests.normal_form import form_of

CONVERTER = Converter()


def problems(text: str) -> list[Problem]:
    return CONVERTER.convert(text, "stories/x.md", 1)[1]


def places(text: str) -> list[tuple[str, int, int]]:
    """The rule, line and column of each Problem."""
    return [(one.rule, one.source.line, one.source.column) for one in problems(text)]


def page(text: str) -> str:
    """The normal form of a text in which there is nothing to say."""
    body, found = CONVERTER.convert(text, "stories/x.md", 1)
    assert found == []
    return form_of(body).replace("\n", "").replace("  ", "")


def errors(text: str) -> list[tuple[str, int]]:
    return [(one.rule, one.source.line) for one in problems(text) if one.is_error]


LIST = "<ul><li>Ring først</li><li>Skriv det ned</li></ul>"
TABLE = "<table><tr><th>Tid</th><th>Sted</th></tr><tr><td>16</td><td>Hjem</td></tr></table>"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("- Ring først\n- Skriv det ned", LIST),
        ("* Ring først\n* Skriv det ned", LIST),
        ("+ Ring først\n+ Skriv det ned", LIST),
        ("1. Ring først\n2. Skriv det ned", LIST.replace("ul>", "ol>")),
        ("1) Ring først\n2) Skriv det ned", LIST.replace("ul>", "ol>")),
        ("| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |", TABLE),
        ("Tid | Sted\n--- | ---\n16 | Hjem", TABLE),
        ("> Et citat.", "<blockquote><p>Et citat.</p></blockquote>"),
        ("```\nkode\n```", "<pre>kode</pre>"),
        ("## Efter", "<h2>Efter</h2>"),
        ("***", "<hr>"),
    ],
)
def test_a_block_right_after_a_line_of_text_is_that_block(typed: str, shown: str) -> None:
    assert page(f"Vi aftalte tre ting:\n{typed}") == f"<p>Vi aftalte tre ting:</p>{shown}"


@pytest.mark.parametrize(
    "text",
    [
        "24. december kom hun.\n\n31. december gik hun.",
        "24. december kom hun.\n31. december gik hun.",
        "Hun kom.\n\n31. december gik hun.",
        "Vi mødtes i\n1. sal.",
        "- Den dag:\n\n  31. december gik hun.",
        "> 31. december gik hun.",
        "1. maj var hun der.\n\n7. maj kom hun igen.",
        "2026. Det år gik alt galt.",
        "1945. Krigen er slut.",
    ],
)
def test_a_number_that_begins_a_line_of_prose_is_never_changed(text: str) -> None:
    body, found = CONVERTER.convert(text, "stories/x.md", 1)
    number = next(line.lstrip("-> ").partition(".")[0] for line in text.split("\n") if line.lstrip("-> ")[:1].isdigit())
    assert any(one.is_error for one in found) or f"{number}." in body.text


@pytest.mark.parametrize("number", ["1", "7", "24", "31", "2026"])
def test_the_remedy_for_a_number_works(number: str) -> None:
    assert page(f"{number}\\. december gik hun.") == f"<p>{number}. december gik hun.</p>"


def test_a_list_of_numbers_is_a_list() -> None:
    assert page("1. Ring først\n2. Skriv det ned\n3. Gå hjem").startswith("<ol><li>Ring først</li>")
    assert page("3. Ring først\n4. Skriv det ned").startswith('<ol start="3">')


@pytest.mark.parametrize(
    "text", ["- 5 grader i nat.", "- 12,5 kr. på kontoen.", "+ 3 grader.", "Det frøs.\n\n- 5 grader."]
)
def test_a_lone_item_that_begins_with_a_number_may_be_a_minus(text: str) -> None:
    line = text.count("\n") + 1
    assert [(one.rule, one.source.line) for one in problems(text)] == [("list-minus", line)]
    assert page("\\- 5 grader i nat.") == "<p>- 5 grader i nat.</p>"


def test_items_that_begin_with_numbers_are_a_list() -> None:
    assert page("- 5 æg\n- 3 løg") == "<ul><li>5 æg</li><li>3 løg</li></ul>"


@pytest.mark.parametrize("speech", ["- nej, sagde hun.", "- Nej. Det vil jeg ikke.", "- hvad?"])
def test_a_line_of_speech_that_begins_with_a_dash_is_told(speech: str) -> None:
    assert [(one.rule, one.source.line) for one in problems(f"Hun sagde\n{speech}")] == [("list-speech", 2)]
    assert page("Hun sagde\n\\- nej, sagde hun.") == "<p>Hun sagde - nej, sagde hun.</p>"
    assert page("Hun sagde\n– nej, sagde hun.") == "<p>Hun sagde – nej, sagde hun.</p>"


@pytest.mark.parametrize("line", ["---", "--", "-", "===", "-- "])
def test_a_line_under_prose_that_makes_it_a_heading_is_told(line: str) -> None:
    assert [(one.rule, one.source.line) for one in problems(f"Vi ses i morgen\n{line}\n\nSå kom den.")] == [
        ("heading-underline", 2)
    ]


def test_a_line_alone_is_a_line() -> None:
    assert page("Vi ses.\n\n---\n\nSå kom den.") == "<p>Vi ses.</p><hr><p>Så kom den.</p>"


@pytest.mark.parametrize("spaces", ["  ", "   ", "    "])
def test_a_list_is_nested_by_two_three_and_four_spaces(spaces: str) -> None:
    assert (
        page(f"- Morgen\n{spaces}- Kaffe\n- Aften") == "<ul><li>Morgen<ul><li>Kaffe</li></ul></li><li>Aften</li></ul>"
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Andet afsnit.", "<p>Andet afsnit.</p>"),
        ("> Et citat.", "<blockquote><p>Et citat.</p></blockquote>"),
        ("| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |", TABLE),
        ("```\nkode\n```", "<pre>kode</pre>"),
        ("- Ring først\n- Skriv det ned", LIST),
    ],
)
@pytest.mark.parametrize("mark", ["1. ", "-  "])
def test_what_is_indented_by_three_spaces_lies_in_the_item(typed: str, shown: str, mark: str) -> None:
    tag = "ol" if mark == "1. " else "ul"
    inside = typed.replace("\n", "\n   ")
    items = f"<li><p>Først</p>{shown}</li><li><p>Så</p></li>"
    assert page(f"{mark}Først\n\n   {inside}\n\n{mark.replace('1', '2')}Så") == f"<{tag}>{items}</{tag}>"


@pytest.mark.parametrize("empty", ["\u00a0", " \u00a0 ", "\u00a0\u00a0"])
def test_a_line_of_hard_spaces_is_empty(empty: str) -> None:
    assert page(f"Et.\n{empty}\nTo.\n{empty}\nTre.") == "<p>Et.</p><p>To.</p><p>Tre.</p>"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("-\u00a0Ring først\n-\u00a0Skriv det ned", LIST),
        ("1.\u00a0Ring først\n2.\u00a0Skriv det ned", LIST.replace("ul>", "ol>")),
        ("##\u00a0Efter", "<h2>Efter</h2>"),
        (">\u00a0Et citat.", "<blockquote><p>Et citat.</p></blockquote>"),
        ("- a\n\u00a0\u00a0- b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("Et.\u00a0\nTo.", "<p>Et. To.</p>"),
        ("|\u00a0Tid\u00a0|\u00a0Sted\u00a0|\n|\u00a0---\u00a0|\u00a0---\u00a0|\n| 16 | Hjem |", TABLE),
    ],
)
def test_a_hard_space_is_a_space_where_a_mark_ends(typed: str, shown: str) -> None:
    assert page(typed) == shown


def test_a_hard_space_between_words_stays() -> None:
    assert page("12\u00a0kr. og 100\u00a0%") == "<p>12\u00a0kr. og 100\u00a0%</p>"


def test_a_hard_space_after_a_colon_is_a_space(good: Publication) -> None:
    good.change("stories/vinduet.md", "kind: ", "kind:\u00a0")
    good.change("stories/vinduet.md", "title: ", "title:\u00a0")
    assert [one for one in good.problems() if one.is_error] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("| Tid | Sted |\n| --- | --- |\n| 8 | Hjem | Inger |", (3, 14)),
        ("Tid | Sted\n--- | ---\n8 | Hjem | Inger", (3, 12)),
        ("- x\n\n  | Tid |\n  | --- |\n  | 8 | Hjem |", (5, 9)),
        ("> | Tid |\n> | --- |\n> | 8 | Hjem |", (3, 9)),
    ],
)
def test_a_cell_without_a_heading_is_an_error_at_the_cell(text: str, place: tuple[int, int]) -> None:
    ((rule, line, column),) = places(text)
    assert (rule, line) == ("table-cell", place[0])
    assert text.split("\n")[line - 1][column - 1 :].lstrip("| ").startswith(("Inger", "Hjem")), column


def test_a_cell_of_nothing_is_no_cell() -> None:
    assert "<td>Hjem</td>" in page("| Tid | Sted |\n| --- | --- |\n| 8 | Hjem | |")


@pytest.mark.parametrize("spaces", ["    ", "\t", "      ", " \t", "\u00a0\u00a0\u00a0\u00a0"])
def test_code_by_indentation_is_refused(spaces: str) -> None:
    assert errors(f"Hun sagde det.\n\n{spaces}Det var fredag.\n\nSå gik vi.") == [("text-indented", 3)]


@pytest.mark.parametrize("word", ["#MeToo kom", "#1 på listen", "#arbejdsmiljø", "##for tæt"])
def test_a_sign_without_a_space_is_prose(word: str) -> None:
    body, _ = CONVERTER.convert(word, "stories/x.md", 1)
    assert form_of(body) == f"<p>{word}</p>"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("~~i går~~", "<p><s>i går</s></p>"),
        ("- [ ] Ring\n- [x] Skriv", '<ul><li><input> Ring</li><li><input checked=""> Skriv</li></ul>'),
        ("https://kl.dk", '<p><a href="https://kl.dk">https://kl.dk</a></p>'),
        ("www.kl.dk", '<p><a href="http://www.kl.dk">www.kl.dk</a></p>'),
        ("inger@fjordby.dk", '<p><a href="mailto:inger@fjordby.dk">inger@fjordby.dk</a></p>'),
        ("kl.dk", "<p>kl.dk</p>"),
        ("\\$5, \\~, \\', \\% og \\&", "<p>$5, ~, ', % og &amp;</p>"),
        ("Nørregade 4\\\nFjordby", "<p>Nørregade 4<br>Fjordby</p>"),
        ("1) Ring først\n2) Skriv det ned", LIST.replace("ul>", "ol>")),
        ("~5 min og 10~", "<p>~5 min og 10~</p>"),
    ],
)
def test_it_is_shown_as_at_github(typed: str, shown: str) -> None:
    assert page(typed) == shown


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_an_alert_is_a_box(kind: str) -> None:
    assert page(f"> [!{kind.upper()}]\n> Ring.") == f'<div class="admonition {kind}"><p>Ring.</p></div>'
    assert page(f"> [!{kind}]\n> Ring.") == f'<div class="admonition {kind}"><p>Ring.</p></div>'


@pytest.mark.parametrize(
    "mark",
    [
        "[[wiki]]",
        "![[doer.png]]",
        "{: .button }",
        "{ .button }",
        "{#her}",
        "==vigtigt==",
        "%%skjult%%",
        "^[en note]",
        "[^nej]",
        "[TOC]",
        "[Nøglen][noeglen]",
        "**åben",
        "*åben",
        "~~åben",
        "[Nøglen] (noeglen.md)",
        "(Nøglen)[noeglen.md]",
        ":smile:",
    ],
)
def test_a_mark_that_readers_would_see_is_a_warning_at_its_place(mark: str) -> None:
    ((_, line, column),) = places(f"Først.\n\nSe {mark} her.")
    assert (line, column) == (3, 4)
    assert not problems(f"Først.\n\nSe {mark} her.")[0].is_error


@pytest.mark.parametrize("mark", ["•\t", "• ", "·\t", "◦ ", "▪ ", "●\t", "☐ ", "☑ ", "\uf0b7\t"])
def test_pasted_list_marks_are_one_warning_a_list(mark: str) -> None:
    assert [line for _, line, _ in places(f"Vi aftalte:\n\n{mark}Ring først\n{mark}Skriv det ned\n\nSå gik vi.")] == [3]


@pytest.mark.parametrize(
    "typed",
    [
        "-Ring først\n-Skriv det ned",
        "*Ring først\n*Skriv det ned",
        "1.Ring først\n2.Skriv det ned",
        "- [ ]Ring først\n- [ ]Skriv det ned",
        "-[ ] Ring først\n-[ ] Skriv det ned",
        "##Efter",
        ">> [!NOTE] Ring",
    ],
)
def test_a_mark_without_its_space_is_one_warning(typed: str) -> None:
    assert [line for _, line, _ in places(f"Vi aftalte:\n\n{typed}\n\nSå gik vi.")] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "1. Ring\n2. Skriv\n\nSå gik vi.\n\n3. Gå",
        "1. Ring\n\n```\nkode\n```\n\n2. Skriv",
        "> 1. Ring\n> 2. Skriv",
        "> - Ring\n> - Skriv",
        "**Husk**\n- Ring",
        "Husk:\n- Ring",
        "5 \\* 3 og 2*3",
        "a_b_c og a*b",
        "### ::: kapitel",
        "- 60 % var trætte.\n- Resten sov.",
        "– 5 grader.",
        "snake_case og *stjerne\\*",
        "Vi ses kl. 7.\n\n1. Kaffe\n2. Kage",
        "[1] Se også.",
        "(1) Først.\n(2) Så.",
        "§ 5. Stk. 2.",
        "A. Først\nB. Så",
        "Pris: 5,- kr.",
        "- - -",
        "Tlf. +45 12 34 56 78",
        "#1 og #2",
        "50 % | 50 %",
        "¯\\_(ツ)_/¯",
        "<3 og >:( og ^^",
        "...\n\n***",
    ],
)
def test_ordinary_text_gets_no_problem(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize("text", ["Tid\tSted\n8\tHjem", "Navn\tRolle\tNummer\nInger\tvagt\t4"])
def test_columns_of_tabs_are_one_warning(text: str) -> None:
    assert [(rule, line) for rule, line, _ in places(text)] == [("mark-table", 1)]


def test_quotations_apart_are_two() -> None:
    quotation = "<blockquote><p>{}</p></blockquote>"
    assert page("> Et.\n\n> To.") == quotation.format("Et.") + quotation.format("To.")


def test_notes_are_numbered_as_they_are_met() -> None:
    shown = page("Et[^b] og to[^a].\n\n[^a]: Noten a.\n[^b]: Noten b.")
    assert shown.startswith("<p>Et<note>1</note> og to<note>2</note>.</p>")
    assert shown.index("Noten b.") < shown.index("Noten a.")


@pytest.mark.parametrize(
    "text", ["Hun grinede 😊 og 😀.", "❤️ 👍🏽 👩‍👩‍👧 🇩🇰 ✅ ☕", "# 📌 Nøglen", "- 🔑 i døren\n- 🚪 i karmen"]
)
def test_emoji_are_words(text: str) -> None:
    body, found = CONVERTER.convert(text, "stories/x.md", 1)
    assert found == []
    assert set(text) - set("#-\n ") <= set(body.text)


@pytest.mark.parametrize("tag", ["u", "sub", "sup", "kbd", "mark", "small", "s"])
def test_harmless_tags_are_kept(tag: str) -> None:
    assert page(f"Se <{tag}>her</{tag}>.") == f"<p>Se <{tag}>her</{tag}>.</p>"


@pytest.mark.parametrize(("tag", "ours"), [("i", "em"), ("b", "strong"), ("del", "s"), ("strike", "s"), ("ins", "u")])
def test_tags_of_looks_are_translated(tag: str, ours: str) -> None:
    body, found = CONVERTER.convert(f"Se <{tag}>her</{tag}>.", "stories/x.md", 1)
    assert found == []
    assert [element.tag for element in body.elements()] == ["p", ours]


@pytest.mark.parametrize("comment", ["<!-- spørg Ole -->", "<!-- spørg\nOle -->", "<!-- spørg\n\nOle -->"])
def test_a_comment_of_the_editors_is_left_out_with_a_note(comment: str) -> None:
    text = f"Et.\n\n{comment}\n\nTo."
    body, found = CONVERTER.convert(text, "stories/x.md", 1)
    assert form_of(body) == "<p>Et.</p>\n<p>To.</p>"
    assert [(one.source.line, one.is_error) for one in found] == [(3, False)]


CONFLICT = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> rettelse\n"


@pytest.mark.parametrize(
    ("path", "at", "one", "other"),
    [
        ("stories/vinduet.md", -1, "Hun kom klokken syv.", "Hun kom klokken otte."),
        ("stories/vinduet.md", 1, "workplace: Skolen", "workplace: Hjemmeplejen"),
        ("values/mod.md", -1, "Vi tør.", "Vi tør godt."),
        ("values/handbook.yml", -1, "network: Fjordnet", "network: Bynet"),
        ("docs/hjaelp.md", -1, "Ring til Inger.", "Ring til Ole."),
    ],
)
def test_a_conflict_is_one_error(good: Publication, path: str, at: int, one: str, other: str) -> None:
    lines = (good.root / path).read_text("utf-8").rstrip("\n").split("\n")
    name = one.partition(" ")[0]
    lines = [line for line in lines if not (name.endswith(":") and line.startswith(name))]
    at = len(lines) if at < 0 or "yml" in path else at
    lines[at:at] = ["", *CONFLICT.format(one, other).rstrip("\n").split("\n")][at < len(lines) :]
    good.write(path, "\n".join(lines) + "\n")
    found = [problem for problem in good.problems() if problem.is_error]
    assert [(problem.source.path, problem.source.line) for problem in found] == [
        (path, lines.index("<<<<<<< HEAD") + 1)
    ]


def test_a_link_in_the_heading_row_of_a_long_table_prints(good: Publication) -> None:
    rows = "\n".join(f"| {number} | Hjem |" for number in range(60))
    text = (good.root / "stories/vinduet.md").read_text("utf-8")
    good.write("stories/vinduet.md", f"{text}\n| [Døren](doeren.md) | Sted |\n| --- | --- |\n{rows}\n")
    report = good.build()
    assert report.built, report.problems
