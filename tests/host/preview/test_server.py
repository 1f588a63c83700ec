"""The live preview answers only its own names and sound paths, and shows no trace of a fault."""

import http.client
import logging
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer

from hverdag.host.preview.server import guard, guarded
from tests.conftest import Publication
from tests.host.test_serve import wait_for


def answered(host: str = "localhost:8000", raw: str = "/", method: str = "GET", bound: str = "127.0.0.1") -> str:
    """The status that a request is answered with."""
    told = list[str]()

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [])
        return [b"kladden"]

    environ = {"HTTP_HOST": host, "REQUEST_METHOD": method, "hverdag.raw": raw}
    body = guarded(app, bound)(environ, lambda status, _: told.append(status))
    assert (b"kladden" in list(body)) == (told == ["200 OK"] and method == "GET")
    return told[0]


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:8000"],
)
def test_it_answers_to_its_own_names_at_any_port(host: str) -> None:
    assert answered(host) == "200 OK"


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost@evil.example",
        "localhost:8000:80",
        "localhost,evil.example",
        "localhost evil.example",
        "localhost:",
        "localhost:port",
        "127.0.0.2",
        "192.168.1.5",
        "0.0.0.0",  # noqa: S104 nothing is bound here
        "::1",
        "[::1",
        "2130706433",
        "0x7f.1",
        "localhost\x00",
        "lokalvært",
        "http://localhost",
    ],
)
def test_it_answers_to_no_other(host: str) -> None:
    assert answered(host) == "403 Forbidden"


def test_it_answers_to_the_address_that_it_was_given() -> None:
    assert answered("192.168.1.5:8000", bound="192.168.1.5") == "200 OK"
    assert answered("PC7.lilleby.example", bound="pc7.lilleby.example") == "200 OK"
    assert answered("[fe80::1]:8000", bound="fe80::1") == "200 OK"
    assert answered("192.168.1.6", bound="192.168.1.5") == "403 Forbidden"


@pytest.mark.parametrize("bound", ["0.0.0.0", "::"])  # noqa: S104 nothing is bound here
def test_on_the_whole_network_it_is_known_by_number_and_by_the_computers_name(bound: str) -> None:
    assert answered("192.168.1.5:8000", bound=bound) == "200 OK"
    assert answered("[fe80::1]:8000", bound=bound) == "200 OK"
    assert answered(f"{socket.gethostname()}:8000", bound=bound) == "200 OK"
    assert answered("evil.example", bound=bound) == "403 Forbidden"


@pytest.mark.parametrize(
    "raw",
    [
        "/",
        "/fortaellinger/kladden/",
        "/index.html?q=100%25&a=../b",
        "/f%C3%B8r.pdf",
        "/a%20b.pdf",
        "/a..b.pdf",
        "/.well-known/a",
        "/livereload/1/2",
        "/100%25.pdf",
    ],
)
def test_sound_paths_are_answered(raw: str) -> None:
    assert answered(raw=raw) == "200 OK"


@pytest.mark.parametrize(
    "raw",
    [
        "/index.html%00",
        "/index.html%00.png",
        "/%00",
        "/../values/handbook.yml",
        "/a/../../b",
        "/%2e%2e/b",
        "/a/%2E%2e%2fb",
        "/..",
        "/a/..",
        "/./a",
        "/a%5cb",
        "/a\\b",
        "/..%5c..%5cb",
        "/%0d%0aSet-Cookie:a",
        "/%1b[31m",
        "/%7f",
        "/%c2%85",
        "/%",
        "/%zz",
        "/a%2",
        "/%ff%fe",
        "/%c0%ae%c0%ae/",
        "/%ed%a0%80",
        "//evil.example/",
        "/%2fevil.example/",
        "http://evil.example/",
        "*",
        "",
        "index.html",
        "/C:/Windows",
        "/" + "a" * 3_000,
        "/livereload/" + "9" * 5_000 + "/1",
        "/?q=%zz",
    ],
)
def test_odd_paths_are_refused(raw: str) -> None:
    assert answered(raw=raw) == "400 Bad Request"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_nothing_can_be_sent_to_it(method: str) -> None:
    assert answered(method=method) == "405 Method Not Allowed"


def test_who_asks_for_the_head_gets_no_body() -> None:
    assert answered(method="HEAD") == "200 OK"
    assert answered(method="HEAD", host="evil.example") == "403 Forbidden"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    """MkDocs' own server, guarded, with a page to serve and a build that fails."""
    (tmp_path / "index.html").write_text("<p>kladden</p>", "utf-8")

    def fail() -> None:
        raise ValueError("et personnummer: 010190-1234")

    made = LiveReloadServer(fail, "127.0.0.1", 0, str(tmp_path))
    guard(made)
    made.server_bind()
    made.server_activate()
    made.serve_thread.start()
    yield made
    made.shutdown()


def asked(server: LiveReloadServer, raw: str, *, host: str = "localhost", method: str = "GET") -> tuple[int, str]:
    with answer_of(server.server_port, raw, host, method) as answer:
        return answer.status, answer.read().decode()


def status(port: int, raw: str, host: str = "localhost") -> int:
    with answer_of(port, raw, host, "GET") as answer:
        return answer.status


@contextmanager
def answer_of(port: int, raw: str, host: str, method: str) -> Iterator[http.client.HTTPResponse]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.putrequest(method, raw, skip_host=True)
        connection.putheader("Host", host)
        connection.endheaders()
        yield connection.getresponse()


def test_mkdocs_own_server_is_guarded(server: LiveReloadServer, capfd: pytest.CaptureFixture[str]) -> None:
    assert asked(server, "/") == (200, "<p>kladden</p>")
    assert asked(server, "/", host="evil.example") == (403, "403 Forbidden")
    assert asked(server, "/index.html%00") == (400, "400 Bad Request")
    assert asked(server, "/livereload/0/1", host="evil.example")[0] == 403
    assert asked(server, "/", method="POST")[0] == 405
    assert asked(server, "/", method="HEAD") == (200, "")
    assert asked(server, "/" + "a" * 300)[0] == 404
    assert asked(server, "/findes-ikke.html")[0] == 404
    told = capfd.readouterr()
    assert "Traceback" not in told.out + told.err


def test_a_fault_while_answering_shows_no_trace(
    server: LiveReloadServer, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("intern")

    handler = logging.StreamHandler()
    logging.getLogger("mkdocs.livereload").addHandler(handler)
    monkeypatch.setattr(server, "_serve_request", fail)
    status, text = asked(server, "/")
    logging.getLogger("mkdocs.livereload").removeHandler(handler)
    assert status == 500
    told = capfd.readouterr()
    assert "500" in told.err
    assert not any("Traceback" in part or "intern" in part for part in (text, told.out, told.err))


def test_a_browser_that_goes_away_shows_no_trace(server: LiveReloadServer, capfd: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object) -> None:
        raise ConnectionResetError

    server.RequestHandlerClass = fail  # type: ignore[assignment]
    with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
        assert connection.recv(100) == b""
    assert "Traceback" not in capfd.readouterr().err


def test_a_build_that_fails_shows_no_trace_and_no_number(
    server: LiveReloadServer, capfd: pytest.CaptureFixture[str]
) -> None:
    def ask_for_a_build_and_end() -> None:
        with server._rebuild_cond:
            server._want_rebuild = True
            server._rebuild_cond.notify_all()
        wait_for(lambda: not server._want_rebuild)
        server._shutdown = True

    ending = threading.Thread(target=ask_for_a_build_and_end)
    ending.start()
    server._build_loop()
    ending.join()
    told = capfd.readouterr()
    assert "et personnummer" in told.err
    assert "Traceback" not in told.err + told.out
    assert "1234" not in told.err + told.out


@pytest.mark.slow
def test_a_preview_is_guarded_and_one_that_is_killed_leaves_nothing_that_the_next_run_does_not_sweep(
    good: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "tmp"
    own.mkdir()
    monkeypatch.setenv("TMPDIR", str(own))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "hverdag", "serve", "-C", str(good.root), "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        wait_for(lambda: status(port, "/fortaellinger/kladden/") == 200)
        assert status(port, "/fortaellinger/kladden/", host="evil.example") == 403
        assert status(port, "/index.html%00") == 400
        running.send_signal(signal.SIGKILL)
    assert any(own.rglob("fortaellinger/kladden/index.html"))
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    good.problems()
    assert not any(own.rglob("*.html"))
