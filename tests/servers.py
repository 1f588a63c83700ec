"""Real web servers for the tests: nginx and Apache as ordinary processes with our rules, and Python's own without."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from hverdag.model.frame_choice import FrameChoice
from hverdag.model.settings import Server, Settings
from hverdag.publish.server_files import server_text

from .chromium import served
from .required import missing

_MODULES = ["mpm_event", "authz_core", "mime", "dir", "alias", "headers", "filter", "deflate"]
_MODULE_FOLDERS = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules")
_TRIES = 200

Serving = Callable[[Path, str], AbstractContextManager[str]]
"""Serves a site at a path, as `/` or `/handbook/`, and gives the site's address."""


def program(*names: str) -> str:
    """Return a server's program, also where only root has it on the path; without any the test ends."""
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    found = (shutil.which(name, path=places) for name in names)
    return next(filter(None, found), None) or missing(f"{names[0]} is not installed.")


@pytest.fixture(scope="module")
def open_place() -> Iterator[Path]:
    """A folder that every user may read, as a web server's own user must."""
    with tempfile.TemporaryDirectory(prefix="hverdag-served-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def rules(server: Server, path: str) -> str:
    """Return the rules of a server for a site at a path."""
    address = f"http://handbook.example{path}"
    return server_text(Settings.model_construct(server=server, site_url=address), FrameChoice.OWN)


@contextmanager
def nginx(site: Path, path: str = "/") -> Iterator[str]:
    """Serve a site with nginx, and give its address."""
    with _home() as home:
        (home / "rules.conf").write_text(rules(Server.NGINX, path), "utf-8")
        where = f"root {site};" if path == "/" else ""
        inside = f"alias {site}/;" if path != "/" else ""
        port = _free_port()
        temporary = "".join(
            f"{name}_temp_path {home}/{name};" for name in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        )
        location = (
            f"location {path} {{ {inside} include {home}/rules.conf; }}" if inside else f"include {home}/rules.conf;"
        )
        (home / "nginx.conf").write_text(
            f"daemon off; pid {home}/pid; error_log {home}/error.log; {_nginx_user()}"
            f"events {{}} http {{ access_log off; {temporary}"
            f"server {{ listen 127.0.0.1:{port}; {where} {location} }} }}",
            "utf-8",
        )
        with _running([program("nginx"), "-e", f"{home}/error.log", "-c", f"{home}/nginx.conf"], port, home):
            yield f"http://127.0.0.1:{port}{path}"
        assert "warn" not in (home / "error.log").read_text("utf-8")


@contextmanager
def apache(site: Path, path: str = "/") -> Iterator[str]:
    """Serve a site that holds Apache's rules with Apache, and give its address."""
    with _home() as home:
        found = program("apache2", "httpd")
        modules = next((folder for folder in map(Path, _MODULE_FOLDERS) if folder.is_dir()), Path())
        port = _free_port()
        lines = [
            *(f"LoadModule {name}_module {modules}/mod_{name}.so" for name in _MODULES),
            f"ServerRoot {home}\nDefaultRuntimeDir {home}\nPidFile {home}/pid\nMutex file:{home}",
            f"TypesConfig /dev/null\nServerName localhost\nListen 127.0.0.1:{port}\nErrorLog {home}/error.log",
            "StartServers 1\nServerLimit 1\nThreadsPerChild 8\nMaxRequestWorkers 8",
            f"DocumentRoot {site}" if path == "/" else f"DocumentRoot {home}\nAlias {path.rstrip('/')} {site}",
            f"<Directory {site.parent}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>",
        ]
        (home / "apache.conf").write_text("\n".join(lines) + "\n", "utf-8")
        with _running([found, "-DFOREGROUND", "-f", f"{home}/apache.conf"], port, home, user=_other_user()):
            yield f"http://127.0.0.1:{port}{path}"


@contextmanager
def python(site: Path, path: str = "/") -> Iterator[str]:
    """Serve a site with Python's server, which says nothing of caching, and give its address."""
    assert path == "/"
    with served(site) as address:
        yield address


@contextmanager
def _home() -> Iterator[Path]:
    """A server's own folder, which the user that it runs as may write to."""
    with tempfile.TemporaryDirectory(prefix="hverdag-server-") as name:
        Path(name).chmod(0o777)
        yield Path(name)


def _nginx_user() -> str:
    return "user root;" if os.geteuid() == 0 else ""


def _other_user() -> str | None:
    """Apache will not serve as root."""
    names = {one.pw_name for one in pwd.getpwall()}
    return next(filter(names.__contains__, ("www-data", "nobody"))) if os.geteuid() == 0 else None


@contextmanager
def _running(command: list[str], port: int, home: Path, user: str | None = None) -> Iterator[None]:
    """Run a server until the test is done with it."""
    with subprocess.Popen(command, user=user, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            for _ in range(_TRIES):
                with socket.socket() as asking:
                    if asking.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert server.poll() is None, f"{server.stderr and server.stderr.read()} {_log(home)}"
                time.sleep(0.05)
            yield
        finally:
            server.terminate()


def _log(home: Path) -> str:
    log = home / "error.log"
    return log.read_text("utf-8") if log.exists() else ""


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])
