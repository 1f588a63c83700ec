"""Reads a manifest back. It may have been written by anyone: what is not one is nothing."""

import os
from datetime import date
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from pydantic import BaseModel

from ..model.build_target import BuildTarget
from ..model.manifest import NAME, Manifest
from ..model.texts.consent import Reach
from .files import open_regular

LARGEST = 20_000_000
"""Bytes: forty thousand files."""


_DAMAGED = (BadZipFile, zlib_error, EOFError, RuntimeError)
"""What a zip file that is none, was cut short or wants a password is met with."""


class _Written(BaseModel):
    title: str
    organisation: str
    edition: str
    form: BuildTarget
    reach: Reach
    preview: bool
    date: date
    outputs: dict[str, dict[str, str]]


def read_manifest(path: Path) -> Manifest | None:
    """Return what a manifest says, or the one inside a zip file; nothing where the file is none, or holds none."""
    try:
        read = _Written.model_validate_json(_content(path))
    except (OSError, ValueError, *_DAMAGED):
        return None
    return Manifest(
        read.title, read.organisation, read.edition, read.form, read.reach, read.date, read.outputs, read.preview
    )


def _content(path: Path) -> bytes:
    """Return at most LARGEST bytes of a file. Raises OSError for what is no regular file: a pipe never ends."""
    with open_regular(Path(), os.path.realpath(path)) as opened:
        content = _packed(opened) if path.suffix.lower() == ".zip" else opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError(path)
    return content


def _packed(opened: BinaryIO) -> bytes:
    with ZipFile(opened) as packed:
        found = [name for name in packed.namelist() if f"/{name}".endswith(f"/{NAME}")]
        if not found:
            raise BadZipFile
        with packed.open(min(found, key=len)) as inner:
            return inner.read(LARGEST + 1)
