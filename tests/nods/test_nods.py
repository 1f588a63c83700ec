"""Nods: the fingerprint, what a language correction may change, and the lines that a nod writes."""

import random
import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hverdag.language.spelling import spelling
from hverdag.model.files import Picture
from hverdag.model.texts.nods import Nod
from hverdag.model.texts.story import Story
from hverdag.nods.correction import before, is_correction, obstacles, record
from hverdag.nods.identities import Identities
from hverdag.nods.passage import Passage
from hverdag.nods.passages import fingerprint, passages
from hverdag.parse.publication import read_story
from hverdag.workflows.nod_lines import WrittenOtherwiseError, with_nod
from tests.conftest import TODAY

MISSPELT = spelling("da").misspelt

HEAD = {
    "title": "Cyklen",
    "summary": "En cykel stod ved hegnet.",
    "values": "[mod, tillid]",
    "kind": "opgave",
    "image": "cykel.png",
    "image_alt": "En cykel",
    "dilemma": "\n  question: Spørger du?\n  options:\n    - Ja, med det samme.\n    - Nej, ikke endnu.",
    "code": "F04",
}
BODY = """\
Cyklen stod ved hegnet. Jeg gik forbi den *tre* gange og tænkte,
at nogen nok kom efter den.

- Mandag
- Tirsdag, klokken 7.30

> »Er den din?« spurgte jeg.
"""
PICTURES = {"stories/cykel.png": Picture("png", 1, 1, "aa"), "stories/hegn.png": Picture("png", 1, 1, "bb")}


def raw(head: dict[str, str] = HEAD, body: str = BODY) -> bytes:
    fields = "".join(f"{name}: {text}\n" for name, text in head.items())
    return f"---\n{fields}---\n\n{body}".encode()


def story(content: bytes) -> Story:
    read = read_story(content, "stories/cyklen.md")
    assert read is not None
    return read


def mark(content: bytes, pictures: dict[str, Picture] = PICTURES) -> str:
    return fingerprint(passages(story(content), Identities(pictures)))


@given(seed=st.integers(), line_end=st.sampled_from(["\n", "\r\n", "\r"]), form=st.sampled_from(["NFC", "NFD"]))
def test_what_nobody_sees_moves_no_fingerprint(seed: int, line_end: str, form: str) -> None:
    chance = random.Random(seed)  # noqa: S311 nothing secret
    blocks = []
    for block in BODY.rstrip("\n").split("\n\n"):
        sign = block[:2] if block[:2] in ("- ", "> ") else ""
        plain = re.sub(r"\s+", " ", block) if not sign else block
        wrapped = "".join(chance.choice(("\n", " ")) if letter == " " and not sign else letter for letter in plain)
        blocks.append(wrapped.replace("*tre*", chance.choice(("*tre*", "_tre_"))))
    names = list(HEAD)
    chance.shuffle(names)
    head = {name: HEAD[name] for name in names}
    head["title"] = chance.choice(("Cyklen", '"Cyklen"', "'Cyklen'", "Cyk\u00adlen", "Cyklen   "))
    head["values"] = chance.choice(("[mod, tillid]", "\n  - mod\n  - tillid"))
    text = raw(head, ("\n" * chance.randint(2, 4)).join(blocks)).decode()
    changed = unicodedata.normalize(form, text).replace("\n", line_end).encode()
    assert mark(changed) == mark(raw())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Cyklen", "title: Cyklerne"),
        ("En cykel stod ved hegnet.", "En cykel stod ved hegnet"),
        ("[mod, tillid]", "[tillid, mod]"),
        ("[mod, tillid]", "[mod]"),
        ("image: cykel.png", "image: hegn.png"),
        ("image_alt: En cykel", "image_alt: Et hegn"),
        ("Spørger du?", "Spørger I?"),
        ("    - Nej, ikke endnu.\n", ""),
        ("*tre*", "tre"),
        ("*tre*", "**tre**"),
        ("hegnet. Jeg", "hegnet.\n\nJeg"),
        ("- Mandag\n- Tirsdag", "1. Mandag\n2. Tirsdag"),
        ("- Mandag\n- Tirsdag", "- Tirsdag\n- Mandag"),
        ("> »Er", "»Er"),
        ("tænkte,\n", "tænkte,  \n"),
        ("Cyklen stod", "[Cyklen](https://fjordby.example) stod"),
        ("Cyklen stod", "## Cyklen\n\nDen stod"),
        ("spurgte", "Spurgte"),
    ],
)
def test_what_a_reader_sees_moves_it(old: str, new: str) -> None:
    text = raw().decode()
    assert old in text
    assert mark(text.replace(old, new, 1).encode()) != mark(raw())


def test_another_picture_under_the_same_name_moves_it() -> None:
    assert mark(raw(), {"stories/cykel.png": Picture("png", 1, 1, "cc")}) != mark(raw())


@given(at=st.integers(0, len(BODY.split()) - 1), word=st.text("abcdefghijæøå0123456789%", min_size=1, max_size=9))
def test_any_other_word_moves_it(at: int, word: str) -> None:
    words = [part for part in re.split(r"(\s+)", BODY.strip()) if part]
    number = [place for place, part in enumerate(words) if not part.isspace()][at]
    assume(words[number] not in (word, "-", ">"))
    words[number] = word
    assert mark(raw(body="".join(words))) != mark(raw())


@pytest.mark.parametrize("field", ["kind: opgave", "code: F04"], ids=["kind", "code"])
def test_what_is_not_nodded_to_moves_nothing(field: str) -> None:
    assert mark(raw().decode().replace(field, f"{field}x").encode()) == mark(raw())


def as_text(told: str) -> tuple[Passage, ...]:
    return passages(story(raw(body=told)), Identities(PICTURES))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hun sagde at hun kom igen.", "Hun sagde, at hun kom igen."),
        ("Hun kom igen og gik", "Hun kom igen og gik."),
        ("nøgeln laa her", "nøglen lå her"),
        ("Vi var sammmen om det", "Vi var sammen om det"),
        ("hun sagde at hun kom", "Hun sagde, at hun kom."),
        ('"Ja," sagde hun', "»Ja,« sagde hun"),
        ("den lange trapppe", "den lange trappe"),
        ("vi kommmer kl. 7.30.", "Vi kommer kl. 7.30."),
        ("Hun kom og og gik", "Hun kom og gik"),
        ("Hun kom ,og hun gik", "Hun kom, og hun gik"),
    ],
)
def test_spelling_and_signs_are_corrected(old: str, new: str) -> None:
    assert list(obstacles(as_text(old), as_text(new), MISSPELT)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hun slog hende ikke. Mere ville hun sige.", "Hun slog hende. Ikke mere ville hun sige."),
        ("Susanne, sagde lederen, var en løgner.", "Susanne sagde: Lederen var en løgner."),
        ("Vi spiser, Inger.", "Vi spiser Inger."),
        ("Hun kom. Han gik.", "Hun kom, han gik."),
        ("vi kommer kl. 7.30.", "vi kommer kl. 7.30"),
        ("Hun kom ikke.", "Hun kom."),
        ("Hun kom.", "Hun kom ikke."),
        ("Hun kom ikke.", "Hun kom inke."),
        ("Den venlige mand", "Den uvenlige mand"),
        ("En hjælpsom mand", "En hjælpløs mand"),
        ("aldrig igen", "altid igen"),
        ("Hun gik", "Han gik"),
        ("Den kolde nat", "Den bolde nat"),
        ("den vrede mand", "den brede mand"),
        ("tre gange", "to gange"),
        ("en tresårig mand", "en treårig mand"),
        ("tohundrede meter", "nihundrede meter"),
        ("kl. 7.30", "kl. 7,30"),
        ("kl. 7.30", "kl. 730"),
        ("9-10 år", "9 10 år"),
        ("5 grader", "-5 grader"),
        ("5 %", "5 kr."),
        ("Kong XVII var der", "Kong XVIII var der"),
        ("Ja, sagde hun", "»Ja,« sagde hun"),
        ("Hun så *det*", "Hun så det"),
        ("Hun så det", "Hun så `det`"),
        ("Et. To.", "Et.\n\nTo."),
        ("Karen var der", "Maren var der"),
        ("fordi plejehjemmet lukkede", "fordi pleje hjemmet lukkede"),
        ("[her](https://a.example)", "[her](https://b.example)"),
        ("en brugervenlig skranke", "en brugeruvenlig skranke"),
        ("tirsdagsvagten", "torsdagsvagten"),
        ("junimødet", "julimødet"),
        ("natfarver", "dagfarver"),
        ("Hun så Karen", "Hun så kajen"),
        ("det er hans bil", "det er Hans bil"),
        ("jeg tror i kommer", "jeg tror I kommer"),
        ("i kommer", "I kommer"),
        ("## Hun kom\n\n### De gik", "## Hun kom\n\n## De gik"),
        ("Hun **kom** hjem", "Hun kom **hjem**"),
        ("- Hun kom\n- De gik", "- Hun kom De\n- gik"),
        ("Hun `kommmer`", "Hun `kommer`"),
        ("    - Hun kommmer", "    - Hun kommer"),
        ("| A | B |\n|---|---|\n| Hun slog | ham |", "| A | B |\n|---|---|\n| Hun | slog ham |"),
        ("| A | B |\n|---|---|\n| Hun slog | Ham |", "| A | B |\n|---|---|\n| Hun slog. | Ham |"),
        ("Hun[^a] kom[^b]\n\n[^a]: Ja\n[^b]: Nej", "Hun[^a] kom[^b]\n\n[^a]: Nej\n[^b]: Ja"),
        ("Hun kom[^a]\n\n[^a]: Ja", "Hun[^a] kom\n\n[^a]: Ja"),
        ("![En nøgle](cykel.png)", "![En nøgel](cykel.png)"),
        ("![En nøgel](cykel.png)", "![En nøgle](cykel.png)"),
        ("Vi aftalte ikke at\n\n- Ringe\n- Gå", "Vi aftalte ikke at.\n\n- Ringe\n- Gå"),
        ("Hun gik i i vandet", "Hun gik i vandet"),
        ("ja ja", "ja"),
        ("Den visste hun", "Den vidste hun"),
        ("koen stod der", "køn stod der"),
        ("Hun hjælper", "Hun hjælpes"),
        ("medarbejderen kom", "medarbejderne kom"),
        ("hun arbejder", "hun arbejdede"),
        ("har nogen set det", "har noget set det"),
        ("Hun kom.", "Hun kom?"),
        ("Er du dum?", "Er du dum."),
        ("Hun sagde »nej« og gik", "Hun »sagde nej« og gik"),
        ("Han siger at hun løj", "Han siger: ‘at hun løj’"),
        ("Ja, sagde hun", "– Ja, sagde hun"),
        ("5 – 7 dage", "5 7 dage"),
        ("1 / 2 tablet", "1 2 tablet"),
        ("0 ,5 mg", "0 5 mg"),
        ("10 000 kr", "10, 000 kr"),
        ("en m² stor", "en m³ stor"),
        ("Hæng ham ikke, vent", "Hæng ham, ikke vent"),
        ("Vi var sammen om det", "Vi var sammmen om det"),
    ],
)
def test_what_says_something_else_is_no_correction(old: str, new: str) -> None:
    assert not is_correction(as_text(old), as_text(new), MISSPELT)


WORDS = (
    "ikke aldrig ingen tre 7 7.30 hun nøglen nøgeln sagde kom venlig uvenlig hjælp hjælpløs kold bold intet u 5,5 to"
)
SIGNS = ["", ",", ".", "!", ":", " –", "«", "»", "%"]
NEGATIONS = (r"\bikke\b", r"\baldrig\b", r"\bingen\b", r"\bintet\b", r"\bu\w", r"\wløs\b")

sentences = st.lists(st.tuples(st.sampled_from(WORDS.split()), st.sampled_from(SIGNS)), min_size=1, max_size=6)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A sentence, and the same with some letters, words and signs changed."""
    told = draw(sentences)
    tells = list(told)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(tells) - 1))
        word, sign = tells[at]
        kind = draw(st.sampled_from(["drop", "add", "swap", "letter", "sign", "case"]))
        if kind == "drop" and len(tells) > 1:
            del tells[at]
        elif kind == "add":
            tells.insert(at, draw(st.sampled_from(told)))
        elif kind == "swap":
            tells[at] = (draw(st.sampled_from(WORDS.split())), sign)
        elif kind == "letter":
            place = draw(st.integers(0, len(word)))
            tells[at] = (
                word[:place] + draw(st.sampled_from(["", "e", "u", "1", "."])) + word[place + 1 :] or "e",
                sign,
            )
        elif kind == "sign":
            tells[at] = (word, draw(st.sampled_from(SIGNS)))
        else:
            tells[at] = (word.capitalize(), sign)
    return tuple(" ".join(f"{word}{sign}" for word, sign in part) for part in (told, tells))  # type: ignore[return-value]


@given(pair=edited())
def test_no_correction_adds_or_removes_a_word_a_number_or_a_negation(pair: tuple[str, str]) -> None:
    old, new = (passages(Story(title="x", summary=text), Identities()) for text in pair)
    if not is_correction(old, new, MISSPELT):
        return
    one, other = (text.casefold() for text in pair)
    # A quotation mark may become another that closes the same quotation: » as well as « does so at the end of a word.
    signs = [re.findall(r"[^\w\s]", re.sub(r"(?<=\w)[»«]", "»", text.rstrip("."))) for text in pair]
    assert signs[0] == signs[1]
    assert len(re.findall(r"[^\W\d_]+", one)) == len(re.findall(r"[^\W\d_]+", other))
    assert re.findall(r"\d+(?:[.,]\d+)*", one) == re.findall(r"\d+(?:[.,]\d+)*", other)
    for negation in NEGATIONS:
        assert len(re.findall(negation, one)) == len(re.findall(negation, other))
    assert one.count("%") == other.count("%")
    assert before(new, record(old, new), fingerprint(old)) == old


ROLES = ("nattevagt", "leder: nat", "pædagog, SFO")


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """A story's file with three contributors, written as people write."""
    left = " " * draw(st.sampled_from([0, 2, 4]))
    dash = "-" + " " * draw(st.sampled_from([1, 3]))
    inside = left + " " * len(dash)
    lines = ["contributors:"]
    for role in ROLES:
        lines += draw(st.sampled_from([[], ["# en bemærkning"], [""]]))
        lines.append(f'{left}{dash}role: "{role}"{draw(st.sampled_from(["", "   ", "  # husk"]))}')
        if draw(st.booleans()):
            deeper = inside + " " * draw(st.sampled_from([1, 2, 4]))
            lines += [f"{inside}nod:", f"{deeper}text: {'0' * 32}", f"{deeper}date: 2026-01-01"]
    head = draw(st.permutations(["title: Cyklen", "code: F04", "\n".join(lines), "# contributors:", "state: draft"]))
    text = "---\n" + "\n".join(head) + "\n---\n\nTekst.\n\ncontributors:\n- role: ingen\n"
    first = draw(st.sampled_from(["", "\ufeff"]))
    return (first + text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))).encode()


@given(content=documents(), number=st.integers(0, 2), kept=st.sampled_from(["2026-00417", "sag: 7", 'a "b" # c']))
def test_a_nod_changes_its_own_lines_and_no_other(content: bytes, number: int, kept: str) -> None:
    was = story(content)
    nod = Nod(date=TODAY, text="f" * 32, record=kept)
    changed = with_nod(content, was, number, nod)
    now = story(changed)
    assert [one.role for one in now.contributors] == list(ROLES)
    assert [one.nod for at, one in enumerate(now.contributors) if at != number] == [
        one.nod for at, one in enumerate(was.contributors) if at != number
    ]
    assert now.contributors[number].nod == nod

    # Taken apart again: with the nod's lines out of both, not a byte differs.
    assert _without_nod(changed, now, number) == _without_nod(content, was, number)


def _without_nod(content: bytes, read: Story, number: int) -> bytes:
    """A file without the lines of one contributor's nod."""
    lines = content.splitlines(keepends=True)
    if read.contributors[number].nod is None:
        return content
    names = ("date", "text", "version", "record")
    places = (read.places.get(("contributors", number, "nod", name)) for name in names)
    found = [place[0] for place in places if place]
    del lines[min(found) - 2 : max(found)]
    return b"".join(lines)


@pytest.mark.parametrize(
    "written",
    [
        "contributors: [{role: nattevagt}]",
        "contributors:\n  - {role: nattevagt}",
        "contributors:\n  - nod: {date: 2026-01-01, text: a}\n    role: nattevagt",
    ],
)
def test_contributors_written_in_another_way_are_left_alone(written: str) -> None:
    content = f"---\ntitle: x\n{written}\n---\nx\n".encode()
    with pytest.raises(WrittenOtherwiseError):
        with_nod(content, story(content), 0, Nod(date=TODAY, text="f" * 32))
