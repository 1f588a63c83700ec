"""The characters that paper can show: those of Source Serif, Source Sans, Noto Emoji and the three families embedded in
Typst. A sign that none of them has is left out on paper; a letter is not, since a word would be lost.

Determined by compiling each character of Unicode's first planes under PDF/UA-1; tests/paper/test_paper.py repeats it.
"""

import re
import unicodedata
from collections.abc import Iterator

_RANGES = """
20-7E A0-377 37A-37F 384-38A 38C 38E-3A1 3A3-4FF 510-513 51A-51D 531-556 559-58A 58D-58F 591-5C7 5D0-5EA 5EF-5F4
606-60C 615 61B-61C 61F 621-63A 640-655 65A 660-66D 674 679-67B 67E-680 683-684 686-687 691 698 6A4 6A9 6AF 6BE
6CC 6F0-6F9 900-950 955-97F E3F E81-E82 E84 E87-E88 E8A E8D E94-E97 E99-E9F EA1-EA3 EA5 EA7 EAA-EAB EAD-EB9
EBB-EBC EC8-ECD 10D0-10FF 115F-1160 13A0-13F5 13F8-13FD 17B4-17B5 17C1-17C3 180B-180F 1AB0-1ACE 1D00-1F15
1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB
1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-2040 2042 2044-2052 2054-2064 2066-2071 2074-208E 2090-209C 20A0-20C0
20D0-20F0 2100-211E 2120 2122 2124 2126-2184 2189 2190-23FF 2422-2423 2460-262F 2638-268B 2690-269C 26A0-26A7
26AA-26B2 26BD-26BE 26C4-26C5 26C8 26CE-26CF 26D1 26D3-26D4 26E9-26EA 26F0-26F5 26F7-26FA 26FD 2701-275E
2761-277F 2794-2B73 2B76-2B95 2B97-2BFF 2C60-2CF3 2CF9-2CFF 2E02-2E05 2E08-2E0A 2E17-2E18 2E1F 2E22-2E25 2E2E
2E3A-2E3B 3000 3012 3016-3017 301A-301B 302E-3030 3036 303D 306E 3297 3299 A640-A641 A648-A649 A656-A657
A720-A727 A72D A730 A735 A765 A789-A78E A790-A791 A793 A7AA A7F8-A7F9 FB00-FB06 FB13-FB17 FB1D-FB36 FB38-FB3C
FB3E FB40-FB41 FB43-FB44 FB46-FB4F FE00-FE0F 1F004 1F0CF 1F170-1F171 1F17E-1F17F 1F18E 1F191-1F19A 1F1E6-1F1FF
1F201-1F202 1F21A 1F22F 1F232-1F23A 1F250-1F251 1F300-1F321 1F324-1F393 1F396-1F397 1F399-1F39B 1F39E-1F3F0
1F3F3-1F3F5 1F3F7-1F4FD 1F4FF-1F53D 1F549-1F54E 1F550-1F567 1F56F-1F570 1F573-1F57A 1F587 1F58A-1F58D 1F590
1F595-1F596 1F5A4-1F5A5 1F5A8 1F5B1-1F5B2 1F5BC 1F5C2-1F5C4 1F5D1-1F5D3 1F5DC-1F5DE 1F5E1 1F5E3 1F5E8 1F5EF
1F5F3 1F5FA-1F64F 1F680-1F6C5 1F6CB-1F6D2 1F6D5-1F6D7 1F6DC-1F6E5 1F6E9 1F6EB-1F6EC 1F6F0 1F6F3-1F6FC
1F7E0-1F7EB 1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FA7C 1FA80-1FA88 1FA90-1FABD 1FABF-1FAC5
1FACE-1FADB 1FAE0-1FAE8 1FAF0-1FAF8 E0020-E007F
"""
"""Ranges of code points, in hexadecimal."""


def _bounds(interval: str) -> tuple[int, int]:
    first, _, last = interval.partition("-")
    return int(first, 16), int(last or first, 16)


SHOWN = frozenset(chr(code) for first, last in map(_bounds, _RANGES.split()) for code in range(first, last + 1))
"""Every character that can be printed. Variation selectors, joiners and tags are among them: alone they show
nothing."""

_STRANGE = "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in map(_bounds, _RANGES.split()))
_JOINED = "\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff"
"""What belongs to the sign before it: joiners, variation selectors and skin tones."""
_RUN = re.compile(rf"\u200d?[^\t\n{_STRANGE}](?:[^\t\n{_STRANGE}]|[{_JOINED}])*")
_PLACED = re.compile(rf"""(?P<before>[" ]?)(?P<run>{_RUN.pattern}(?: {_RUN.pattern})*)(?=(?P<after>[\s\S]?))""")
_EMOJI = range(0x1F000, 0x1FB00)
"""The blocks of emoji, of which Python does not know the newest."""
_CLOSES = frozenset(" .,:;!?)»”’…")
LEFT_OUT = "…"


def missing_letters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each run of characters that no font for paper has and that say something: letters, digits and the like.
    Each has its index in the text."""
    return ((match.start(), match[0]) for match in _RUN.finditer(text) if not all(map(_is_sign, match[0])))


def missing_signs(text: str) -> Iterator[tuple[int, str]]:
    """Yield each run of emoji and other signs that no font for paper has, with its index in the text. Characters that
    show nothing anywhere are not among them."""
    for match in _RUN.finditer(text):
        run = match[0]
        if all(map(_is_sign, run)) and any(unicodedata.category(sign) != "Cf" for sign in run):
            yield match.start(), run


def without_missing_signs(written: str) -> str:
    """Return JSON without the signs that no font for paper has. A text that held nothing else becomes an ellipsis: a
    heading must not be empty."""
    return _PLACED.sub(_left_out, written) if _RUN.search(written) else written


def _left_out(match: re.Match[str]) -> str:
    before, run, after = match["before"], match["run"], match["after"]
    if not all(map(_is_sign, run.replace(" ", ""))):
        return match[0]
    if before == after == '"':
        return before + LEFT_OUT
    return "" if before == " " and after in _CLOSES else before


def _is_sign(letter: str) -> bool:
    """Return True for what is no part of a word: a picture, a decoration, or a character that is not seen."""
    category, name = unicodedata.category(letter), unicodedata.name(letter, "")
    if category == "Cn":
        return ord(letter) in _EMOJI
    is_word = "LETTER" in name or any(map(str.isalnum, unicodedata.normalize("NFKD", letter)))
    return not is_word and (category in ("So", "Sk", "Cf") or letter in "\ufe0e\ufe0f")
