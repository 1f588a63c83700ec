"""GitHub's extensions are read as GitHub's own reader reads them: tables, what is struck, tasks, addresses, notes.

That reader is of CommonMark 0.29, so where it and 0.31 differ, 0.31 decides: `test_commonmark.py`.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.parse.markdown import Converter
from tests.github import form_at_github
from tests.normal_form import form_of

CONVERTER = Converter()
PATH = "stories/x.md"

TABLES = (
    "| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |",
    "Tid | Sted\n--- | ---\n16 | Hjem",
    "| Tid | Sted | Hvem |\n| :-- | :-: | --: |\n| 16 | Hjem | Inger |",
    "| Tid |\n| --- |\n| 16 |",
    "Tid|\n---|\n16|",
    "| Tid | Sted |\n| --- | --- |",
    "| Tid | Sted |\n| --- | --- |\n| 16 |",
    "| Tid | Sted |\n| --- | --- |\n|  | |\n| 16 | |",
    "| Tid | Sted |\n| --- | --- |\n| 8 \\| 9 | `a \\| b` |",
    "| *Tid* | [Sted](noeglen.md) |\n| --- | --- |\n| **16** | ~~Hjem~~ |",
    "Vi aftalte:\n| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |",
    "| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |\nSå gik vi.",
    "| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |\n\nSå gik vi.",
    "| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |\n> Et citat.",
    "| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |\n- et punkt",
    "| Tid | Sted |\n| --- | --- |\n| 16 | Hjem |\n## Efter",
    "- Aftalt:\n\n  | Tid | Sted |\n  | --- | --- |\n  | 16 | Hjem |\n\n- Husk.",
    "- Aftalt:\n  | Tid | Sted |\n  | --- | --- |\n  | 16 | Hjem |\n- Husk.",
    "> | Tid | Sted |\n> | --- | --- |\n> | 16 | Hjem |",
    "| Tid | Sted |\n| --- |\n| 16 | Hjem |",
    "| Tid | Sted |\n|-|-|\n| 16 | Hjem |",
    "|Tid|Sted|\n|:-:|:-:|\n|16|Hjem|",
    "| Tid | Sted |  \n| --- | --- |  \n| 16 | Hjem |  ",
    "   | Tid | Sted |\n   | --- | --- |\n   | 16 | Hjem |",
    "| Tid | Sted |\n| --- | --- |\n| 16 | se https://kl.dk |",
    "| Tid | Sted |\n| --- | --- |\n| 16 | Hjem[^1] |\n\n[^1]: Hos Inger.",
    "| Tid | Sted |\n| --- | --- |\n16 | Hjem\n17 | Ude",
    "Prisen er 3 | 4 kr.",
    "a | b\nc | d",
    "| Tid | Sted |\n\n| --- | --- |",
    "En linje.\nTid | Sted\n--- | ---\n16 | Hjem",
    "| Tid | Sted |\n| --- | --- |\n| 16 | **a\\|b** |",
    "| å | æ |\n| --- | --- |\n| ø | *é* |",
    "| a | b |\n| :-: | --- |\n| <br> | x<br>y |",
)

STRUCK = (
    "~~i går~~",
    "Vi mødes ~~i går~~ i morgen.",
    "~5 min og 10~",
    "~~~~ikke~~~~",
    "a~~b~~c",
    "~~a *b* c~~",
    "*a ~~b~~ c*",
    "**~~a~~**",
    "~~a\n\nb~~",
    "~~ a ~~",
    "~~a~~~",
    "~a~~ b",
    "~~a\nb~~",
    "~~`a`~~",
    "~~[x](noeglen.md)~~",
    "\\~~a~~",
    "ca. ~5 km og ~7 km",
    "~~»Ja,«~~ sagde hun",
    "~~~\nkode\n~~~",
)

TASKS = (
    "- [ ] Ring",
    "- [x] Ring",
    "- [X] Ring",
    "- [ ] Ring\n- [x] Skriv\n- Gå",
    "1. [ ] Ring\n2. [x] Skriv",
    "* [ ] *Ring* til [Inger](noeglen.md)",
    "- [ ] Ring\n\n- [x] Skriv",
    "- [ ] Ring\n  - [x] Først\n  - [ ] Så",
    "- [ ]",
    "- [ ] ",
    "- []  Ring",
    "- [ ]Ring",
    "[ ] Ring",
    "- [y] Ring",
    "- x [ ] Ring",
    "- [ ] Ring\n\n  Igen.",
    "- [x]\n  Ring",
    "+ [ ] Ring\n+ [x] Skriv",
    "- \\[ ] Ring",
    "- [ ](noeglen.md) x",
    "- [x](noeglen.md) y",
    "- [ ] [ ] to",
    "- `[ ]` Ring",
    "- [ ] ~~Ring~~",
    "1) [ ] Ring",
    "- [ ]\tRing",
)

ADDRESSES = (
    "https://kl.dk",
    "http://kl.dk/a?b=c&d=e",
    "www.kl.dk",
    "kl.dk",
    "inger@fjordby.dk",
    "Se https://kl.dk.",
    "Se (https://kl.dk).",
    "Se https://kl.dk/a_(b).",
    "Se https://kl.dk, og www.fjordby.dk!",
    "*https://kl.dk*",
    "**www.kl.dk**",
    "https://kl.dk/å/æ?ø=1",
    "https://kl.dk/&amp;",
    "https://kl.dk/a&lt;",
    "[https://kl.dk](https://kl.dk)",
    "[se https://kl.dk](noeglen.md)",
    "`https://kl.dk`",
    "<https://kl.dk>",
    "Skriv til inger@fjordby.dk.",
    "a.b-c_d@fjordby.dk",
    "inger@fjordby",
    "inger@fjordby.dk-",
    "inger@fjordby.dk_",
    "mailto:inger@fjordby.dk",
    "https://",
    "https://x",
    "www.",
    "xhttps://kl.dk",
    "(www.kl.dk)",
    "https://kl.dk/a~b",
    "~~https://kl.dk~~",
    "https://kl_dk.dk",
    "https://a_b.kl.dk",
    "https://kl.dk<br>x",
    "https://kl.dk/*a*",
    "https://kl.dk/a*b*c",
    "https://kl.dk:8080/x",
    "HTTPS://KL.DK",
    "WWW.KL.DK",
    'https://kl.dk/"x"',
    "https://kl.dk'",
    "![www.kl.dk](doer.png)",
    "https://kl.dk/a)b",
    "(https://kl.dk/a)b)",
    "https://kl.dk/))))",
    "www.kl.dk/?q=(a)",
    "https://localhost/x",
    "https://kl.dk|x",
    "-www.kl.dk",
    "https://kl.dk\\",
    "https://kl.dk/a\\_b",
    "https://xn--kl-hla.dk",
    "se:https://kl.dk",
    "/https://kl.dk",
    '"https://kl.dk"',
    "_https://kl.dk_",
    "https://kl.dk/_a_",
    "inger+test@fjordby.dk, ole@fjordby.dk",
)

NOTES = (
    "Ordet[^1] her.\n\n[^1]: Noten.",
    "Et[^b] og to[^a].\n\n[^a]: Noten a.\n[^b]: Noten b.",
    "Et[^a] og igen[^a].\n\n[^a]: Noten.",
    "Et[^mangler].",
    "Et.\n\n[^1]: Ikke brugt.",
    "Et[^1].\n\n[^1]: Første afsnit.\n\n    Andet afsnit.",
    "Et[^1].\n\n[^1]: Først.\n\nTekst efter.",
    "Et[^1].\n\n[^1]: Først\n  videre\nog videre.",
    "- Et[^1]\n- To[^2]\n\n[^2]: To.\n[^1]: Et.",
    "> Et[^1]\n\n[^1]: Noten.",
    "## Et[^1]\n\nTekst.\n\n[^1]: Noten.",
    "Et[^1][^2].\n\n[^1]: A.\n[^2]: B.",
    "Et[^1]\n\n[^1]: Se[^2].\n\n[^2]: Her.",
    "Et[^note-1].\n\n[^note-1]: *Noten* med [link](noeglen.md).",
    "Et[^1].\n\n[^1]: - et\n    - to",
    "Et[^1].\n\n[^1]:\n    Noten.",
    "Et[^Å].\n\n[^å]: Noten.",
    "Et[^1].\n\n> [^1]: Noten.",
    "Et[^1].\n\n- [^1]: Noten.",
    "Et\\[^1].\n\n[^1]: Noten.",
    "Et `[^1]`.\n\n[^1]: Noten.",
    "Et[^1]: kolon.\n\n[^1]: Noten.",
    "Et[^1] *og[^2]*.\n\n[^1]: A\n[^2]: B\n",
    "[^1]\n\n[^1]: A",
    "Et[^to ord].\n\n[^to ord]: Noten.",
    "Et[^1](noeglen.md).\n\n[^1]: A",
    "Et[^1].\n\n[^1]: A\n[^1]: B",
    "Et[^1].\n[^1]: Noten.",
    "Et ^[indlejret] note.",
    "Et[^1] ~~to[^2]~~\n\n[^1]: https://kl.dk\n[^2]: ~~B~~",
    "Et[^1].\n\n[^1]: A\n\n\n    B\n\nC",
    "Et[^1].\n\n[^1]: A\n\n  B",
    "Et[^].\n\n[^]: A",
    "Et[^1] to[^1] tre[^1].\n\n[^1]: A",
    "Et[^1].\n\n[^1]: ```\n    kode\n    ```",
    "Et[^1].\n\n[^1]: A\n\n    - b\n    - c\n",
    "Et[^a][^b][^a].\n\n[^b]: B.\n[^a]: A.",
    "| Tid | Sted |\n| --- | --- |\n| 16 | Hjem[^1] |\n[^1]: Hos Inger.",
    "Et[^1].\n\n[^1]: A\n\n[^1]: B",
    "> Et[^1].\n\n[^1]: A",
    "Et[^1].\n\n[^1]: A\n\n    > b\n\n    c",
)

# What GitHub's reader in the package makes of a text, and we do not, with what we make of it and why.
OTHERWISE = {
    "> - [ ] Ring": (
        "<blockquote>\n  <ul>\n    <li><input> Ring</li>\n  </ul>\n</blockquote>",
        "the package's reader sees no box after another mark; the site shows one",
    ),
    "- - [ ] Ring": (
        "<ul>\n  <li>\n    <ul>\n      <li><input> Ring</li>\n    </ul>\n  </li>\n</ul>",
        "the same",
    ),
    "ftp://kl.dk": ("<p>ftp://kl.dk</p>", "no link in a story leads there"),
    "12:30@fjordby.dk": ("<p>12:30@fjordby.dk</p>", "an address begins where no colon stands before it"),
    "[Et[^1]](noeglen.md)\n\n[^1]: A": (
        "<p>[Et<note>1</note>](noeglen.md)</p>\n"
        "<notes>\n  <ol>\n    <li>\n      <p>A</p>\n    </li>\n  </ol>\n</notes>",
        "no link holds another link, by CommonMark, and the way to a note is a link; a warning tells of the marks",
    ),
    "![^1](doer.png)": (
        '<p><img alt="^1" src="stories/doer.png"></p>',
        "a picture, by CommonMark; the package's reader looks for notes first",
    ),
    "https://københavn.dk/å": (
        '<p><a href="https://xn--kbenhavn-54a.dk/å">https://københavn.dk/å</a></p>',
        "the same address, as computers write it",
    ),
}


def read(text: str) -> str | None:
    """How a text is read, or None where it is refused."""
    body, problems = CONVERTER.convert(text, PATH, 1)
    return None if any(problem.is_error for problem in problems) else form_of(body)


@pytest.mark.parametrize("text", [*TABLES, *STRUCK, *TASKS, *ADDRESSES, *NOTES])
def test_it_is_read_as_at_github_or_refused(text: str) -> None:
    assert read(text) in (None, form_at_github(text))


@pytest.mark.parametrize("text", OTHERWISE)
def test_this_is_read_otherwise_for_a_reason(text: str) -> None:
    form, reason = OTHERWISE[text]
    assert read(text) == form, reason
    assert form_at_github(text) != form, "no longer an exception"


# Quotation marks of ours and dashes end an address: GitHub takes them into it, and it leads nowhere.
@pytest.mark.parametrize("around", ["»{}«", "{}»", "{}–igen", "”{}”", "“{}”", "’{}’", "{}…"])
@pytest.mark.parametrize("address", ["https://kl.dk", "https://kl.dk/a", "www.kl.dk"])
def test_an_address_ends_before_a_quotation_mark_or_a_dash(around: str, address: str) -> None:
    target = address if address.startswith("http") else f"http://{address}"
    link = f'<a href="{target}">{address}</a>'
    assert read(around.format(address)) == f"<p>{around.format(link)}</p>"


def test_most_of_them_are_read() -> None:
    texts = [*TABLES, *STRUCK, *TASKS, *ADDRESSES, *NOTES]
    assert sum(read(text) is not None for text in texts) >= len(texts) * 0.9


WORDS = some.sampled_from(["Ring", "til", "Inger", "klokken", "16", "og", "gå", "hjem."])
MARKED = some.sampled_from(
    [
        "~~i går~~",
        "~~",
        "~5 min",
        "https://kl.dk",
        "https://kl.dk/a_(b),",
        "(https://kl.dk)",
        "www.kl.dk.",
        "inger@fjordby.dk",
        "[^1]",
        "[^b]",
        "[^nej]",
        "*først*",
        "**nu**",
        "`a`",
        "[Nøglen](noeglen.md)",
        "\\|",
        "~~*x*~~",
        "&amp;",
        "\\~~",
    ]
)
INSIDE = some.lists(WORDS | WORDS | MARKED, min_size=1, max_size=6).map(" ".join)
PARAGRAPH = some.lists(INSIDE, min_size=1, max_size=3).map("\n".join)
RULE = some.sampled_from(["---", ":--", "--:", ":-:", " - "])
BOX = some.sampled_from(["[ ] ", "[x] ", "[X] ", "", "[] "])


@some.composite
def tables(draw: some.DrawFn) -> str:
    """A table of one to four columns; a row may have fewer cells, and lack its outer lines."""
    columns = draw(some.integers(1, 4))
    head = draw(some.lists(INSIDE, min_size=columns, max_size=columns))
    rules = draw(some.lists(RULE, min_size=columns, max_size=columns))
    rows = draw(some.lists(some.lists(INSIDE, min_size=1, max_size=columns), max_size=4))
    ends = draw(some.sampled_from([("| ", " |"), ("| ", "")]))
    return "\n".join([f"| {' | '.join(head)} |", f"|{'|'.join(rules)}|", *(" | ".join(row).join(ends) for row in rows)])


@some.composite
def task_lists(draw: some.DrawFn) -> str:
    """A list with boxes, nested up to three deep."""
    depth, lines = 0, []
    for box, words in draw(some.lists(some.tuples(BOX, INSIDE), min_size=1, max_size=5)):
        lines.append("  " * depth + f"- {box}{words}")
        depth = draw(some.integers(0, min(depth + 1, 2)))
    return "\n".join(lines)


NOTE = some.tuples(INSIDE, some.sampled_from(["", "\n    {}", "\n\n    {}"]), INSIDE).map(
    lambda parts: parts[0] + parts[1].format(parts[2])
)


@some.composite
def texts(draw: some.DrawFn) -> str:
    """Blocks, and at the end the notes."""
    blocks = draw(some.lists(tables() | task_lists() | PARAGRAPH, min_size=1, max_size=4))
    quoted = draw(some.booleans())
    if quoted:
        blocks.append("> " + draw(PARAGRAPH | tables()).replace("\n", "\n> "))
    names = draw(some.lists(some.sampled_from(["1", "b"]), unique=True))
    first = draw(INSIDE) + "".join(f" [^{name}]" for name in draw(some.permutations(names)))
    return "\n\n".join([first, *blocks, *(f"[^{name}]: {draw(NOTE)}" for name in names)])


@given(texts())
def test_any_text_is_read_as_at_github_or_refused(text: str) -> None:
    assert read(text) in (None, form_at_github(text))
