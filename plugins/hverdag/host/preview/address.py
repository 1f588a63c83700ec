"""The address that a preview is served at: what is given, whether it is free, and one that is."""

import errno
import ipaddress
import os
import socket
from enum import Enum, auto

HOST, PORT = "127.0.0.1", 8000
"""Where a preview is served if nothing else is said: only this computer can open it."""

_LAST_PORT = 65_535
_TRIED = 50
"""Ports that are tried, from the one that is in use."""


class AddressFault(Enum):
    """Why nothing can be served at an address: it has no such form, somebody else is there, or this computer does not
    have it or may not use it."""

    FORM = auto()
    IN_USE = auto()
    REFUSED = auto()


def read_address(given: str) -> tuple[str, int] | None:
    """Return the host and the port that are meant by `127.0.0.1:8000`, `localhost:8000`, `:8000` or `8000`; None for
    anything else."""
    host, _, port = given.strip().rpartition(":")
    if not port.isascii() or not port.isdecimal() or not 0 < int(port[:6]) <= _LAST_PORT:
        return None
    host = host.strip("[]") or HOST
    try:
        return (host if host == "localhost" else str(ipaddress.ip_address(host))), int(port)
    except ValueError:
        return None


def fault_of(host: str, port: int) -> AddressFault | None:
    """Return why nothing can be served at an address; None if something can."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as tried:
            if os.name != "nt":  # as the server does: what has just been stopped is in nobody's way
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        return AddressFault.IN_USE if error.errno == errno.EADDRINUSE else AddressFault.REFUSED
    return None


def free_address(host: str, port: int) -> str:
    """Return an address that can be used: the nearest free port of the same host, or else of this computer alone."""
    for other in (host, HOST):
        ports = range(port + 1, min(port + _TRIED, _LAST_PORT) + 1) if other == host else range(PORT, PORT + _TRIED)
        found = next((number for number in ports if fault_of(other, number) is None), None)
        if found is not None:
            return f"{other}:{found}"
    return f"{HOST}:{PORT}"
