"""What a Word file is made by: part of the key that it is kept under."""

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files


@cache
def program(package: str, modules: tuple[str, ...] = ("word",), base: bytes = b"") -> str:
    """Return versions, and digests of the toolkit's code, of base.docx, and of the modules of a package whose names
    begin so: the inputs of a Word file other than its data. `base` is an organisation's own base.docx."""
    toolkit = sorted((path for path in files(__package__).iterdir() if path.is_file()), key=str)
    own = sorted((path for path in files(package).iterdir() if path.name.startswith(modules)), key=str)
    digests = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (*toolkit, *own))
    own_base = hashlib.sha256(base).hexdigest() if base else ""
    return "".join([version("python-docx"), *digests, own_base])
