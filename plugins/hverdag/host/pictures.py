"""Pictures that MkDocs copies itself, those under docs/ and of the theme: readers get clean copies of them too."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.files import File, Files, InclusionLevel

from ..model.artifact import content_bytes
from ..model.files import LARGEST_PICTURE, PICTURES
from ..model.own_look import OURS
from ..model.problem import Problem
from ..publish.pictures import Pictures, unreadable


def clean_pictures(files: Files, pictures: Pictures) -> Iterator[Problem]:
    """Put a clean copy in the place of every picture that MkDocs would copy. One that cannot be read is taken out, and
    is a problem."""
    for file in [file for file in files if file.src_uri.lower().endswith(PICTURES)]:
        if file.inclusion is InclusionLevel.EXCLUDED or file.generated_by == OURS:  # ours are clean
            continue
        clean = pictures.clean(_content(file))
        if clean is None:
            files.remove(file)
            yield unreadable(f"docs/{file.src_uri}")
        elif isinstance(clean, Path) and file.abs_src_path:
            file.abs_src_path = str(clean)
        else:
            file.content_bytes = content_bytes(clean)


def _content(file: File) -> bytes:
    """The bytes of a file; none where it is larger than any picture may be, or cannot be read."""
    try:
        if file.abs_src_path and Path(file.abs_src_path).stat().st_size > LARGEST_PICTURE:
            return b""
        return file.content_bytes
    except OSError:
        return b""
