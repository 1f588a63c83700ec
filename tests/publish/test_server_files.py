"""The rules for a web server: nginx and Apache really serve a site by them, and IIS can read its own."""

import http.client
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from hverdag.features.cards import web as cards
from hverdag.features.guides import composer
from hverdag.model.frame_choice import FrameChoice
from hverdag.model.settings import Server, Settings
from hverdag.publish.server_files import server_text
from hverdag.publish.server_rules import ASKED_EACH_TIME, KEPT, KEPT_A_WEEK, headers, policy
from tests.conftest import Publication, copied, published
from tests.servers import Serving, apache, nginx, open_place, rules

__all__ = ["open_place"]

Asked = Callable[..., http.client.HTTPResponse]

HEADERS = headers(FrameChoice.OWN)


@pytest.fixture(scope="module")
def site(open_place: Path) -> Path:
    """A small site with the rules for Apache in it."""
    made = copied("good", open_place)
    settings = (made.root / "values/handbook.yml").read_text("utf-8")
    made.write("values/handbook.yml", f"{settings}server: apache\n")
    report = made.build()
    assert report.built, report.problems
    (made.site / "dag.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "utf-8")
    return made.site


@pytest.fixture(
    scope="module",
    params=[(nginx, "/"), (nginx, "/h/bog/"), (apache, "/"), (apache, "/h/bog/")],
    ids=["nginx", "nginx-below", "apache", "apache-below"],
)
def address(site: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the site on a server, at the top or in a folder."""
    serving: Serving = request.param[0]
    (site / ".htaccess").write_text(rules(Server.APACHE, request.param[1]), "utf-8")
    with serving(site, request.param[1]) as given:
        yield given


@pytest.fixture
def ask(address: str) -> Iterator[Asked]:
    """Asks the server for a file."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=60)

    def asked(path: str, **headers: str) -> http.client.HTTPResponse:
        connection.request(
            "GET", parts.path + path, headers={name.replace("_", "-"): one for name, one in headers.items()}
        )
        answer = connection.getresponse()
        answer.read()
        return answer

    yield asked
    connection.close()


def test_what_tells_of_stories_is_asked_for_each_time(site: Path, ask: Asked) -> None:
    """Every file of the site has its type, is kept as long as it may be, and does what the headers allow."""
    kinds = {"html", "css", "js", "svg", "woff2", "pdf", "docx", "ics", "txt", "xml"}
    for path in sorted(site.rglob("*.*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.startswith(".") and name not in ("edition.json", "sitemap.xml.gz"):
            answer = ask(name)
            assert answer.status == 200, name
            own = re.fullmatch(r"assets/(hverdag|stylesheets)/[^/]+", name)
            font = name.startswith("assets/fonts/") and name.endswith(".woff2")
            kept = KEPT if own else KEPT_A_WEEK if font else ASKED_EACH_TIME
            assert answer.getheader("Cache-Control") == kept, name
            assert {header: answer.getheader(header) for header in HEADERS} == HEADERS, name
            assert answer.getheader("Content-Type") != "application/octet-stream", name
            kinds.discard(path.suffix[1:])
    assert not kinds


@pytest.mark.parametrize(
    ("path", "type"),
    [
        ("", "text/html; charset=utf-8"),
        ("vaerdier/", "text/html; charset=utf-8"),
        ("assets/hverdag/hverdag.css", "text/css; charset=utf-8"),
        ("search/address.js", "text/javascript; charset=utf-8"),
        ("assets/fonts/serif-bold.woff2", "font/woff2"),
        ("dag.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_types_are_told_with_their_letters(site: Path, ask: Asked, path: str, type: str) -> None:
    name = published(site, path).relative_to(site).as_posix() if path and not path.endswith("/") else path
    assert ask(name).getheader("Content-Type") == type


def test_data_that_tell_of_stories_are_nobody_elses_to_keep(site: Path, ask: Asked) -> None:
    data = [*site.glob("search/*.js"), *site.glob("assets/hverdag/*/*.js")]
    assert len(data) > 4
    for path in data:
        assert ask(path.relative_to(site).as_posix()).getheader("Cache-Control") == ASKED_EACH_TIME


@pytest.mark.parametrize(
    "path",
    ["nothing/", "nothing.pdf", "edition.json", ".hverdag-release", ".htaccess", "assets/hverdag/a.bcdfghjklm.css"],
)
def test_what_is_not_there_or_for_nobody_is_missing_in_our_own_words(ask: Asked, path: str, site: Path) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert answer.getheader("Content-Length") == str((site / "404.html").stat().st_size)
    assert answer.getheader("Cache-Control") == ASKED_EACH_TIME
    assert answer.getheader("Content-Security-Policy") == HEADERS["Content-Security-Policy"]


def test_a_page_is_packed_and_not_sent_again(ask: Asked) -> None:
    first = ask("fortaellinger/", Accept_Encoding="gzip")
    assert first.getheader("Content-Encoding") == "gzip"
    again = ask("fortaellinger/", Accept_Encoding="gzip", If_None_Match=str(first.getheader("ETag")))
    assert again.status == 304
    assert again.getheader("Cache-Control") == ASKED_EACH_TIME


def told(server: Server, site_url: str = "") -> str:
    return server_text(Settings.model_construct(server=server, site_url=site_url), FrameChoice.OWN)


@pytest.mark.parametrize("server", [Server.NGINX, Server.APACHE, Server.IIS])
@pytest.mark.parametrize(
    "site_url", ["https://x.dk/a;b{c}$d/", 'https://x.dk/a"b/', "https://x.dk/a%22%0Ab/", "https://x.dk/<b>&c/"]
)
def test_an_address_writes_no_rule(server: Server, site_url: str) -> None:
    plain = told(server, "https://x.dk/PLACE/").split("PLACE")
    given = told(server, site_url)
    pattern = r"([^\s\"'<>&;{}$]+)".join(map(re.escape, plain))
    assert re.fullmatch(pattern, given)


def test_no_rules_are_written_unasked(good: Publication) -> None:
    assert told(Server.NONE) == ""
    assert good.build().built
    assert not {".htaccess", "web.config"} & {path.name for path in good.site.iterdir()}
    assert not list(good.root.glob("*.conf"))


@pytest.mark.parametrize(("server", "path"), [("nginx", "site.nginx.conf"), ("iis", "site/web.config")])
def test_the_rules_are_where_the_server_looks_for_them(good: Publication, server: str, path: str) -> None:
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{settings}server: {server}\n")
    report = good.build()
    assert report.built, report.problems
    assert (good.root / path).read_text("utf-8") == server_text(report.built.site.settings, FrameChoice.OWN)


def test_iis_can_read_its_own() -> None:
    """As its schema has it: each thing once, taken out before it is put in, and no section that is locked."""
    root = ElementTree.fromstring(told(Server.IIS, "https://x.dk/h/bog/").encode())  # noqa: S314 our own
    assert root.tag == "configuration"
    sections = [part for web in root.iter("system.webServer") for part in web]
    assert {part.tag for part in sections} == {
        "defaultDocument",
        "httpErrors",
        "httpProtocol",
        "security",
        "staticContent",
        "urlCompression",
    }
    for collection in root.iter():
        added = [tuple(one.attrib.items())[:1] for one in collection if one.tag in ("add", "mimeMap")]
        removed = [tuple(one.attrib.items())[:1] for one in collection if one.tag == "remove"]
        assert len(set(added)) == len(added)
        assert set(added) <= set(removed)
    sent = {one.get("name"): one.get("value") for one in root.iter("add") if one.get("name")}
    assert sent == HEADERS
    (error,) = root.iter("error")
    assert (error.get("path"), error.get("responseMode")) == ("h\\bog\\404.html", "File")
    places = {place.get("path"): place.find(".//clientCache") for place in root.iter("location")}
    kept = {
        path for path, cached in places.items() if cached is not None and cached.get("cacheControlMode") == "UseMaxAge"
    }
    assert kept == {"assets/hverdag", "assets/fonts"}
    assert places.keys() - kept == {cards.DATA, composer.DATA}


def test_a_theme_may_write_into_its_pages_and_no_page_asks_another_computer() -> None:
    own, site = policy(FrameChoice.OWN), policy(FrameChoice.SITE)
    assert "unsafe" not in own
    assert "script-src 'self' 'unsafe-inline'" in site
    sources = {source for part in site.split("; ") for source in part.split()[1:]}
    assert sources == {"'none'", "'self'", "'unsafe-inline'", "data:"}
    assert "frame-ancestors" not in policy(FrameChoice.SITE, is_sent=False)  # browsers heed it from a server alone
