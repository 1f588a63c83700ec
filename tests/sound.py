"""Recordings for tests. sound.m4a is a real one: a second and a half of a tone, made once with ffmpeg."""

from pathlib import Path

M4A = Path(__file__).with_name("sound.m4a").read_bytes()

FRAME = b"\xff\xfb\x90\x00" + bytes(413)
"""A frame of an mp3 at 128 kbit/s that says nothing."""

FRAMES_A_SECOND = 44_100 / 1152


def mp3(seconds: float) -> bytes:
    """Return an mp3 of silence."""
    return FRAME * round(seconds * FRAMES_A_SECOND)


def sparse(path: Path, size: int) -> None:
    """Write a file that is large and takes no room."""
    with path.open("wb") as written:
        written.truncate(size)
