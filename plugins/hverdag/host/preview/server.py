"""The server of the live preview answers its own computer, and nobody who borrows a name for it.

A page anywhere can send a reader's browser to an address of its own that leads to this computer, and read the answer:
drafts, and what is wrong with them. The browser then names that address as Host, by which it is known.
"""

import ipaddress
import logging
import os
import re
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes
from wsgiref.simple_server import WSGIRequestHandler

from mkdocs.exceptions import Abort

from ...privacy import masked

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_log = logging.getLogger("mkdocs.livereload")

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[a-z0-9.-]+))(?::[0-9]{1,5})?", re.IGNORECASE)
_LONGEST = 2_000
_RAW = "hverdag.raw"
"""The name, among the facts of a request, of its path as it was sent."""

_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\\]|(?:^|/)\.\.?(?:/|$)|^//|^/[A-Za-z]:")
"""Control characters, backslashes, steps up, another computer's name, and the drives of Windows."""

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def guard(server: "LiveReloadServer") -> None:
    """Have a server answer only requests for its own names and sound paths, and show no stack trace."""
    server.RequestHandlerClass = _Handler
    server.set_app(guarded(server.serve_request, str(server.server_address[0])))
    server.handle_error = _forget_request  # type: ignore[method-assign,assignment]
    server.builder = _without_trace(server.builder)
    _log.addFilter(_no_trace)


def guarded(app: App, bound: str) -> App:
    """Return an application that refuses what a browser on this computer would never ask. `bound` is the address that
    the server listens at."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        refused = _refused(environ, bound)
        if refused is None:
            body = app(environ, start_response)
            if environ["REQUEST_METHOD"] != "HEAD":
                return body
            getattr(body, "close", lambda: None)()  # a file that nobody reads to its end
            return []
        words = f"{refused.value} {refused.phrase}"
        start_response(words, [("Content-Type", "text/plain"), ("Content-Length", str(len(words)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [words.encode("ascii")]

    return answer


def _refused(environ: dict[str, Any], bound: str) -> HTTPStatus | None:
    if not _is_own_name(environ.get("HTTP_HOST", ""), bound):
        return HTTPStatus.FORBIDDEN
    if not _is_sound(environ[_RAW]):
        return HTTPStatus.BAD_REQUEST
    return None if environ["REQUEST_METHOD"] in ("GET", "HEAD") else HTTPStatus.METHOD_NOT_ALLOWED


def _is_own_name(host: str, bound: str) -> bool:
    """Return True if a Host is a name of this server. One that listens to the whole network is known by any number,
    since nobody else can have a name looked up that is a number, and by the computer's own name."""
    found = _HOST.fullmatch(host)
    if not found:
        return False
    name = (found["six"] or found["name"]).lower()
    if name in _LOCAL or name == bound.lower():
        return True
    return bound in ("0.0.0.0", "::", "") and (_is_number(name) or name == socket.gethostname().lower())  # noqa: S104


def _is_number(name: str) -> bool:
    with suppress(ValueError):
        return bool(ipaddress.ip_address(name))
    return False


def _is_sound(raw: str) -> bool:
    """Return True if the target of a request is a path that a link could lead to."""
    path = raw.partition("?")[0]
    if not path.startswith("/") or len(raw) > _LONGEST or _BAD_ESCAPE.search(raw):
        return False
    try:
        return not _ODD.search(unquote_to_bytes(path).decode("utf-8"))
    except UnicodeError:
        return False


class _Handler(WSGIRequestHandler):
    """Hands on a request's path as it was sent, and writes nothing of it to the terminal."""

    def get_environ(self) -> dict[str, Any]:
        """Return the facts of the request."""
        return {**super().get_environ(), _RAW: self.path}

    def log_message(self, format: str, *args: Any) -> None:
        """Keep silent: what is asked for may hold anything."""


def _forget_request(*_: object) -> None:
    """Take no notice of a browser that has gone away."""


def _without_trace(builder: Callable[[], None]) -> Callable[[], None]:
    """Return what builds the preview, with a line of words in the place of a stack trace where it fails."""

    def build() -> None:
        try:
            builder()
        except Exception as error:
            if os.environ.get("HVERDAG_DEBUG"):
                raise
            raise Abort(masked(str(error))) from None

    return build


def _no_trace(record: logging.LogRecord) -> bool:
    if not os.environ.get("HVERDAG_DEBUG"):
        record.exc_info = record.exc_text = None
    return True
