"""Recordings: what they are, what is told of them, and where they are published."""

import os
import re
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tinytag import TinyTag

from hverdag.features.stories.audio import recording_caption
from hverdag.locale import catalogue
from hverdag.model.files import LARGEST_RECORDING, Recording
from hverdag.model.problem import Problem
from hverdag.parse.recordings import read_recording
from tests.chromium import faults_of, served, too_wide
from tests.conftest import Publication, copied
from tests.sound import M4A, mp3, sparse

VINDUET = "stories/vinduet.md"
PAGE = "fortaellinger/vinduet/index.html"


def record(good: Publication, name: str, story: str = VINDUET) -> None:
    good.change(story, "state:", f"audio: {name}\nstate:")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication with a recording of a story, built once: for tests that only look at it."""
    made = copied("good", tmp_path_factory.mktemp("recorded"))
    (made.root / "stories/lyd.mp3").write_bytes(mp3(150))
    record(made, "lyd.mp3")
    report = made.build()
    assert report.built, report.problems
    return made


def told(good: Publication) -> list[Problem]:
    return [problem for problem in good.problems() if problem.source.path == VINDUET and problem.is_error]


def test_a_recording_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(mp3(150))
    (tmp_path / "tagged.mp3").write_bytes(b"ID3\x03\x00\x00\x00\x00\x00\x0a" + bytes(10) + mp3(150))
    (tmp_path / "a.m4a").write_bytes(M4A)
    found = read_recording(tmp_path, "a.mp3")
    assert (found.form, round(found.seconds), found.size) == ("mp3", 150, len(mp3(150)))
    assert read_recording(tmp_path, "tagged.mp3").form == "mp3"
    assert read_recording(tmp_path, "a.m4a") == Recording("m4a", 1.5, len(M4A), sha256(M4A).hexdigest())
    assert found.digest == sha256(mp3(150)).hexdigest()


def test_a_recording_that_cannot_be_played_has_a_digest_and_one_that_is_too_large_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(b"ingen lyd")
    sparse(tmp_path / "b.mp3", LARGEST_RECORDING + 1)
    assert read_recording(tmp_path, "a.mp3") == Recording("", 0, 9, sha256(b"ingen lyd").hexdigest())
    assert read_recording(tmp_path, "b.mp3") == Recording("", 0, LARGEST_RECORDING + 1)


# Cut off, a film, a sound no browser plays, boxes without end, a time that no file of its size can last.
HOSTILE = {
    "empty": b"",
    "text": "Dette er en fortælling og ingen lyd. ".encode() * 500,
    "text as Windows writes it": ("Dette er en fortælling og ingen lyd. " * 500).encode("utf-16"),
    "less than a second": mp3(0.5),
    "only a header": b"ID3\x03\x00\x00\x00\x00\x00\x00",
    "only syncs": b"\xff" * 2_000_000,
    "a wav": b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(2000),
    "cut off": M4A[:2500],
    "cut in its description": M4A[:600],
    "a film": M4A.replace(b"soun", b"vide"),
    "another codec": M4A.replace(b"mp4a", b"alac"),
    "boxes": b"\x00\x00\x00\x08ftyp" * 300_000,
    "too long": re.sub(rb"(mvhd.{16}).{4}", rb"\1" + b"\xff" * 4, M4A, flags=re.DOTALL),
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("ending", ["mp3", "m4a"])
def test_what_is_no_recording_is_found_out(good: Publication, kind: str, ending: str) -> None:
    assert HOSTILE[kind] != M4A
    (good.root / f"stories/lyd.{ending}").write_bytes(HOSTILE[kind])
    record(good, f"lyd.{ending}")
    assert [problem.rule for problem in told(good)] == ["audio-format"]


@pytest.mark.parametrize("ending", ["mp3", "m4a"])
def test_whatever_the_reader_raises_is_a_damaged_recording(tmp_path: Path, ending: str) -> None:
    whole = mp3(2) if ending == "mp3" else M4A
    for at in range(0, 700, 3):
        (tmp_path / "a").write_bytes(whole[:at] + b"\xff\x00\x7f" + whole[at + 3 :])
        assert read_recording(tmp_path, "a").form in ("", ending)


def test_a_recording_too_large_is_never_read(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    monkeypatch.setattr(TinyTag, "get", lambda **given: read.append(given))
    sparse(good.root / "stories/lyd.mp3", 300_000_000)
    record(good, "lyd.mp3")
    (problem,) = told(good)
    assert (problem.rule, problem.parameters) == ("audio-size", {"given": "lyd.mp3", "size": 300, "most": 25})
    assert read == []


def test_the_largest_recording_is_allowed(good: Publication) -> None:
    (good.root / "stories/lyd.mp3").write_bytes((mp3(1600))[:LARGEST_RECORDING])
    record(good, "lyd.mp3")
    assert told(good) == []
    (good.root / "stories/lyd.mp3").write_bytes((mp3(1600))[: LARGEST_RECORDING + 1])
    assert [(problem.rule, problem.parameters["size"]) for problem in told(good)] == [("audio-size", 26)]


@pytest.mark.parametrize(
    "name", ["mangler.mp3", "doer.png", "vinduet.md", "lyd.MP3", "../docs/lyd.mp3", "../stories/lyd.mp3", "/etc/passwd"]
)
def test_a_recording_lies_beside_its_story_as_mp3_or_m4a(good: Publication, name: str) -> None:
    (good.root / "docs/lyd.mp3").write_bytes(mp3(2))
    (good.root / "stories/lyd.MP3").write_bytes(mp3(2))
    record(good, name)
    (problem,) = told(good)
    assert (problem.rule, problem.parameters["given"]) == ("audio-file", name)
    lines = (good.root / VINDUET).read_text("utf-8").split("\n")
    assert lines[problem.source.line - 1][problem.source.column - 1 :] in (name, f"audio: {name}")


def test_a_near_name_is_offered(good: Publication) -> None:
    (good.root / "stories/lyden.mp3").write_bytes(mp3(2))
    record(good, "lyde.mp3")
    assert told(good)[0].parameters["suggestion"] == "lyden.mp3"


@pytest.mark.parametrize("target", ["hemmelig.mp3", "/dev/zero"])
def test_a_link_to_a_recording_is_not_followed(good: Publication, tmp_path: Path, target: str) -> None:
    (tmp_path / "hemmelig.mp3").write_bytes(mp3(2))
    (good.root / "stories/lyd.mp3").symlink_to(tmp_path / target)
    record(good, "lyd.mp3")
    assert {"file-kind", "audio-file"} <= set(good.rules())
    assert read_recording(good.root, "stories/lyd.mp3") == Recording("", 0, 0)


def test_a_pipe_is_not_waited_for(good: Publication) -> None:
    os.mkfifo(good.root / "stories/lyd.mp3")
    record(good, "lyd.mp3")
    assert [problem.rule for problem in told(good)] == ["audio-file"]
    assert read_recording(good.root, "stories/lyd.mp3").form == ""


def test_an_m4a_that_is_an_mp3_is_told(good: Publication) -> None:
    (good.root / "stories/lyd.m4a").write_bytes(mp3(2))
    record(good, "lyd.m4a")
    (problem,) = told(good)
    assert (problem.rule, problem.source.field) == ("audio-format", "audio")
    (good.root / "stories/lyd.m4a").write_bytes(M4A)
    assert told(good) == []


def test_recordings_belong_among_stories_and_have_names_like_all_others(good: Publication) -> None:
    for path in ("stories/lyd.mp3", "values/lyd.mp3", "docs/lyd.m4a", "stories/Lyd 1.mp3", "stories/lyd.wav"):
        (good.root / path).write_bytes(mp3(2))
    found = [(problem.rule, problem.source.path) for problem in good.problems() if problem.is_error]
    assert found == [
        ("file-kind", "docs/lyd.m4a"),
        ("file-name", "stories/Lyd 1.mp3"),
        ("file-kind", "stories/lyd.wav"),
        ("file-kind", "values/lyd.mp3"),
    ]


def test_only_a_recording_that_is_used_is_published(good: Publication) -> None:
    for name in ("lyd", "kladde", "ubrugt"):
        (good.root / f"stories/{name}.mp3").write_bytes(mp3(150))
    record(good, "lyd.mp3")
    record(good, "kladde.mp3", "stories/kladden.md")
    assert good.build().built
    assert sorted(path.name for path in good.site.rglob("*.mp3")) == ["lyd.mp3"]
    assert (good.site / "fortaellinger/lyd.mp3").read_bytes() == mp3(150)
    assert good.build(preview=True).built
    assert sorted(path.name for path in good.site.rglob("*.mp3")) == ["kladde.mp3", "lyd.mp3"]
    assert 'src="../kladde.mp3"' in good.page("fortaellinger/kladden/index.html")


def test_the_page_has_a_player_before_the_text(recorded: Publication) -> None:
    page = recorded.page(PAGE)
    assert page.index("hv-lead") < page.index("<audio") < page.index("hv-story")
    assert '<audio controls preload="none" src="../lyd.mp3" aria-label="Fortællingen læst op">' in page
    assert '<a href="../lyd.mp3">Hent lydfilen</a></audio>' in page
    assert "Hør fortællingen læst op (2 min., 2,4 MB). Teksten herunder er den samme." in page
    assert "aloud.js" not in page
    assert "Læs op" not in page


def test_a_story_without_a_recording_has_a_hidden_button_instead(built_good: Publication) -> None:
    page = built_good.page(PAGE)
    assert re.search(r'<p [^>]*id="aloud" data-language="da" hidden>', page)
    assert re.search(r'<script src="../../assets/hverdag/aloud\.[b-v]{10}\.js"></script>', page)
    assert "<audio" not in page
    others = [built_good.page(path) for path in ("fortaellinger/index.html", "guider/kort/doeren/index.html")]
    assert "aloud.js" not in "".join(others)


@pytest.mark.parametrize(
    ("seconds", "size", "said"),
    [(1.5, 3400, "2 sek., 0,1 MB"), (59.6, 900_000, "1 min., 0,9 MB"), (160, 2_400_000, "3 min., 2,4 MB")],
)
def test_length_and_size_are_said_as_people_say_them(seconds: float, size: int, said: str) -> None:
    assert f"({said})" in recording_caption(Recording("mp3", seconds, size), catalogue("da"))


@pytest.mark.browser
def test_a_recording_is_fetched_when_it_is_played_and_no_sooner(recorded: Publication, browser: Browser) -> None:
    with served(recorded.site) as address:
        page = browser.new_page(viewport={"width": 320, "height": 900})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + "fortaellinger/vinduet/", wait_until="networkidle")
        assert faults_of(page) == []
        assert too_wide(page) <= 0
        assert page.get_by_label("Fortællingen læst op").is_visible()
        assert not page.get_by_role("button", name="Læs op").is_visible()
        assert [url for url in asked if "lyd.mp3" in url] == []
        page.set_viewport_size({"width": 1280, "height": 900})
        widths = page.evaluate("['audio', '.hv-story'].map((one) => document.querySelector(one).clientWidth)")
        assert widths[0] == widths[1]
        with page.expect_request("**/lyd.mp3"):
            page.evaluate("document.querySelector('audio').play().catch(() => 0)")
        page.close()


def test_a_recording_that_no_story_uses_is_told(good: Publication) -> None:
    (good.root / "stories/glemt.mp3").write_bytes(mp3(60))
    (told,) = [problem for problem in good.problems() if problem.rule == "audio-unused"]
    assert told.source.path == "stories/glemt.mp3"
    assert not told.is_error
    good.change("stories/vinduet.md", "title: Vinduet", "title: Vinduet\naudio: glemt.mp3")
    assert "audio-unused" not in good.rules()
