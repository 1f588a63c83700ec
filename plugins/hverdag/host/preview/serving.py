"""The server of a preview: MkDocs' own, which writes a file before it is sent."""

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer, _timestamp

from ...model.digest_name import without_digest
from ...publish.server_rules import FONTS, WITH_DIGEST
from .languages import LanguagesPreview
from .server import App, guard
from .site import Configured, Preview
from .watching import Watcher

SETTLE = 0.02
"""Seconds without a change before the publication is read again: an editor may save several files at once."""

MISSING = "404.html"

RELOADS = "/livereload/"
"""Where open pages ask whether they are to load again."""

_SAME_ALL_DAY = re.compile(f"{WITH_DIGEST}|{FONTS}")
"""What a browser may keep of a site on a server; Material names its style sheet by a digest of another form."""

_NOTHING = os.stat_result([0] * 10)
"""The facts of a folder that is not there."""


def serve_preview(
    root: Path,
    folder: Path,
    configured: Configured,
    address: tuple[str, int],
    watched: Iterable[str],
    *,
    open_browser: bool,
) -> None:
    """Serve a preview of the publication in `root`, which writes into `folder`, until it is stopped. `watched` are the
    paths whose changes are seen, also those that are not there yet. Raises OSError where the address cannot be had."""
    preview = LanguagesPreview(root, folder, configured, lambda: server.reload())  # noqa: PLW0108 made below
    preview.refresh()
    server: PreviewServer = server_of(preview, address, watched)
    try:
        with suppress(KeyboardInterrupt):
            server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()
        preview.close()


def server_of(preview: Preview, address: tuple[str, int], watched: Iterable[str]) -> "PreviewServer":
    """Return the server of a preview that has been read; it is not bound to its address yet."""
    host, port = address
    mount, folder = urlsplit(preview.address).path, str(preview.folder)
    server = PreviewServer(preview.refresh, host, port, folder, mount)
    server.build_delay = SETTLE
    server.serve_request = writing(server.serve_request, preview, server.mount_path)  # type: ignore[method-assign,assignment]
    guard(server)
    server.error_handler = lambda code: _missing(preview) if code == 404 else None
    for path in watched:
        server.watch(path)
    return server


class PreviewServer(LiveReloadServer):
    """MkDocs' server, which can have open pages load again though nothing was saved, and goes on looking where a folder
    is gone, or was never there: another branch may have it, and the first story makes it."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.observer = Watcher(self._facts)  # type: ignore[assignment]

    def _facts(self, path: str) -> os.stat_result:
        is_gone = path in self._watched_paths and not os.path.exists(path)  # noqa: PTH110 asked of every file at each look
        return _NOTHING if is_gone else os.stat(path)  # noqa: PTH116 as above

    def reload(self) -> None:
        """Have open pages load again, unless something was saved: then they do so when that is read."""
        with self._rebuild_cond, self._epoch_cond:
            if self._want_rebuild or self._wanted_epoch != self._visible_epoch:
                return
            self._wanted_epoch = self._visible_epoch = _timestamp()
            self._epoch_cond.notify_all()


@dataclass
class _Told:
    """What an application says of its answer."""

    status: str = ""
    headers: Any = ()

    def __call__(self, status: str, headers: Any, *_: Any) -> None:
        """Note it."""
        self.status, self.headers = status, headers


def writing(app: App, preview: Preview, mount: str) -> App:
    """Return an application whose preview writes the file that is asked for before it is sent."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        while True:
            reading, told = preview.reading, _Told()
            for name in served_files(path, mount):
                preview.write(name)
            body = app(environ, told)
            # What was written may have been deleted by a new reading before it was sent.
            if reading == preview.reading or not told.status.startswith("404"):
                start_response(told.status, [*told.headers, *_kept(path)])
                return body

    return answer


def served_files(path: str, mount: str) -> tuple[str, ...]:
    """Return the files of the site that a path may mean: one, or the index of a folder that lacks its stroke."""
    if not path.startswith(mount) or path.startswith(RELOADS):
        return ()
    name = posixpath.normpath("/" + path.removeprefix(mount)).lstrip("/")
    if path.endswith("/"):
        return (f"{name}/index.html".lstrip("/"),)
    return (name,) if "." in posixpath.basename(name) else (name, f"{name}/index.html")


def _kept(path: str) -> Iterator[tuple[str, str]]:
    """Yield the header that has a browser keep a font, or a file whose name holds a digest, so that it does not ask
    again when the page loads again: without the style sheet it shows nothing."""
    if without_digest(path) != path or _SAME_ALL_DAY.search(path):
        yield ("Cache-Control", "max-age=3600")


def _missing(preview: Preview) -> bytes | None:
    preview.write(MISSING)
    with suppress(OSError):
        return (preview.folder / MISSING).read_bytes()
    return None
