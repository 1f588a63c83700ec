"""What GitHub and GitLab show otherwise than the site is told, with its line; what a page uses on purpose is not."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.parse.pages.reading import MATERIAL, PATH, USUAL, reader, told

TEXT = "løbende tekst"
OTHERWISE = {
    "a list after text": ("Vi aftalte tre ting:\n- Ring\n- Skriv\n- Gå", 2, TEXT, "en liste med 3 punkter"),
    "a numbered list after text": ("Sådan:\n1. Ring\n2. Skriv", 2, TEXT, "en nummereret liste med 2 punkter"),
    "a table after text": ("Her er tal:\n| a | b |\n|---|---|\n| 1 | 2 |", 2, TEXT, "en tabel"),
    "a nested list": (
        "- a\n  - b\n  - c\n- d",
        2,
        "et punkt på en liste",
        "en liste med 2 punkter inde i punktet ovenfor",
    ),
    "a nested list by three": ("1. a\n   - b", 2, "et punkt på en liste", "en liste med ét punkt inde i punktet"),
    "an item after a nested list": (
        "- a\n\n    mere\n\n    - b\n    - c\n- d",
        7,
        "et punkt på en liste inde i punktet ovenfor",
        "et punkt på en liste",
    ),
    "a paragraph in an item": ("- a\n\n  mere om a\n\n- b", 3, "et afsnit for sig", "et afsnit inde i punktet"),
    "a quotation in an item": ("- a\n\n   > sagt", 3, "et citat for sig", "et citat inde i punktet ovenfor"),
    "code in an item": ("- a\n\n  ```\n  kode\n  ```", 4, "kode i linjen", "kode i en boks inde i punktet"),
    "code with spaces before it": ("   ```\n   kode\n   ```", 2, "kode i linjen", "kode i en boks"),
    "a day": ("24. december kom hun.\n\n31. december gik hun.", 1, "nummer 1", "nummer 24"),
    "numbers that go on": ("1. a\n\nimens\n\n2. b", 5, "nummer 1", "nummer 2"),
    "a list from three": ("3. tre\n4. fire", 1, "nummer 1", "nummer 3"),
    "numbers with parentheses": ("1) a\n2) b", 1, TEXT, "en nummereret liste med 2 punkter"),
    "an address": ("Se https://kl.dk/nyt her", 1, TEXT, "et link"),
    "an address without a protocol": ("Se www.kl.dk her", 1, TEXT, "et link"),
    "an email address": ("Skriv til post@kl.dk her", 1, TEXT, "et link"),
    "an address further down": ("Et afsnit\nog en linje\nmed https://kl.dk i", 3, TEXT, "et link"),
    "struck out": ("Vi mødtes ~~i går~~ i dag", 1, TEXT, "streget ud"),
    "tasks": ("- [ ] Ring\n- [x] Skriv", 1, "et punkt på en liste", "et punkt til at krydse af"),
    "two quotations": ("> det ene\n\n> det andet", 3, "ét citat", "to citater"),
    "a note": ("> [!NOTE]\n> Husk nøglen", 2, "et citat", "en farvet boks"),
    "a heading without its space": ("#MeToo kom", 1, "en overskrift på niveau 1", TEXT),
    "code without an end": ("```\nkode her\n\nog mere", 2, TEXT, "kode i en boks"),
    "an address with spaces": ("Se [planen](min plan.pdf) her", 1, "et link", TEXT),
    "a picture with spaces": ("![En nøgle](min nøgle.png)", 1, "et billede", TEXT),
    "a link over two lines": ("Se [planen]\n[p] her\n\n[p]: plan.md", 1, "et link", TEXT),
    "HTML without markdown": ("<div>\n\n- a\n- b\n\n</div>", 3, TEXT, "en liste med 2 punkter"),
    "a list after a break": ("a<br>b\n- c", 2, TEXT, "en liste med ét punkt"),
    "a list in a box": ('!!! note "Husk"\n    Ting:\n    - a\n    - b', 3, TEXT, "en liste med 2 punkter"),
    "a list in a definition": ("Ord\n:   Ting:\n    - a\n    - b", 3, TEXT, "en liste med 2 punkter"),
    "a list in markdown HTML": ("<div markdown>\nTing:\n- a\n</div>", 3, TEXT, "en liste med ét punkt"),
    "a list after a macro": ("---\nrender_macros: true\n---\n\n{{ facts() }}\n- a", 6, TEXT, "en liste med ét punkt"),
    "a line of dashes with a space": ("| a | b |\n|---|--- -|\n| 1 | 2 |", 1, "en tabel", TEXT),
    "code by six spaces": ("* a\n\n      kode", 3, TEXT, "kode i en boks inde i punktet ovenfor"),
    "an item after code": ("1. a\n\n    ```\n    x\n    ```\n2. b", 4, "kode i linjen", "kode i en boks"),
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_is_otherwise_is_told_at_its_line(tmp_path: Path, name: str) -> None:
    text, line, here, there = OTHERWISE[name]
    problems = [one for one in reader(tmp_path).problems(text, PATH) if one.rule == "page-otherwise"]
    assert problems, name
    assert problems[0].source.line == line, told(problems[0])
    assert told(problems[0]).startswith(f"Her på siden er det {here}"), told(problems[0])
    assert f". På GitHub og GitLab er det {there}" in told(problems[0]), told(problems[0])


def test_the_numbers_of_lines_count_the_fields(tmp_path: Path) -> None:
    text = "---\ntitle: Side\n---\n\n\nTekst:\n- a\n"
    assert [(one.source.line, one.source.column) for one in reader(tmp_path).problems(text, PATH)] == [(7, 1)]


def test_one_cause_is_told_once(tmp_path: Path) -> None:
    items = "\n".join(f"- punkt {number}\n  - under {number}" for number in range(20))
    assert len(reader(tmp_path).problems(f"Vi aftalte:\n{items}", PATH)) == 1
    assert len(reader(tmp_path).problems("\n\n".join("Ting:\n- a" for _ in range(3)), PATH)) == 3


MENDED = {
    "Vi aftalte:\n- Ring\n- Skriv": "Vi aftalte:\n\n- Ring\n- Skriv",
    "Her er tal:\n| a | b |\n|---|---|\n| 1 | 2 |": "Her er tal:\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "- a\n  - b\n    - c\n- d": "- a\n    - b\n        - c\n- d",
    "1. a\n   - b": "1. a\n    - b",
    "- a\n\n    mere\n\n    - b\n    - c\n- d": "- a\n\n    mere\n\n    - b\n    - c\n\n- d",
    "- a\n\n  mere om a\n\n- b": "- a\n\n    mere om a\n\n- b",
    "- a\n\n   > sagt": "- a\n\n    > sagt",
    "- a\n\n  ```\n  kode\n  ```": "- a\n\n        kode",
    "Den\n\n31. december gik hun.": "Den\n\n31\\. december gik hun.",
    "1. a\n\nimens\n\n2. b": "1. a\n\n    imens\n\n2. b",
    "1) a\n2) b": "1. a\n2. b",
    "Se https://kl.dk/nyt her": "Se <https://kl.dk/nyt> her",
    "Se www.kl.dk her": "Se <https://www.kl.dk> her",
    "Skriv til post@kl.dk her": "Skriv til <post@kl.dk> her",
    "Vi mødtes ~~i går~~ i dag": "Vi mødtes <del>i går</del> i dag",
    "- [ ] Ring": "- Ring",
    "> det ene\n\n> det andet": "> det ene\n\n<!-- -->\n\n> det andet",
    "> [!NOTE]\n> Husk nøglen": "> Husk nøglen",
    "   ```\n   kode\n   ```": "```\nkode\n```",
    "* a\n\n      kode": "* a\n\n    kode",
    "#MeToo kom": "\\#MeToo kom",
    "#Overskrift": "# Overskrift",
    "```\nkode her\n\nog mere": "```\nkode her\n\nog mere\n```",
    "Se [planen](min plan.pdf) her": "Se [planen](min%20plan.pdf) her",
    "Se [planen]\n[p] her\n\n[p]: plan.md": "Se [planen](plan.md) her",
    "Obs: vi er flyttet": "\nObs: vi er flyttet",
}


@pytest.mark.parametrize("text", MENDED)
def test_a_remedy_works_as_it_is_said(tmp_path: Path, text: str) -> None:
    assert reader(tmp_path).problems(text, PATH), text
    assert reader(tmp_path).problems(MENDED[text], PATH) == []


ALIKE = {
    "a list": "Vi aftalte:\n\n- a\n- b\n\n    mere om b\n\n    - c\n        - d\n\n- e",
    "a numbered list": "1. a\n2. b\n\n    mere\n\n3. c",
    "code": "Sådan:\n\n    git status\n\n```\nog sådan\n```\n\n~~~ python\nx = 1\n~~~",
    "a table": "| a | b |\n|:--|--:|\n| `1` | **2** |\n| [x](y.md) | |",
    "headings": "# A\n\nB\n---\n\n## C ##\n\n### D\ntekst",
    "links": "[a](b.md) [c][d] <https://kl.dk> <a@b.dk> ![e](f.png)\n\n[d]: e.md",
    "a quotation": "> a\n> b\n>\n> - c\n\nd",
    "a fold in a line": "a  \nb\nc\\\nd\n***\ne",
    "emphasis": "*a* **b** _c_ __d__ ***e*** snake_case_word 2*3*4 a_b",
    "entities": "a &amp; b &lt; c &nbsp; d < e",
    "notes": "a[^b] c[^a]\n\n[^a]: den ene\n[^b]: den anden\n\n    - med liste",
    "a comment": "<!-- en note\n\n- a -->\n\ntekst <!-- x --> mere",
    "attributes": '# A {#a .b}\n\nLead\n{ .lead }\n\n[x](y.md){ .md-button target="_blank" }\n\n- c\n{: .d }',
    "attributes of words": "*e*{: #f } **g**{.h} `i`{ .j } ![k](l.png){ width=300 }",
    "a box": '!!! note "Titel"\n    tekst\n\n    - a\n    - b\n\n    !!! tip\n        inde i\n\nefter',
    "code in a box": "!!! note\n    ```\n    kode\n    ```\n\nefter",
    "definitions": "Ord\n:   Forklaring\n\n    i to afsnit\n\nAndet\nOrd\n:   Ét\n:   To",
    "abbreviations": "KL skriver.\n\n*[KL]: Kommunernes Landsforening",
    "HTML": "<div class='x'>\n<b>a</b>\n</div>\n\n<details><summary>b</summary>c</details>\n\n<u>d</u> <kbd>e</kbd>",
    "Markdown in HTML": '<div class="grid cards" markdown>\n\n-   :material-clock: __A__\n\n    ---\n\n    b\n\n</div>',
    "a figure": '<figure markdown="span">\n  ![a](b.png){ width="300" }\n  <figcaption>C</figcaption>\n</figure>',
    "icons": ":material-account: :smile: [:octicons-mail-16:](a.md)",
    "not macros": "Her står {{ 7*7 }}, som det er skrevet.",
    "a table of contents": "[TOC]\n\n# A",
    "speech": "- Nej, sagde hun.\n- Jo, sagde han.",
    "words alone": "Kl. 12.30 kom 3. g. Pris: 5-10 kr. 50 % (ca.) §2 #3 @4 5/6 7*8",
    "marks of two kinds": "* a\n* b\n\ntekst\n\n+ c\n+ d",
}
WITH_MACROS = "---\nrender_macros: true\n---\n\n"
ALIKE |= {
    "macros": WITH_MACROS + "# A\n\n{{ story('x') }}\n\n- Der er {{ fact('a') }} her.",
    "a condition": WITH_MACROS + "a\n\n{% if x %}\nb\n{% endif %}\n\n{# note #}\n\ntekst",
    "macros shown": WITH_MACROS + "{% raw %}`{{ story('x') }}`{% endraw %}\n:   Én fortælling.",
    "a macro over lines": WITH_MACROS + "{{ story(\n  'x'\n) }}\n\ntekst",
}
ALIKE_IN_MATERIAL = {
    "tabs": '=== "A"\n\n    - a\n    - b\n\n=== "B"\n\n    1. c\n    2. d\n\nefter',
    "tabs close together": '=== "A"\n    * a\n    * b\n=== "B"\n    1. c\n    2. d',
    "folded boxes": '??? note "A"\n\n    === "B"\n\n        ``` yaml\n        c: d\n        ```\n\n???+ tip\n    e',
    "code": '``` yaml title="a.yml" linenums="1" hl_lines="2 3"\nb: c # (1)!\nd: 600px\n```\n\n1.  En note',
    "code in an item": "1. a\n\n    ``` py\n    x = 1\n    ```\n\n2. b",
    "code that shows tabs": '```` markdown\n=== "A"\n\n    ```\n    - a\n    ```\n=== "B"\n    - b\n````\n\nefter',
    "tasks": "- [x] a\n- [ ] b\n    - [x] c",
    "bare addresses": "Se https://kl.dk og skriv til a@kl.dk. #12 og @anna",
    "marks": "==a== ^^b^^ ~~c~~ H~2~O ++ctrl+c++",
    "a drawing": "``` mermaid\ngraph LR\n  A --> B\n```",
    "other files": '--8<-- "a.md"\n\n;--8<-- "b.md"\n\ntekst',
    "notes for code": "a[^1]\n\n[^1]:\n    b\n\n    c",
}


@pytest.mark.parametrize("name", ALIKE)
def test_what_both_read_alike_is_not_told(tmp_path: Path, name: str) -> None:
    assert [told(one) for one in reader(tmp_path).problems(ALIKE[name], PATH)] == []


@pytest.mark.parametrize("name", ALIKE_IN_MATERIAL)
def test_what_material_adds_is_used_on_purpose(tmp_path: Path, name: str) -> None:
    assert [told(one) for one in reader(tmp_path, MATERIAL).problems(ALIKE_IN_MATERIAL[name], PATH)] == []


def test_syntax_that_is_not_switched_on_is_alike_too(tmp_path: Path) -> None:
    for text in ("!!! note\n    a", "Ord\n:   a", "*[KL]: x", '=== "A"\n    b', "a { .b }"):
        assert reader(tmp_path, "[]").problems(text, PATH) == []
    (problem,) = reader(tmp_path, "[]").problems("a[^1]\n\n[^1]: en note", PATH)
    assert "en fodnote" in told(problem)
    assert "footnotes" in told(problem)


def test_bundles_and_lists_of_pairs_are_known(tmp_path: Path) -> None:
    box, note = "Ord\n:   a\n\nb[^1]\n\n[^1]: c", "!!! note\n    - a"
    for extensions in ("[extra]", "{extra: {}}", "[markdown.extensions.extra]", "[{pymdownx.extra: {footnotes: {}}}]"):
        assert reader(tmp_path, extensions).problems(box, PATH) == []
    (tmp_path / "base.yml").write_text("markdown_extensions: [admonition]\n", "utf-8")
    found = reader(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\n", "utf-8")
    assert type(found)(tmp_path, [PATH]).problems(note, PATH) == []


@pytest.mark.parametrize("extensions", ["[no_such_extension]", "3", "!ENV X", "[{toc: 3}]", "[[a]]", "\t: {", USUAL])
def test_a_strange_list_of_extensions_is_left_to_mkdocs(tmp_path: Path, extensions: str) -> None:
    assert reader(tmp_path, extensions).problems("# A\n\n- a\n- b", PATH) == []


def test_lost_words_are_an_error(tmp_path: Path) -> None:
    (problem,) = reader(tmp_path).problems("Vigtigt: Husk nøglen\nog porten\n", PATH)
    assert (problem.rule, problem.level, problem.source.line) == ("page-fields", "error", 1)
    assert reader(tmp_path).problems("a\n\n*[hele]: en forklaring\n", PATH) == []


DOCS = """---
title: Kom i gang
description: Sådan begynder du.
---

# Kom i gang

Velkommen. Se [installationen](installation.md#krav){ .md-button } eller [API'et][api].

!!! warning "Før du begynder"

    Du skal bruge:

    - Python 3.11
    - En konto, se [kontoen](konto.md)

        ```bash
        pip install haandbog
        ```

## Krav { #krav }

| Krav   | Hvorfor        |
| ------ | -------------- |
| Python | Det kører på   |
| Git    | Det husker[^1] |

[^1]: Alt, hvad der er skrevet.

<div class="annotate" markdown>

> Lorem ipsum (1)

</div>

1.  :man_raising_hand: En note.

`haandbog build`
:   Bygger.

    Kan tage et minut.

`haandbog check`
:   Ser efter.

=== "Linux"

    ``` console title="Terminal"
    $ haandbog serve
    ```

=== "Windows"

    1. Åbn PowerShell
    2. Skriv `haandbog serve`

??? question "Virker det ikke?"
    Spørg <hjaelp@example.org>.

![Skærmbillede](skaerm.png){ loading=lazy }
/// caption
Forsiden
///

- [x] Færdig
- [ ] Ikke færdig

[api]: https://example.org/api
*[API]: Application Programming Interface
"""


def test_a_whole_page_of_documentation_is_silent(tmp_path: Path) -> None:
    assert [told(one) for one in reader(tmp_path, MATERIAL).problems(DOCS, PATH)] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_our_own_texts_are_read_alike(tmp_path: Path, name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert [told(one) for one in reader(tmp_path).problems(text, PATH)] == []
