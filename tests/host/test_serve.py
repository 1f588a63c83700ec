"""The live preview: it shows faults and goes on."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.conftest import Publication


@pytest.fixture
def served(good: Publication) -> Iterator[Callable[[str], str]]:
    """Serve the golden publication, and give the way to fetch a page of it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "hverdag", "serve", "-C", str(good.root), "--address", address]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:

        def fetch(path: str) -> str:
            with urlopen(f"http://{address}/{path}", timeout=5) as answer:
                return str(answer.read().decode())

        try:
            wait_for(lambda: "Forhåndsvisning" in fetch(""))
            yield fetch
        finally:
            running.kill()


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds; the preview builds in its own time."""
    for _ in range(150):
        try:
            if condition():
                return
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    raise AssertionError("the preview never came to it")


@pytest.mark.slow
def test_a_preview_shows_drafts_and_faults_and_goes_on(good: Publication, served: Callable[[str], str]) -> None:
    assert "Ikke udgivet" in served("fortaellinger/kladden/")

    good.change("stories/vinduet.md", "title: Vinduet", "title: Vinduet: åbent\nvalues: [tilid]")
    wait_for(lambda: "Der er et kolon i teksten" in served("problemer/"))
    told = served("problemer/")
    assert "Det skal rettes" in told
    assert "title: Vinduet: åbent" in told
    assert "vinduet/" not in served("fortaellinger/")
    assert "Der er et kolon i teksten" in served("fortaellinger/vinduet/"), (
        "the story's own address says why it is gone"
    )
    assert "Se, hvad der skal rettes" in served("")

    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", "dette: [er ikke")
    wait_for(lambda: "values/handbook.yml" in served("problemer/"))

    good.write("values/handbook.yml", settings)
    good.change("stories/vinduet.md", "title: Vinduet: åbent\nvalues: [tilid]", "title: Vinduet igen")
    wait_for(lambda: "Vinduet igen" in served("fortaellinger/"))


@pytest.mark.parametrize("text", ["site_name: [", "site_name: x\nplugins: [findes-ikke]"])
def test_a_faulty_mkdocs_yml_is_told_in_words(good: Publication, text: str) -> None:
    good.write("mkdocs.yml", text)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "hverdag", "serve", "-C", str(good.root), "--address", address]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "fejl mkdocs-config" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_that_is_taken_is_told_in_words(good: Publication) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "hverdag", "serve", "-C", str(good.root), "--address", address]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "bliver allerede vist noget" in done.stderr


def test_a_fault_on_a_hand_written_page_is_shown_where_it_stands(
    good: Publication, served: Callable[[str], str]
) -> None:
    good.change("docs/index.md", 'story("doeren")', 'story("doren")')
    wait_for(lambda: "story: ?" in served(""))
    good.change("docs/index.md", "value_tiles()", "value_tiels()")
    wait_for(lambda: "Mente du »value_tiles«?" in served(""))
    assert "Traceback" not in served("")


def test_a_picture_that_cannot_be_read_is_told_and_not_shown(good: Publication, served: Callable[[str], str]) -> None:
    (good.root / "docs/forside.jpg").write_bytes(b"ikke et billede")
    wait_for(lambda: "docs/forside.jpg" in served("problemer/"))
    with pytest.raises(HTTPError):
        served("forside.jpg")
