"""Tells whether an office document loads something from elsewhere when it is opened."""

import io
import re
import zipfile
from xml.parsers import expat

from ..model.outside import is_outside

_MOST_BYTES = 60_000_000
_DEEPEST = 3
_ZIP = b"PK\x03\x04"
_FIELDS = re.compile(r"\bINCLUDE(?:PICTURE|TEXT)\b[^A-Za-z]*(?:https?:|//|\\\\)|\bDDE(?:AUTO)?\b", re.IGNORECASE)
"""Fields of Word that fetch what they show."""
_FORMULAS = re.compile(r"\b(?:WEBSERVICE|IMAGE|RTD|DDE)\(", re.IGNORECASE)


def loads_by_itself(content: bytes, depth: int = 1) -> bool:
    """Return True if a document, or one inside it, loads something by itself. Of what cannot be read, other checks
    tell."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            left = _MOST_BYTES
            for part in opened.infolist():
                with opened.open(part) as packed:
                    inside = packed.read(left)
                left -= len(inside)
                if _loads(inside, depth):
                    return True
    except Exception:  # a damaged archive may raise anything
        return False
    return False


def _loads(content: bytes, depth: int) -> bool:
    if content.startswith(_ZIP):
        return depth < _DEEPEST and loads_by_itself(content, depth + 1)
    part = _Part()
    try:
        part.read(content)
    except expat.ExpatError:
        return part.loads  # a picture, most often; of damaged XML what was read counts
    return part.loads or bool(_FIELDS.search("".join(part.fields)) or _FORMULAS.search(" ".join(part.formulas)))


class _Part:
    """What a part of a document says that it loads."""

    def __init__(self) -> None:
        self.loads = False
        self.fields: list[str] = []
        self.formulas: list[str] = []
        self._name = ""

    def read(self, content: bytes) -> None:
        """Read the part. Raises ExpatError if it is no XML."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._name = _local(tag)
        own = {_local(name): text for name, text in attributes.items()}
        kind = own.get("Type", "").rpartition("/")[2]
        self.loads |= (
            (self._name == "Relationship" and own.get("TargetMode", "").lower() == "external" and kind != "hyperlink")
            or (self._name != "a" and is_outside(own.get("href", "")))
            or self._name == "webPr"
            or (self._name == "connection" and own.get("refreshOnLoad", "0") not in ("0", "false"))
        )
        self.fields.append(own.get("instr", ""))

    def _end(self, _: str) -> None:
        self._name = ""

    def _text(self, text: str) -> None:
        if self._name == "instrText":
            self.fields.append(text)
        elif self._name == "f":
            self.formulas.append(text)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
