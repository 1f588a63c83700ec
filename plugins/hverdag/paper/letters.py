"""The characters that paper can show: those of Source Serif, Source Sans and the three families embedded in Typst.

Determined by compiling each character of Unicode's first planes under PDF/UA-1; tests/paper/test_paper.py repeats it.
"""

import re

_RANGES = """
20-7E A0-377 37A-37F 384-38A 38C 38E-3A1 3A3-4FF 510-513 51A-51D 531-556 559-58A 58D-58F 591-5C7 5D0-5EA
5EF-5F4 606-60C 615 61B-61C 61F 621-63A 640-655 65A 660-66D 674 679-67B 67E-680 683-684 686-687 691 698 6A4
6A9 6AF 6BE 6CC 6F0-6F9 900-950 955-97F E3F E81-E82 E84 E87-E88 E8A E8D E94-E97 E99-E9F EA1-EA3 EA5 EA7 EAA-
EAB EAD-EB9 EBB-EBC EC8-ECD 10D0-10FF 115F-1160 13A0-13F5 13F8-13FD 17B4-17B5 17C1-17C3 180B-180F 1AB0-1ACE
1D00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3
1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-2040 2042 2044-2052 2054-2064 2066-2071 2074-208E 2090-209C
20A0-20C0 20D0-20F0 2100-211E 2120 2122 2124 2126-2184 2189 2190-23FF 2422-2423 2460-262F 2638-268B 2690-269C
26A0-26A7 26AA-26B2 2701-2704 2706-2709 270C-2727 2729-274B 274D 274F-2752 2756 2758-275E 2761-277F 2794
2798-27AF 27B1-2B73 2B76-2B95 2B97-2BFF 2C60-2CF3 2CF9-2CFF 2E02-2E05 2E08-2E0A 2E17-2E18 2E1F 2E22-2E25 2E2E
2E3A-2E3B 3000 3012 3016-3017 301A-301B 302E-3030 3036 306E A640-A641 A648-A649 A656-A657 A720-A727 A72D A730
A735 A765 A789-A78E A790-A791 A793 A7AA A7F8-A7F9 FB00-FB06 FB13-FB17 FB1D-FB36 FB38-FB3C FB3E FB40-FB41
FB43-FB44 FB46-FB4F
"""
"""Ranges of code points, in hexadecimal."""

_ALWAYS = "\t\n\ufe0e\ufe0f"
"""White space and variation selectors, which are not printed themselves."""


def _bounds(interval: str) -> tuple[int, int]:
    first, _, last = interval.partition("-")
    return int(first, 16), int(last or first, 16)


SHOWN = frozenset(chr(code) for first, last in map(_bounds, _RANGES.split()) for code in range(first, last + 1))
"""Every character that can be printed."""

_STRANGE = re.compile(
    "[^" + _ALWAYS + "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in map(_bounds, _RANGES.split())) + "]"
)


def strange(text: str) -> str:
    """Return the first character of a text that no font for paper has, or an empty string."""
    match = _STRANGE.search(text)
    return match[0] if match else ""
