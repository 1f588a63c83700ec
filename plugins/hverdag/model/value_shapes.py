"""The marks of values as SVG paths, drawn as lines in a viewBox of 24 by 24."""

from collections.abc import Mapping

from .texts.value import Mark

PATHS: Mapping[Mark, str] = {
    Mark.ARCH: "M4 20V12a8 8 0 0 1 16 0v8M9 20v-7a3 3 0 0 1 6 0v7",
    Mark.CLOVER: "M12 12a4 4 0 1 1 4-4 4 4 0 1 1-4 4 4 4 0 1 1-4 4 4 4 0 1 1 4-4M12 12a4 4 0 1 0-4-4"
    " 4 4 0 1 0 4 4 4 4 0 1 0 4 4",
    Mark.CROSS: "M9 4h6v5h5v6h-5v5H9v-5H4V9h5z",
    Mark.DIAMOND: "M12 3l8 9-8 9-8-9zM12 9l3 3-3 3-3-3z",
    Mark.DROP: "M12 3c4 5 6.5 8 6.5 11.5a6.5 6.5 0 0 1-13 0C5.5 11 8 8 12 3zM9 14.5a3 3 0 0 0 3 3",
    Mark.LEAF: "M5 19C4 9 10 4 20 4c0 10-5 16-15 15zM5 19L14 10",
    Mark.LINES: "M4 7h16M4 12h16M4 17h16",
    Mark.RING: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
    Mark.SQUARE: "M4 4h16v16H4zM9 9h6v6H9z",
    Mark.STAR: "M12 3l2.6 6.1 6.4.6-4.9 4.3 1.5 6.5L12 17l-5.6 3.5 1.5-6.5L3 9.7l6.4-.6z",
    Mark.TRIANGLE: "M12 4l9 16H3zM12 11l3.5 6h-7z",
    Mark.WAVE: "M3 9c3-4 6-4 9 0s6 4 9 0M3 16c3-4 6-4 9 0s6 4 9 0",
}
