"""The fingerprints of some forty small texts, as they are kept in stories: a nod is worth nothing once they change.

No change of ours, of Markdown or of nh3 may make every nod in the world stale unseen. fingerprints.json story_codes the
texts, their fingerprints, and what they were made with; `--regenerate` writes the fingerprints of new texts into it,
and of old ones that have changed. Then read the diff, count `VERSION` in nods/passages.py up, and tell the world.
"""

import json
import unicodedata
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from hverdag.model.files import Picture, Recording
from hverdag.nods.identities import Identities
from hverdag.nods.passages import VERSION, fingerprint, passages
from hverdag.parse.publication import read_story

CORPUS = Path(__file__).with_name("fingerprints.json")
LIBRARIES = ("markdown-it-py", "mdit-py-plugins", "nh3")
IDENTITIES = Identities(
    pictures={
        "stories/cykel.png": Picture("png", 400, 300, "c1" * 32),
        "stories/hegn.jpg": Picture("jpg", 400, 300, "4e" * 32),
    },
    recordings={"stories/cykel.mp3": Recording("mp3", 90, 100_000, "a0" * 32)},
    codes={"stories/hegnet.md": "F02", "values/mod.md": "V01", "values/tillid.md": "V02"},
)
HEAD = {"title": "Cyklen", "summary": "En cykel stod ved hegnet.", "values": "[mod, tillid]"}


def read() -> dict[str, Any]:
    held = json.loads(CORPUS.read_text("utf-8"))
    assert isinstance(held, dict)
    return held


def found(text: dict[str, Any]) -> str:
    """The fingerprint of a text of the corpus, read as a story's file is."""
    fields = "".join(f"{name}: {told}\n" for name, told in (HEAD | text.get("head", {})).items())
    raw = f"---\n{fields}---\n\n" + "\n".join(text["body"]) + "\n"
    story = read_story(raw.encode(), "stories/cyklen.md")
    assert story is not None
    assert bool(story.body.children) is bool(text["body"]), f"{text['name']}: the text is refused"
    return fingerprint(passages(story, IDENTITIES))


def changed(held: dict[str, Any]) -> list[str]:
    """The names of the texts that are not as they were."""
    return [text["name"] for text in held["texts"] if text["fingerprint"] not in ("", found(text))]


def write(held: dict[str, Any]) -> None:
    """Write the corpus anew, with the letters that nobody sees written out."""
    held["version"] = VERSION
    held["made_with"] = {name: version(name) for name in LIBRARIES}
    for text in held["texts"]:
        text["fingerprint"] = found(text)
    told = json.dumps(held, ensure_ascii=False, indent=2)
    shown = (
        f"\\u{ord(one):04x}" if unicodedata.category(one) in ("Mn", "Cf", "Zs") and one != " " else one for one in told
    )
    CORPUS.write_text("".join(shown) + "\n", encoding="utf-8")


def test_no_fingerprint_changes_unseen(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--regenerate"):
        write(read())
    held = read()
    names = changed(held)
    made_with = ", ".join(f"{name} {held['made_with'][name]} (here {version(name)})" for name in LIBRARIES)
    assert not names, (
        f"The fingerprints of these texts have changed: {'; '.join(names)}. Every nod in the world to a story with"
        f" anything like it would go stale. Version {held['version']} was made with {made_with}."
    )
    assert "" not in [text["fingerprint"] for text in held["texts"]], "There are new texts: run with --regenerate."


def test_the_corpus_is_of_this_version_and_holds_some_forty_texts_of_their_own() -> None:
    held = read()
    names = [text["name"] for text in held["texts"]]
    assert held["version"] == VERSION
    assert sorted(held["made_with"]) == sorted(LIBRARIES)
    assert len(names) == len(set(names)) == 58


def test_texts_have_one_fingerprint_where_they_look_the_same_and_nowhere_else() -> None:
    told, meant = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for text in read()["texts"]:
        told[text["fingerprint"]].append(text["name"])
        meant[text.get("same_as", text["name"])].append(text["name"])
    assert sorted(told.values()) == sorted(meant.values())
    assert (len(told), len(meant)) == (48, 48)
