"""The file that Word files begin from, theme/base.docx: whether it is one, and has what Word files are made with."""

import io
from collections.abc import Iterator

from ...model.message import Message, message
from ...model.own_look import BASE, OwnLook, own_path
from ...model.problem import Problem, Source
from ...verify import loads_by_itself
from ...web.look_rules import WORD


def problems(look: OwnLook) -> Iterator[Problem]:
    """Yield what is wrong with the file, if it is there."""
    content = look.base
    if not content:
        return
    source = Source(own_path(BASE))
    begin_anew = message("Begin with a copy of Hverdag's own base.docx, and change its look in Word.")
    if loads_by_itself(content):
        detail = message("it asks another computer for something, or runs something, when it is opened.")
        yield WORD.at(source, detail=detail, advice=begin_anew)
        return
    found = _fault(content)
    if found:
        yield WORD.at(source, detail=found, advice=begin_anew)


def _fault(content: bytes) -> Message | None:
    # Imported here: python-docx takes as long to load as a whole check, and few publications have such a file.
    from docx import Document  # noqa: PLC0415

    from ...docx.styles import needed_styles  # noqa: PLC0415

    try:
        document = Document(io.BytesIO(content))
        styles = {str(style.style_id) for style in document.styles}
        numbers = {int(one.numId) for one in document.part.numbering_part.element.num_lst}
    except Exception:  # python-docx and zipfile raise anything for what is no Word file
        return message("it is no Word file, or has no lists.")
    needed, lists = needed_styles()
    lacking = sorted(needed - styles)
    if lacking:
        return message("it lacks these styles: {given}.", given=", ".join(lacking))
    return None if lists <= numbers else message("it lacks the lists that Hverdag's base.docx has.")
