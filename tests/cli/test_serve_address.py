"""Where a preview is served: an address that cannot be used is told once, with a command that works."""

import re
import socket
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.host.preview.address import AddressFault, fault_of, free_address, read_address
from tests.conftest import Publication


@pytest.fixture
def port() -> Iterator[int]:
    """A port that somebody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("127.0.0.1:8000", ("127.0.0.1", 8000)),
        ("localhost:8001", ("localhost", 8001)),
        (":8001", ("127.0.0.1", 8001)),
        ("8001", ("127.0.0.1", 8001)),
        ("[::1]:8000", ("::1", 8000)),
        *((bad, None) for bad in ("", "foo", "foo:8000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:x")),
    ],
)
def test_an_address_is_read(given: str, meant: tuple[str, int] | None) -> None:
    assert read_address(given) == meant


def test_a_port_in_use_is_told_once_with_a_free_one(good: Publication, port: int) -> None:
    result = CliRunner().invoke(cli, ["serve", "-C", str(good.root), "--address", f"127.0.0.1:{port}"])
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
    found = re.search(r"--address 127\.0\.0\.1:(\d+)", result.output)
    assert found
    assert int(found[1]) != port
    assert fault_of("127.0.0.1", int(found[1])) is None


@pytest.mark.parametrize("address", ["foo", "127.0.0.1:99999", "203.0.113.7:8000"])
def test_an_address_that_is_none_of_ours_is_told_once(good: Publication, address: str) -> None:
    result = CliRunner().invoke(cli, ["serve", "-C", str(good.root), "--lang", "en", "--address", address])
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
    assert "mkdocs.yml" not in result.output
    assert re.search(r"Write: \S*hverdag serve .*--address \S+:\d+$", result.output.strip())


def test_the_reason_is_known(port: int) -> None:
    assert fault_of("127.0.0.1", port) is AddressFault.IN_USE
    assert fault_of("203.0.113.7", 8000) is AddressFault.REFUSED
    assert not free_address("127.0.0.1", port).endswith(f":{port}")
