"""A picture is read to its end once, wherever it lies."""

import io
from pathlib import Path

import pytest
from PIL import Image

from hverdag.parse.pictures import read_picture


def test_the_same_bytes_are_read_to_their_end_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = io.BytesIO()
    Image.new("RGB", (7, 5), "#123456").save(made, "PNG")
    for name in ("en.png", "samme.png"):
        (tmp_path / name).write_bytes(made.getvalue())
    first = read_picture(tmp_path, "en.png")
    assert (first.form, first.width, first.height) == ("png", 7, 5)
    monkeypatch.setattr(Image, "open", None)
    assert read_picture(tmp_path, "samme.png") == first
    (tmp_path / "samme.png").write_bytes(made.getvalue()[:-20])
    assert read_picture(tmp_path, "samme.png").digest == ""
