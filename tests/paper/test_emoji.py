"""Emoji: in one ink on paper where a font has them, and left out with a hint where none has."""

import io
from pathlib import Path
from unicodedata import category

import docx
import pytest

from hverdag.paper.letters import missing_letters, missing_signs, without_missing_signs
from hverdag.publish.pdf import pdfs
from tests import pdf
from tests.bare_paper import TEXT, bare, bare_paper, body_of, set_text
from tests.conftest import Publication, rendered
from tests.guide_papers import DOEREN, VINDUET

SEQUENCES = ["👍🏽", "👩‍👩‍👧‍👦", "❤️‍🔥", "🏳️‍🌈", "🇩🇰", "🇬🇱", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "#️⃣", "✌🏿", "👁️‍🗨️", "🐦‍⬛"]
NEWEST = "🫩"


@pytest.mark.parametrize("sign", ["😀", "❤️", "⚠️", "✅", *SEQUENCES])
def test_emoji_are_on_paper_as_one_sign(sign: str, tmp_path: Path) -> None:
    reader = set_text(f"Hun {sign} smilede. **Fed {sign}**, `kode {sign}`\n\n## Om {sign}\n", tmp_path)
    text = "".join(pdf.pages(reader))
    plain = {letter for letter in sign if category(letter) not in ("Mn", "Cf", "Me")}
    assert plain <= set(text)
    assert any("NotoEmoji" in name for name in pdf.fonts(reader))
    assert all(pdf.fonts(reader).values())


def test_a_family_is_as_wide_as_a_face(tmp_path: Path) -> None:
    def after(sign: str) -> float:
        (page,) = set_text(f"Hun {sign} | smilede", tmp_path).pages
        return next(x for x, _, text in pdf.placed(page) if "|" in text)

    assert {round(after(sign), 2) for sign in SEQUENCES if "\u20e3" not in sign} == {round(after("😀"), 2)}


def test_a_text_without_emoji_holds_no_font_for_them(tmp_path: Path) -> None:
    assert not any("Emoji" in name for name in pdf.fonts(set_text("Hun smilede.", tmp_path)))


def test_the_same_emoji_give_the_same_bytes(tmp_path: Path) -> None:
    wanted = bare_paper(TEXT.tree(body_of("Hun smilede 😀 👍🏽 **🇩🇰**.")))
    made = [pdfs([wanted], tmp_path, tmp_path / name)[0][0].content for name in "ab"]
    first, second = (path.read_bytes() for path in made if isinstance(path, Path))
    assert first == second


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (f"Hun {NEWEST} smilede {NEWEST}.", "Hun smilede."),
        (f"Hun smilede {NEWEST}🏽!", "Hun smilede!"),
        (f"{NEWEST} {NEWEST}", "…"),
        (f"👩🏽‍{NEWEST}‍👩 gik", "👩🏽👩 gik"),
        (f"a{NEWEST}b", "ab"),
        ("Hej\ufeffdu", "Hejdu"),
    ],
)
def test_a_sign_that_no_font_has_leaves_no_hole(typed: str, printed: str) -> None:
    assert without_missing_signs(f'"{typed}"') == f'"{printed}"'


def test_a_title_of_a_missing_sign_alone_can_be_printed(tmp_path: Path) -> None:
    tree = [{"t": "heading", "level": 2, "c": [NEWEST]}, {"t": "a", "href": "https://kl.dk", "c": [NEWEST]}]
    found, problems = bare(tree, tmp_path, title=f"{NEWEST}")
    assert problems == []
    assert found[0].count("…") == 3


@pytest.mark.parametrize("letter", ["李", "120 ㎡", "𝗛𝗲𝗷", "🅐", "\uf0b7", "𝟙"])
def test_what_says_something_is_never_left_out(letter: str) -> None:
    assert list(missing_letters(letter))
    assert not list(missing_signs(letter))
    assert without_missing_signs(f'"{letter}"') == f'"{letter}"'


def test_a_missing_sign_is_a_hint_at_each_of_its_places(good: Publication) -> None:
    good.change(VINDUET, "title: ", f"title: {NEWEST} ")
    text = (good.root / VINDUET).read_text("utf-8")
    good.write(VINDUET, text + f"\nHun {NEWEST} smilede 😀 og {NEWEST}🏽 gik.\n\n&#129769;\n")
    found = [problem for problem in good.problems() if problem.rule == "paper-sign"]
    line = len(text.split("\n")) + 1
    places = [(problem.source.line, problem.source.column, problem.source.field) for problem in found]
    assert places == [(2, 8, "title"), (line, 5, ""), (line, 20, "")]
    assert {str(problem.level) for problem in found} == {"hint"}
    assert {problem.parameters["code"] for problem in found} == {"U+1FAE9"}
    assert not [problem for problem in good.problems() if problem.is_error]


def test_a_sign_written_as_an_entity_is_told_at_its_line(good: Publication) -> None:
    text = (good.root / VINDUET).read_text("utf-8")
    good.write(VINDUET, text + "\nHun smilede\n*&#129769;*.\n")
    (found,) = [problem for problem in good.problems() if problem.rule == "paper-sign"]
    assert found.source.line >= len(text.split("\n")) + 1


SIGNS = f"😀 👍🏽 1️⃣ {NEWEST}"


def test_emoji_may_be_in_every_field(good: Publication) -> None:
    """On the web and in Word as they are typed, and on everything that is printed, but for the newest."""
    for path, old in (
        ("values/handbook.yml", "title: Minihåndbogen"),
        ("values/handbook.yml", "organisation: Lilleby Kommune"),
        ("values/handbook.yml", "notice: Lilleby er opdigtet."),
        ("values/handbook.yml", "    name: Indbyggere"),
        ("values/mod.md", "name: Mod"),
        ("values/mod.md", "promise: Vi siger det svære."),
        ("values/mod.md", "  - Vi siger fra."),
        ("values/mod.md", "  - Hvornår sagde du fra?"),
        (VINDUET, "title: Vinduet"),
        (VINDUET, "summary: Et vindue, der stod åbent."),
        (VINDUET, "Vinduet stod åbent."),
        (DOEREN, "    - Ja."),
        ("docs/metoder/kort.md", "title: Kort samtale"),
    ):
        good.change(path, old, f"{old} {SIGNS}")
    site = rendered(good.root)
    assert [problem.rule for problem in site.problems if problem.is_error] == []
    told = {artifact.path: artifact.content for artifact in site.artifacts if artifact.path.endswith((".pdf", ".docx"))}
    printed = [path for path in told if path.endswith(".pdf") and "-ark" not in path]
    assert len(printed) > 10
    for path in printed:
        text = "".join(pdf.pages(pdf.read(told[path])))  # type: ignore[arg-type]
        assert "😀" in text, path
        assert NEWEST not in text, path
    (guide, *_) = [content for path, content in told.items() if "vinduet" in path and path.endswith(".docx")]
    text = "\n".join(line.text for line in docx.Document(io.BytesIO(_bytes(guide))).paragraphs)
    assert f"Vinduet stod åbent. {SIGNS}" in text
    assert f"Et vindue, der stod åbent. {SIGNS}" in text


def _bytes(content: object) -> bytes:
    assert isinstance(content, bytes | Path)
    return content.read_bytes() if isinstance(content, Path) else content
