"""Reading a manifest. Anyone may have written the file: if it is no manifest, the result is None."""

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
"""Bytes: the manifest of about forty thousand files."""


_DAMAGED = (BadZipFile, zlib_error, EOFError, RuntimeError)
"""The exceptions for a zip file that is no zip file, was cut short, or needs a password."""


class _ManifestFields(BaseModel):
    title: str
    organisation: str
    edition: str
    form: BuildTarget
    reach: Reach
    preview: bool
    kept: dict[str, date] = {}
    date: date
    commit: str = ""
    outputs: dict[str, dict[str, str]]


def read_manifest(path: Path) -> Manifest | None:
    """Return the manifest in a file or in a zip file; None if there is none in it."""
    try:
        fields = _ManifestFields.model_validate_json(_content(path))
    except (OSError, ValueError, *_DAMAGED):
        return None
    return Manifest(
        fields.title,
        fields.organisation,
        fields.edition,
        fields.form,
        fields.reach,
        fields.date,
        fields.outputs,
        fields.preview,
        fields.commit,
        fields.kept,
    )


def _content(path: Path) -> bytes:
    """Return the bytes of a manifest, from a file or a zip file. Raises OSError if the file is not regular, since a
    pipe may never end, and ValueError if there are more than LARGEST bytes."""
    with open_regular(Path(), os.path.realpath(path)) as stream:
        content = _packed_content(stream) if path.suffix.lower() == ".zip" else stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError(path)
    return content


def _packed_content(stream: BinaryIO) -> bytes:
    with ZipFile(stream) as archive:
        names = [name for name in archive.namelist() if f"/{name}".endswith(f"/{NAME}")]
        if not names:
            raise BadZipFile
        with archive.open(min(names, key=len)) as inner:
            return inner.read(LARGEST + 1)
